import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import type { Decision } from '../../../platform/rules/index.ts'
import { enquiriesOf, enquiryKinds } from '../../person/index.ts'
import type { Countersigner } from '../parameters/countersign-rules.ts'
import { questionSetVersion, sectionOf } from '../questions/question-set.ts'
import { type ConfirmationGroup, confirmationGroups } from '../rules/confirmation-groups.ts'
import { countersignRule } from '../rules/countersign-rule.ts'
import { type HarmLevels, harmLevels } from '../rules/harm-levels.ts'
import { missingAtSigning } from '../rules/missing-at-signing.ts'
import { type NoneKnownFault, noneKnownFaults } from '../rules/none-known.ts'
import { scoreHarmMismatch } from '../rules/score-harm-mismatch.ts'
import { type ScoredSet, scoredSet } from '../rules/scored-set.ts'
import { answersOf, answerValues, type StoredAnswers } from './answers-of.ts'
import type { AssessmentOnRecord } from './assessments-of.ts'
import { countersignFacts } from './countersign-facts.ts'
import { factsForPredictors } from './facts-for-predictors.ts'
import { frameworkRoleOf } from './framework-roles.ts'
import { planOf } from './plan-of.ts'
import { riskActionsOf } from './risk-actions-of.ts'

/** Something that stands in the way of signing, or that the signer is warned of. `section` is where it is put right;
 *  null: not on the form (an enquiry, the plan). */
export type SigningItem = {
  readonly code: string
  readonly section: string | null
  readonly question: string | null
  readonly text: string
}

export type SigningCheck = {
  readonly blocking: readonly SigningItem[]
  readonly warnings: readonly SigningItem[]
  readonly answers: StoredAnswers
  readonly confirmations: readonly ConfirmationGroup[]
  /** Null: no full analysis, so no levels. */
  readonly levels: HarmLevels | null
  readonly scores: ScoredSet
  /** The load of actuarial data the scores rest on. */
  readonly scoreData: string | null
  readonly assessorRole: string | null
  readonly countersign: Decision<readonly Countersigner[]>
}

/** Everything that signing asks about an assessment as it stands, for the page before signing and for the command.
 *  Writes nothing. Source: specification section 5.2. */
export async function signingCheck(
  ctx: Context,
  group: readonly string[],
  assessment: AssessmentOnRecord,
): Promise<SigningCheck> {
  const { layer } = assessment
  const answers = await answersOf(ctx.tx, group, assessment.id)
  const values = answerValues(answers)
  const set = questionSetVersion(assessment.questionSet)
  const { facts, record, inputs, ...gathered } = await factsForPredictors(ctx.tx, group, assessment.id, ctx.today)
  const scores = scoredSet(facts, record, gathered.answers)
  const levels = harmLevels(values, ctx.today)
  const combined = scores.generationTwo.find(score => score.predictor === 'CSRP')
  const confirmations = confirmationGroups(set, layer, answers)
  const actions = await riskActionsOf(ctx.tx, group)
  const plan = await planOf(ctx.tx, group)
  const missing = missingAtSigning({
    ...{ layer, set, answers: values, asAt: ctx.today, confirmations },
    inCustody: facts.two.inCustody === true,
    actions: actions.map(action => ({ factors: action.factors, withdrawn: action.endedAs === 'withdrawn' })),
    mismatch: scoreHarmMismatch(combined?.band ?? null, levels?.overall ?? null, ctx.today).outcome,
    agreementAnswered: layer === 'CSRP' || assessment.periodId === null ? null : plan.agreement !== 'draft',
    predictorInputs: [...new Set(scores.generationTwo.flatMap(missingInputs))],
  })
  const enquiries = await enquiriesOf(ctx.tx, group)
  const tooLong = [...answers.values()].filter(
    answer => answer.tooLong !== null && sectionOf(set, answer.question, layer),
  )
  const assessorRole = await frameworkRoleOf(ctx.tx, ctx.viewer.username, ctx.today)
  const given = { assessment, answers: values, harm: levels?.overall ?? null, assessorRole }
  return {
    blocking: [
      ...missing.blocking,
      ...tooLong.map(({ question }) => ({
        ...{ code: 'too-long', question, section: sectionOf(set, question, layer)!.code },
        text: 'Shorten a text that is over its limit',
      })),
      ...(layer === 'CSRP' ? [] : noneKnownFaults(values, enquiries, ctx.today).map(enquiryItem(ctx.today))),
    ],
    warnings: missing.warnings,
    ...{ answers, confirmations, levels, scores, assessorRole },
    scoreData: combined?.dataVersion ?? null,
    countersign: countersignRule(await countersignFacts(ctx, group, given), ctx.today),
  }
}

/** A predictor that does not apply, or was scored in its other form, lacks nothing. */
function missingInputs(score: ScoredSet['generationTwo'][number]): readonly string[] {
  return score.outcome === 'no-score' && score.why === 'missing' ? score.missing : []
}

const standingWords: Readonly<Record<NoneKnownFault['standing'], string>> = {
  'not-asked': 'nobody has asked. Ask, or change the answer',
  outstanding: 'the answer is outstanding. Wait for it, or close the enquiry as sent, not returned',
  overdue: 'the answer is overdue. Chase it, or close the enquiry as sent, not returned',
  'something-known': 'we were told something. Read it and change the answer',
}

function enquiryItem(asAt: LocalDate) {
  return ({ enquiry, question, standing }: NoneKnownFault): SigningItem => {
    const name = enquiryKinds.on(asAt).value.find(kind => kind.code === enquiry)?.name ?? enquiry
    const text = `${name}: you say that nothing is known, but ${standingWords[standing]}`
    return { code: `enquiry-${standing}`, section: null, question, text }
  }
}
