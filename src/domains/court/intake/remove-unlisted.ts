import type { Context } from '../../../platform/context/index.ts'
import type { LibraCaseMessage } from '../model.ts'
import { hearingKey } from '../rules/listing-keys.ts'
import { refreshList } from '../store/list-store.ts'

/** A daily list is whole for each court room it holds: list cases of that room and day that are no longer on it move to
 *  the removed cases of the day. Their data stays, and a later list that holds them puts them back. */
export async function removeUnlisted(
  ctx: Context,
  listed: readonly LibraCaseMessage[],
  messageId: string,
): Promise<void> {
  const keys = listed.map(({ source, hearing, cases }) => hearingKey(source, hearing, cases[0]!))
  const rooms = new Map(
    listed.map(({ hearing: { court, days } }) => [
      `${court.code} ${days[0]!.date} ${court.room ?? ''}`,
      { court: court.code ?? '', day: days[0]!.date, room: court.room ?? '' },
    ]),
  )
  for (const { court, day, room } of rooms.values()) {
    const gone = await ctx.tx.rows<{ hearingId: string }>(
      `UPDATE court.hearing_case listed SET removed_at = $5, removed_because = 'not-on-list'
         FROM court.hearing
        WHERE hearing.id = listed.hearing_id AND hearing.source = 'LIBRA' AND listed.removed_at IS NULL
          AND NOT (hearing.key = ANY ($4))
          AND hearing.id IN (SELECT hearing_id FROM court.hearing_day
                              WHERE court_code = $1 AND day = $2 AND coalesce(room, '') = $3)
        RETURNING listed.hearing_id AS "hearingId"`,
      [court, day, room, keys, ctx.now],
    )
    if (gone.length === 0) continue
    const appearances = await ctx.tx.rows<{ personId: string; id: string }>(
      'SELECT person_id AS "personId", id FROM court.appearance WHERE hearing_id = ANY ($1)',
      [gone.map(row => row.hearingId)],
    )
    const people = [...new Set(appearances.map(row => row.personId))]
    await refreshList(ctx.tx, { people, appearances: appearances.map(row => row.id) }, ctx.today)
    ctx.record('alter', 'court.remove-unlisted', people, { detail: { court, day, room, messageId } })
  }
}
