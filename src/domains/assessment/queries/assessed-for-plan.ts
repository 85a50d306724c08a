import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { questionSetVersion } from '../questions/question-set.ts'
import { assessmentState } from '../rules/assessment-state.ts'
import { managementChecklist } from '../rules/management-plan.ts'
import type { NeedFact } from '../rules/plan-coverage.ts'
import { assessedNeeds } from '../rules/strength-scores.ts'
import { answersOf, answerValues } from './answers-of.ts'
import { assessmentsOf } from './assessments-of.ts'
import { riskActionsOf } from './risk-actions-of.ts'

/** What a plan is measured against: the needs found and the ticked factors of the risk management checklist. */
export type AssessedForPlan = {
  readonly assessmentId: string
  readonly assessedOn: LocalDate
  readonly needs: readonly NeedFact[] | null
  readonly factors: readonly { readonly code: string; readonly text: string }[] | null
}

/** From the newest assessment with answers that was not deleted, signed or still open: a plan is written beside the
 *  assessment it goes with. Null when the person has none. */
export async function assessedForPlan(
  tx: Tx,
  group: readonly string[],
  asAt: LocalDate,
): Promise<AssessedForPlan | null> {
  const actions = (await riskActionsOf(tx, group)).map(({ factors, endedAs }) => ({
    factors,
    withdrawn: endedAs === 'withdrawn',
  }))
  for (const assessment of await assessmentsOf(tx, group)) {
    if (assessmentState(assessment.acts) === 'DELETED') continue
    const answers = answerValues(await answersOf(tx, group, assessment.id))
    if (answers.size === 0) continue
    const set = questionSetVersion(assessment.questionSet)
    const needs = assessedNeeds(set, answers, [assessment.layer]).map(({ area, level, harmLinked }) => ({
      area,
      level,
      harmLinked,
    }))
    const checklist = managementChecklist(set, answers, actions, asAt)
    const { id: assessmentId, assessedOn } = assessment
    return {
      ...{ assessmentId, assessedOn },
      needs: needs.some(need => need.level !== null || need.harmLinked !== null) ? needs : null,
      factors: checklist.filter(({ ticked }) => ticked).map(({ code, text }) => ({ code, text })),
    }
  }
  return null
}
