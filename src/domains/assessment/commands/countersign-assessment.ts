import type { Role } from '../../../platform/access/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotAllowed, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { type Countersigner, qualityAnswers, shortQualityForm } from '../parameters/countersign-rules.ts'
import type { AssessmentState } from '../rules/assessment-state.ts'
import { mayCountersign } from '../rules/countersign-rule.ts'
import { type SigningRound, signingRound } from '../rules/signing-round.ts'
import { type ActOn, type InHand, recordAct, release, takeInHand } from './act-on-assessment.ts'
import { completeAssessment } from './complete-assessment.ts'
import { enterQueue } from './countersign-queue.ts'
import { takeBackBundle } from './lock-bundle.ts'

/** `quality`: the answers to the short quality form, by the code of its question. */
export type CountersignAssessment = ActOn & {
  readonly comment: string
  readonly quality: Readonly<Record<string, string>>
}

const longestComment = 4_000

/** Countersigns what a colleague signed. The last countersignature completes the assessment; the first of two hands it
 *  on. Throws NotFound for a person the viewer may not see, NotAllowed for the author (also of a single answer), for
 *  somebody who countersigned already and for a role that may not, Conflict when nothing waits. */
export async function countersignAssessment(
  ctx: Context,
  input: CountersignAssessment,
): Promise<Result<{ readonly state: AssessmentState }>> {
  const { inHand, round, wanted } = await inReview(ctx, input)
  const faults = faultsOf(input, ctx)
  if (faults.length > 0) return problems(...faults)
  const next = round.detail.by[round.countersignedBy.length + 1]
  const quality = input.quality
  await recordAct(ctx, inHand, { kind: 'countersigned', comment: input.comment, role: wanted, detail: { quality } })
  if (next) {
    await enterQueue(ctx, inHand, { by: round.signedBy, byName: round.signedByName, wanted: next })
    return ok({ state: 'AWAITING_COUNTERSIGN' })
  }
  await release(ctx, inHand)
  await completeAssessment(ctx, inHand, round.detail)
  return ok({ state: round.detail.needed === 2 ? 'DOUBLE_COUNTERSIGNED' : 'COUNTERSIGNED' })
}

/** Gives an assessment back to its assessor with a comment: the same version is worked on again, and its plan can be
 *  changed. Throws as `countersignAssessment`. */
export async function rejectAssessment(
  ctx: Context,
  input: CountersignAssessment,
): Promise<Result<{ readonly state: AssessmentState }>> {
  const { inHand, wanted } = await inReview(ctx, input)
  if (input.comment.trim() === '') {
    return problems({ field: 'comment', code: 'comment-missing', text: 'Say what has to change' })
  }
  const faults = faultsOf({ ...input, quality: answered(input.quality) }, ctx, 'some')
  if (faults.length > 0) return problems(...faults)
  await leaveReview(ctx, inHand)
  const detail = { quality: answered(input.quality) }
  await recordAct(ctx, inHand, { kind: 'rejected', comment: input.comment, role: wanted, detail })
  return ok({ state: 'REJECTED' })
}

/** The countersignatures a viewer may give by role. */
export function mayActAs(roles: readonly Role[]): readonly Countersigner[] {
  return [
    ...(roles.includes('team-manager') || roles.includes('pdu-head') ? (['senior'] as const) : []),
    ...(roles.includes('pdu-head') ? (['head'] as const) : []),
  ]
}

const refusals: Readonly<Record<string, string>> = {
  'own-assessment': 'You signed this assessment yourself. Somebody else must countersign it.',
  'own-writing': 'You wrote part of this assessment. Somebody else must countersign it.',
  'countersigned-already': 'You have countersigned this assessment. The second countersignature is somebody else’s.',
  'role-too-low': 'This countersignature is that of a head of a probation delivery unit.',
}

type InReview = { readonly inHand: InHand; readonly round: SigningRound; readonly wanted: Countersigner }

/** Loading it shows that the viewer has the case: rows of a person one may not see are not found. */
async function inReview(ctx: Context, input: ActOn): Promise<InReview> {
  ctx.may('assessment.countersign', { people: [input.personId] })
  const inHand = await takeInHand(ctx, input)
  const round = signingRound(inHand.assessment.acts)
  if (!round?.wanted) throw new Conflict('This assessment does not wait for a countersignature. Look at it again.')
  const decision = mayCountersign(
    {
      username: ctx.viewer.username,
      signedBy: round.signedBy,
      writtenBy: round.detail.writtenBy,
      countersignedBy: round.countersignedBy,
      hasAccess: true,
      mayActAs: mayActAs(ctx.viewer.roles),
      wanted: round.wanted,
    },
    ctx.today,
  )
  if (decision.outcome === 'may-not') {
    const [reason] = decision.reasons
    const text = refusals[reason?.code ?? ''] ?? 'You may not countersign this assessment.'
    throw new NotAllowed(text, 'assessment.countersign', [input.personId])
  }
  return { inHand, round, wanted: round.wanted }
}

async function leaveReview(ctx: Context, inHand: InHand): Promise<void> {
  await ctx.tx.run('DELETE FROM assessment.awaiting_countersign WHERE person_id = $1 AND assessment_id = $2', [
    inHand.assessment.personId,
    inHand.assessment.id,
  ])
  await takeBackBundle(ctx, inHand)
}

function answered(quality: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(quality).filter(([, answer]) => answer !== ''))
}

function faultsOf(input: CountersignAssessment, ctx: Context, asked: 'all' | 'some' = 'all') {
  const known: readonly string[] = qualityAnswers.map(answer => answer.value)
  const faults = shortQualityForm
    .on(ctx.today)
    .value.filter(({ code }) => {
      const answer = input.quality[code] ?? ''
      return asked === 'some' && answer === '' ? false : !known.includes(answer)
    })
    .map(({ code }) => ({ field: `quality-${code}`, code: 'quality-missing', text: 'Choose how well this is done' }))
  if (input.comment.length <= longestComment) return faults
  const text = `Shorten the comment to ${longestComment} characters or fewer`
  return [...faults, { field: 'comment', code: 'too-long', text }]
}
