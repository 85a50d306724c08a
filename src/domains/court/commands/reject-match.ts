import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { rejectCandidate } from '../../person/index.ts'
import { refreshListOf } from '../store/appearance-store.ts'
import { candidatesLeft, decide, personAtCourt, setMatch } from './link-defendant.ts'

/** Says that the defendant is not this person: they are never proposed again, also when the hearing is sent anew. When
 *  no candidate is left the defendant has no record, still to be confirmed. */
export async function rejectMatch(
  ctx: Context,
  input: { readonly appearanceId: string; readonly candidatePersonId: string; readonly reason: string },
): Promise<Result<undefined>> {
  const at = await personAtCourt(ctx, input.appearanceId)
  if (!input.reason.trim()) {
    return problems({ field: 'reason', code: 'missing', text: 'Enter how you know that this is a different person' })
  }
  const changed = await ctx.tx.run(
    `UPDATE court.candidate SET rejected_at = $4, decided_by = $5, reason = $6
      WHERE person_id = $1 AND defendant_id = $2 AND candidate_person_id = $3 AND rejected_at IS NULL`,
    [at.personId, at.defendantId, input.candidatePersonId, ctx.now, ctx.viewer.username, input.reason],
  )
  if (changed === 0) throw new NotFound('This record is not among the possible matches')
  const left = await candidatesLeft(ctx, at)
  if (at.matchState === 'POSSIBLE' && left === 0) await setMatch(ctx, at, 'NO_RECORD', false)
  await decide(ctx, at, { what: 'rejected', toPersonId: input.candidatePersonId, reason: input.reason })
  await refreshListOf(ctx, at.personId)
  const { personId } = at
  await rejectCandidate(ctx, { personId, candidatePersonId: input.candidatePersonId, reason: input.reason })
  return ok()
}
