import type { Context } from '../context/index.ts'
import { nobody } from '../events/index.ts'
import type { Answers, DraftPlace } from './page.ts'

/** The texts this user left unfinished at a place, by field. */
export async function draftsAt(ctx: Context, place: DraftPlace): Promise<Readonly<Record<string, string>>> {
  const rows = await ctx.tx.rows<{ field: string; body: string }>(
    'SELECT field, body FROM platform.draft WHERE person_id = $1 AND account_id = $2 AND place = $3',
    [place.personId, ctx.viewer.id, place.place],
  )
  return Object.fromEntries(rows.filter(row => place.fields.includes(row.field)).map(row => [row.field, row.body]))
}

/** Keeps what was typed so far. Any text is taken; an emptied field takes its draft away. */
export async function keepDrafts(ctx: Context, place: DraftPlace, answers: Answers): Promise<void> {
  const flags =
    place.personId === nobody
      ? { excluded: false, restricted: false }
      : await ctx.tx.maybe<{ excluded: boolean; restricted: boolean }>(
          'SELECT excluded, restricted FROM person.stub WHERE person_id = $1 FOR SHARE',
          [place.personId],
        )
  for (const field of place.fields) {
    const answer = answers[field]
    if (typeof answer !== 'string') continue
    if (answer === '') {
      await dropDrafts(ctx, { ...place, fields: [field] })
    } else {
      await ctx.tx.run(
        `INSERT INTO platform.draft (person_id, account_id, place, field, body, saved_at, excluded, restricted)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (person_id, account_id, place, field) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
        [
          place.personId,
          ctx.viewer.id,
          place.place,
          field,
          answer,
          ctx.now,
          flags?.excluded ?? true,
          flags?.restricted ?? true,
        ],
      )
    }
  }
}

/** Called when the text was saved for good. */
export async function dropDrafts(ctx: Context, place: DraftPlace): Promise<void> {
  await ctx.tx.run(
    'DELETE FROM platform.draft WHERE person_id = $1 AND account_id = $2 AND place = $3 AND field = ANY ($4)',
    [place.personId, ctx.viewer.id, place.place, place.fields],
  )
}
