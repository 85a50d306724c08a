import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import {
  identityGroup,
  linkIdentity,
  openRecord,
  personByCrn,
  rejectCandidate,
  unlinkIdentity,
  withdrawRejection,
} from '../../person/index.ts'
import { type AppearanceAtCourt, appearanceForChange, flagsOf, refreshListOf } from '../store/appearance-store.ts'
import { insertLinkDecisions, type LinkDecision } from '../store/match-store.ts'

/** Says that the defendant is the person of one of the candidates shown. */
export async function confirmMatch(
  ctx: Context,
  input: { readonly appearanceId: string; readonly candidatePersonId: string; readonly reason?: string },
): Promise<Result<{ readonly crn: string }>> {
  const at = await personAtCourt(ctx, input.appearanceId)
  const candidate = await ctx.tx.maybe<{ crn: string | null; rejected: boolean }>(
    `SELECT crn, rejected_at IS NOT NULL AS rejected FROM court.candidate
      WHERE person_id = $1 AND defendant_id = $2 AND candidate_person_id = $3`,
    [at.personId, at.defendantId, input.candidatePersonId],
  )
  if (!candidate?.crn) throw new NotFound('This record is not among the possible matches')
  if (candidate.rejected) throw new Conflict(keptApart)
  await link(ctx, at, { personId: input.candidatePersonId, crn: candidate.crn }, input.reason)
  return ok({ crn: candidate.crn })
}

const keptApart =
  'Someone said this is a different person. To take that back, link by the CRN and say how you know that it is them'

/** Says that the defendant is the person with this CRN, found by other means. With a reason it takes back an earlier
 *  decision that they are two people. */
export async function linkToCrn(
  ctx: Context,
  input: { readonly appearanceId: string; readonly crn: string; readonly reason?: string },
): Promise<Result<{ readonly crn: string }>> {
  const at = await personAtCourt(ctx, input.appearanceId)
  const found = await personByCrn(ctx.tx, input.crn)
  if (!found) {
    const text = 'Enter a CRN that exists: a letter and six digits, such as X123456'
    return problems({ field: 'crn', code: 'not-known', text })
  }
  const reason = input.reason?.trim()
  if (reason) await withdrawRejection(ctx, { personId: at.personId, candidatePersonId: found.personId, reason })
  await link(ctx, at, { personId: found.personId, crn: found.crn }, input.reason)
  return ok({ crn: found.crn })
}

/** Says that the defendant has no record. */
export async function confirmNoRecord(
  ctx: Context,
  input: { readonly appearanceId: string; readonly reason?: string },
): Promise<Result<undefined>> {
  const at = await personAtCourt(ctx, input.appearanceId)
  if (at.matchState === 'EXACT') throw new Conflict('This defendant is linked to a record. Unlink them first')
  await setMatch(ctx, at, 'NO_RECORD', true)
  await decide(ctx, at, { what: 'no-record-confirmed', reason: input.reason ?? null })
  await refreshListOf(ctx, at.personId)
  return ok()
}

/** Takes a link back: the two are different people and are kept apart also when the court sends other details. Nobody has
 *  said that the defendant has no record. Staff may link them again by the CRN, with a reason. */
export async function unlinkDefendant(
  ctx: Context,
  input: { readonly appearanceId: string; readonly reason: string },
): Promise<Result<undefined>> {
  const at = await personAtCourt(ctx, input.appearanceId)
  if (at.matchState !== 'EXACT') throw new Conflict('This defendant is not linked to a record')
  if (!input.reason.trim()) {
    return problems({ field: 'reason', code: 'missing', text: 'Enter why the link was wrong' })
  }
  const [linkedTo = at.personId] = await identityGroup(ctx.tx, at.personId)
  if (linkedTo === at.personId) throw new Conflict('The record was opened for this defendant and holds nobody else')
  await unlinkIdentity(ctx, { personId: at.personId, reason: input.reason })
  await ctx.tx.run(
    `UPDATE court.candidate SET rejected_at = $4, confirmed_at = NULL, decided_by = $5, reason = $6
      WHERE person_id = $1 AND defendant_id = $2 AND candidate_person_id = $3`,
    [at.personId, at.defendantId, linkedTo, ctx.now, ctx.viewer.username, input.reason],
  )
  await setMatch(ctx, at, (await candidatesLeft(ctx, at)) > 0 ? 'POSSIBLE' : 'NO_RECORD', false)
  await decide(ctx, at, { what: 'unlinked', toPersonId: linkedTo, reason: input.reason })
  await rejectCandidate(ctx, { personId: at.personId, candidatePersonId: linkedTo, reason: input.reason })
  await refreshListOf(ctx, at.personId)
  await announceLink(ctx, 'defendant-unlinked', at, null)
  return ok()
}

/** How many records staff are still asked about. */
export async function candidatesLeft(
  ctx: Context,
  at: Pick<AppearanceAtCourt, 'personId' | 'defendantId'>,
): Promise<number> {
  const left = await ctx.tx.one<{ n: number }>(
    `SELECT count(*)::int AS n FROM court.candidate
      WHERE person_id = $1 AND defendant_id = $2 AND rejected_at IS NULL AND band NOT IN ('weak', 'hidden')`,
    [at.personId, at.defendantId],
  )
  return left.n
}

/** Opens a record for a defendant who has none. */
export async function createRecord(
  ctx: Context,
  input: { readonly appearanceId: string },
): Promise<Result<{ readonly crn: string }>> {
  const at = await personAtCourt(ctx, input.appearanceId)
  const { crn } = await openRecord(ctx, at.personId, 'staff')
  await setMatch(ctx, at, 'EXACT', true)
  await decide(ctx, at, { what: 'record-created', toPersonId: at.personId, crn })
  await refreshListOf(ctx, at.personId)
  return ok({ crn })
}

/** The defendant, whom the viewer may match. Throws NotAllowed, NotFound, and Conflict for an organisation. */
export async function personAtCourt(ctx: Context, appearanceId: string): Promise<AppearanceAtCourt> {
  ctx.may('court.match')
  const at = await appearanceForChange(ctx.tx, appearanceId)
  if (at.defendantType === 'ORGANISATION') throw new Conflict('An organisation has no probation record')
  return at
}

/** The list and the defendant are written before the link: after a link to a limited record the linker may no longer
 *  see them, and the link itself sets the limits on what was written. */
async function link(
  ctx: Context,
  at: AppearanceAtCourt,
  to: { readonly personId: string; readonly crn: string },
  reason: string | undefined,
): Promise<void> {
  if (at.matchState === 'EXACT') {
    await unlinkIdentity(ctx, { personId: at.personId, reason: reason ?? 'linked to another record' })
    await decide(ctx, at, { what: 'unlinked', reason: reason ?? null })
  }
  await setMatch(ctx, at, 'EXACT', true)
  await ctx.tx.run(
    `UPDATE court.candidate SET confirmed_at = $4, rejected_at = NULL, decided_by = $5, reason = $6
      WHERE person_id = $1 AND defendant_id = $2 AND candidate_person_id = $3`,
    [at.personId, at.defendantId, to.personId, ctx.now, ctx.viewer.username, reason ?? null],
  )
  await decide(ctx, at, { what: 'linked', toPersonId: to.personId, crn: to.crn, reason: reason ?? null })
  await refreshListOf(ctx, at.personId, new Map([[at.personId, to]]))
  await announceLink(ctx, 'defendant-linked', at, to.crn)
  const why = reason ? { reason } : {}
  const flags = await linkIdentity(ctx, { personId: at.personId, toPersonId: to.personId, decidedBy: 'staff', ...why })
  if (flags.excluded || flags.restricted) await addJob(ctx.tx, 'court.refresh-on-list', { personId: at.personId })
}

export async function setMatch(
  ctx: Context,
  at: AppearanceAtCourt,
  state: AppearanceAtCourt['matchState'],
  confirmed: boolean,
): Promise<void> {
  await ctx.tx.run(
    `UPDATE court.defendant SET match_state = $3, confirmed_at = $4, confirmed_by = $5, version = version + 1
      WHERE person_id = $1 AND id = $2`,
    [at.personId, at.defendantId, state, confirmed ? ctx.now : null, confirmed ? ctx.viewer.username : null],
  )
}

export async function decide(
  ctx: Context,
  at: AppearanceAtCourt,
  decision: Pick<LinkDecision, 'what' | 'toPersonId' | 'crn' | 'reason'>,
): Promise<void> {
  const flags = await flagsOf(ctx.tx, at)
  const { personId, defendantId, hearingDay } = at
  const row: LinkDecision = { ...decision, ...flags, personId, defendantId, hearingDay }
  await insertLinkDecisions(ctx.tx, [row], { name: ctx.viewer.username, machine: false, at: ctx.now })
  ctx.record('alter', `court.${decision.what}`, [personId], { detail: { defendantId } })
}

async function announceLink(
  ctx: Context,
  type: 'defendant-linked' | 'defendant-unlinked',
  at: AppearanceAtCourt,
  crn: string | null,
): Promise<void> {
  const { personId, defendantId, caseId, excluded, restricted } = at
  await ctx.announce({ type, personId, body: { defendantId, caseId, crn } }, { excluded, restricted })
}
