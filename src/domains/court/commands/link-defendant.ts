import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { linkIdentity, openRecord, personByCrn, unlinkIdentity } from '../../person/index.ts'
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
  if (candidate.rejected) throw new Conflict('Someone said this is a different person. Withdraw that decision first')
  await link(ctx, at, { personId: input.candidatePersonId, crn: candidate.crn }, input.reason)
  return ok({ crn: candidate.crn })
}

/** Says that the defendant is the person with this CRN, found by other means. */
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

/** Takes a link back. The machine does not link the defendant again; staff do. */
export async function unlinkDefendant(
  ctx: Context,
  input: { readonly appearanceId: string; readonly reason: string },
): Promise<Result<undefined>> {
  const at = await personAtCourt(ctx, input.appearanceId)
  if (at.matchState !== 'EXACT') throw new Conflict('This defendant is not linked to a record')
  if (!input.reason.trim()) {
    return problems({ field: 'reason', code: 'missing', text: 'Enter why the link was wrong' })
  }
  await unlinkIdentity(ctx, { personId: at.personId, reason: input.reason })
  const others = await ctx.tx.one<{ n: number }>(
    'SELECT count(*)::int AS n FROM court.candidate WHERE person_id = $1 AND defendant_id = $2 AND rejected_at IS NULL',
    [at.personId, at.defendantId],
  )
  await setMatch(ctx, at, others.n > 0 ? 'POSSIBLE' : 'NO_RECORD', others.n === 0)
  await decide(ctx, at, { what: 'unlinked', reason: input.reason })
  await refreshListOf(ctx, at.personId)
  await announceLink(ctx, 'defendant-unlinked', at, null)
  return ok()
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
    `UPDATE court.candidate SET confirmed_at = $4, decided_by = $5, reason = $6
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
