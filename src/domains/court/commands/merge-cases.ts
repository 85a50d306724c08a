import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { refreshList } from '../store/list-store.ts'

type CaseHeld = { id: string; key: string; mergedInto: string | null; urn: string | null }

/** Puts one case under another that is the same: comments, files, notes and hearings are then found under both. Nothing
 *  is removed, and later messages about either reach the one that is kept. */
export async function mergeCases(
  ctx: Context,
  input: { readonly caseId: string; readonly intoCaseId: string; readonly reason: string },
): Promise<Result<undefined>> {
  ctx.may('court.merge-cases')
  if (!input.reason.trim()) {
    return problems({ field: 'reason', code: 'missing', text: 'Enter how you know that the two cases are one' })
  }
  if (input.caseId === input.intoCaseId) {
    return problems({ field: 'intoCaseId', code: 'same', text: 'Choose another case to merge this one into' })
  }
  const held = await ctx.tx.rows<CaseHeld>(
    `SELECT id, key, merged_into AS "mergedInto", urn FROM court.court_case WHERE id = ANY ($1) ORDER BY key FOR UPDATE`,
    [[input.caseId, input.intoCaseId]],
  )
  if (held.length < 2) throw new NotFound('One of the two cases does not exist')
  if (held.some(one => one.mergedInto)) throw new Conflict('One of the two cases was merged meanwhile')
  await ctx.tx.run('UPDATE court.court_case SET merged_into = $2, version = version + 1 WHERE id = $1', [
    input.caseId,
    input.intoCaseId,
  ])
  const rows = await ctx.tx.rows<{ personId: string; id: string }>(
    'SELECT person_id AS "personId", id FROM court.appearance WHERE case_id = ANY ($1)',
    [[input.caseId, input.intoCaseId]],
  )
  const people = [...new Set(rows.map(row => row.personId))]
  await refreshList(ctx.tx, { people, appearances: rows.map(row => row.id) }, ctx.today)
  const detail = { caseId: input.caseId, into: input.intoCaseId, reason: input.reason }
  ctx.record('combine', 'court.merge-cases', people, { detail })
  await ctx.announce({ type: 'cases-merged', personId: null, body: { caseId: input.caseId, into: input.intoCaseId } })
  return ok()
}
