import type { Context } from '../../../platform/context/index.ts'
import { Conflict, Gone, NotAllowed, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { appearanceForChange, flagsOf } from '../store/appearance-store.ts'

/** A note belongs to a hearing, a comment to the case and so to all its hearings. */
export type RemarkKind = 'note' | 'comment'
const permissionOf = { note: 'court.write-note', comment: 'court.comment' } as const
/** Longest text, in characters: as the record's own notes (supervision record, section 3). */
export const remarkLength = 12_000

/** Writes a hearing note or a case comment. */
export async function addRemark(
  ctx: Context,
  input: { readonly kind: RemarkKind; readonly appearanceId: string; readonly body: string },
): Promise<Result<{ readonly id: string }>> {
  ctx.may(permissionOf[input.kind])
  const at = await appearanceForChange(ctx.tx, input.appearanceId)
  const wrong = mistakeIn(input.body)
  if (wrong) return wrong
  const flags = await flagsOf(ctx.tx, at)
  const id = newId()
  const [column, parent] = input.kind === 'note' ? ['appearance_id', at.id] : ['defendant_id', at.defendantId]
  await ctx.tx.run(
    `INSERT INTO court.${input.kind} (person_id, id, case_id, ${column}, body, author, author_name, written_at, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      at.personId,
      id,
      at.caseId,
      parent,
      input.body,
      ctx.viewer.username,
      ctx.viewer.name,
      ctx.now,
      flags.excluded,
      flags.restricted,
    ],
  )
  ctx.record('collect', `court.add-${input.kind}`, [at.personId], { detail: { id } })
  return ok({ id })
}

type Held = { personId: string; body: string; author: string; version: number; deleted: boolean }

/** Changes the author's own note or comment. Throws Conflict with both texts when it was changed meanwhile. */
export async function editRemark(
  ctx: Context,
  input: { readonly kind: RemarkKind; readonly id: string; readonly version: number; readonly body: string },
): Promise<Result<undefined>> {
  const held = await ownRemark(ctx, input.kind, input.id)
  const wrong = mistakeIn(input.body)
  if (wrong) return wrong
  if (held.version !== input.version) {
    throw new Conflict('This text was changed since you opened it', { mine: input.body, theirs: held.body })
  }
  await ctx.tx.run(
    `UPDATE court.${input.kind} SET body = $3, edited_at = $4, version = version + 1 WHERE person_id = $1 AND id = $2`,
    [held.personId, input.id, input.body, ctx.now],
  )
  ctx.record('alter', `court.edit-${input.kind}`, [held.personId], { detail: { id: input.id } })
  return ok()
}

/** Takes the author's own note or comment off the screen; the text is kept. */
export async function deleteRemark(
  ctx: Context,
  input: { readonly kind: RemarkKind; readonly id: string },
): Promise<Result<undefined>> {
  const held = await ownRemark(ctx, input.kind, input.id)
  await ctx.tx.run(
    `UPDATE court.${input.kind} SET deleted_at = $3, version = version + 1 WHERE person_id = $1 AND id = $2`,
    [held.personId, input.id, ctx.now],
  )
  ctx.record('alter', `court.delete-${input.kind}`, [held.personId], { detail: { id: input.id } })
  return ok()
}

async function ownRemark(ctx: Context, kind: RemarkKind, id: string): Promise<Held> {
  ctx.may(permissionOf[kind])
  const held = await ctx.tx.maybe<Held>(
    `SELECT person_id AS "personId", body, author, version, deleted_at IS NOT NULL AS deleted
       FROM court.${kind} WHERE id = $1 FOR UPDATE`,
    [id],
  )
  if (!held) throw new NotFound(`This ${kind} does not exist`)
  if (held.deleted) throw new Gone(`This ${kind} was deleted`)
  if (held.author !== ctx.viewer.username) {
    throw new NotAllowed(`Only its author changes a ${kind}`, permissionOf[kind], [held.personId])
  }
  return held
}

function mistakeIn(body: string): Result<never> | undefined {
  if (!body.trim()) return problems({ field: 'body', code: 'missing', text: 'Enter some text' })
  if (body.length > remarkLength) {
    const text = `Shorten the text to ${remarkLength} characters`
    return problems({ field: 'body', code: 'too-long', text })
  }
  return undefined
}
