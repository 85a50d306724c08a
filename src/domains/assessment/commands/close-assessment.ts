import type { Context } from '../../../platform/context/index.ts'
import { Conflict, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { awaitsCountersign, isComplete, isOpenOrAwaiting } from '../rules/assessment-state.ts'
import { signingRound, stateBeforeDeletion } from '../rules/signing-round.ts'
import {
  type ActOn,
  anotherOpenProblem,
  claimOpen,
  type InHand,
  mustBe,
  recordAct,
  release,
  takeInHand,
} from './act-on-assessment.ts'
import { enterQueue } from './countersign-queue.ts'
import { lockBundle, takeBackBundle } from './lock-bundle.ts'
import { recordNeedLevels } from './record-need-levels.ts'

type WithReason = ActOn & { readonly reason: string }

const longestReason = 4_000

/** Closes an assessment unfinished: nobody can change it any more. Its answers stay to be read and carried forward.
 *  Throws NotFound, NotAllowed, Conflict. */
export async function lockIncomplete(ctx: Context, input: WithReason): Promise<Result<undefined>> {
  ctx.may('assessment.write', { people: [input.personId] })
  const inHand = await takeInHand(ctx, input)
  const fault = reasonFault(input.reason)
  if (fault) return fault
  const open = ['OPEN', 'REJECTED', 'ROLLED_BACK', 'AWAITING_COUNTERSIGN', 'AWAITING_DOUBLE_COUNTERSIGN'] as const
  mustBe(inHand.state, open, 'locked')
  await closeUnfinished(ctx, inHand, input.reason)
  return ok(undefined)
}

/** Closes an assessment in hand as it is: out of the queue of countersigning, its place given up, its plan locked with
 *  it. For whoever has decided that it may be closed. */
export async function closeUnfinished(ctx: Context, inHand: InHand, reason: string): Promise<void> {
  await release(ctx, inHand)
  await lockBundle(ctx, inHand)
  await recordAct(ctx, inHand, { kind: 'locked-incomplete', comment: reason, detail: { from: inHand.state } })
}

/** Opens a signed assessment again for the assessor, with answers, plan and strengths as they are. The signed document
 *  stays to be read and verified. Refused while another assessment of the person is open. Throws NotFound, NotAllowed,
 *  Conflict. */
export async function rollBack(ctx: Context, input: WithReason): Promise<Result<undefined>> {
  ctx.may('assessment.unlock', { people: [input.personId] })
  const inHand = await takeInHand(ctx, input)
  const fault = reasonFault(input.reason)
  if (fault) return fault
  mustBe(inHand.state, ['SELF_SIGNED', 'COUNTERSIGNED', 'DOUBLE_COUNTERSIGNED', 'LOCKED_INCOMPLETE'], 'rolled back')
  if (!(await claimOpen(ctx, inHand))) return problems({ ...anotherOpenProblem, field: 'reason' })
  await takeBackBundle(ctx, inHand)
  await recordAct(ctx, inHand, { kind: 'rolled-back', comment: input.reason, detail: { from: inHand.state } })
  return ok(undefined)
}

/** Takes an assessment off the record. It stays stored and can be restored. Throws NotFound, NotAllowed, Conflict. */
export async function deleteAssessment(ctx: Context, input: WithReason): Promise<Result<undefined>> {
  ctx.may('assessment.unlock', { people: [input.personId] })
  const inHand = await takeInHand(ctx, input)
  const fault = reasonFault(input.reason)
  if (fault) return fault
  if (inHand.state === 'DELETED') throw new Conflict('This assessment is deleted already.')
  await release(ctx, inHand)
  await takeBackBundle(ctx, inHand)
  await recordAct(ctx, inHand, { kind: 'deleted', comment: input.reason, detail: { from: inHand.state } })
  return ok(undefined)
}

/** Brings a deleted assessment back as it was. Refused when it was open and another is open now. A signed one stands
 *  again with its signed document; its plan is locked anew. Throws NotFound, NotAllowed, Conflict. */
export async function restoreAssessment(ctx: Context, input: WithReason): Promise<Result<undefined>> {
  ctx.may('assessment.unlock', { people: [input.personId] })
  const inHand = await takeInHand(ctx, input)
  const fault = reasonFault(input.reason)
  if (fault) return fault
  mustBe(inHand.state, ['DELETED'], 'restored')
  const before = stateBeforeDeletion(inHand.assessment.acts)
  if (isOpenOrAwaiting(before) && !(await claimOpen(ctx, inHand))) {
    return problems({ ...anotherOpenProblem, field: 'reason' })
  }
  const round = signingRound(inHand.assessment.acts.slice(0, -1))
  if (awaitsCountersign(before) && round?.wanted) {
    await enterQueue(ctx, inHand, { by: round.signedBy, byName: round.signedByName, wanted: round.wanted })
  }
  if (awaitsCountersign(before) || isComplete(before)) await lockBundle(ctx, inHand)
  if (isComplete(before)) {
    await recordNeedLevels(ctx, { personId: inHand.assessment.personId, assessmentId: inHand.assessment.id })
  }
  await recordAct(ctx, inHand, { kind: 'restored', comment: input.reason, detail: { to: before } })
  return ok(undefined)
}

function reasonFault(reason: string) {
  if (reason.trim() === '') return problems({ field: 'reason', code: 'reason-missing', text: 'Say why' })
  if (reason.length <= longestReason) return null
  const text = `Shorten the reason to ${longestReason} characters or fewer`
  return problems({ field: 'reason', code: 'too-long', text })
}
