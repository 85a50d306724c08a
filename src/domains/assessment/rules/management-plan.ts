import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import { managementPlanFrom } from '../parameters/harm-rules.ts'
import { managementFactors } from '../parameters/management-factors.ts'
import { codesOf } from '../questions/asked.ts'
import type { AnswerValues, QuestionSet } from '../questions/question.ts'
import { questionOf } from '../questions/question-set.ts'
import { type HarmLevels, isAtLeast } from './harm-levels.ts'

/** Whether a risk management plan is required. 'not-known' without levels: no full analysis is not "no plan needed".
 *  Source: assessment-and-plan.md section 4.3. */
export function managementPlanNeeded(
  levels: HarmLevels | null,
  asAt: LocalDate,
): Decision<'needed' | 'not-needed' | 'not-known'> {
  const rule = managementPlanFrom.on(asAt)
  if (levels === null) return decided('not-known', [rule], reason('no-levels'))
  const needed = isAtLeast(levels.overall, rule.value.level)
  return decided(needed ? 'needed' : 'not-needed', [rule], reason('overall-level', { level: levels.overall }))
}

/** An action of the plan as far as the checklist reads it. */
export type FactorAction = { readonly factors: readonly string[]; readonly withdrawn: boolean }

export type ChecklistFactor = {
  readonly code: string
  readonly text: string
  /** The answers of the assessment that suggest it. */
  readonly because: readonly string[]
  /** As the practitioner left the checklist; as suggested while nobody has looked at it. */
  readonly ticked: boolean
  /** Suggested, and taken off the list by the practitioner. */
  readonly takenOff: boolean
  /** An action that is not withdrawn deals with it. */
  readonly addressed: boolean
}

/** The checklist of the risk management plan, in order: what the analysis suggests, what is ticked, and what an action
 *  deals with. Source: assessment-and-plan.md section 4.3. */
export function managementChecklist(
  set: QuestionSet,
  answers: AnswerValues,
  actions: readonly FactorAction[],
  asAt: LocalDate,
): readonly ChecklistFactor[] {
  const signs = managementFactors.on(asAt).value
  const chosen = answers.get('RM28')
  const addressed = new Set(actions.flatMap(action => (action.withdrawn ? [] : action.factors)))
  return (questionOf(set, 'RM28')?.options ?? []).map(({ code, text }) => {
    const because = (signs[code] ?? [])
      .filter(([question, ...suggests]) => codesOf(answers.get(question) ?? []).some(one => suggests.includes(one)))
      .map(([question]) => question)
    const suggested = because.length > 0
    const ticked = chosen === undefined ? suggested : codesOf(chosen).includes(code)
    return { code, text, because, ticked, takenOff: suggested && !ticked, addressed: addressed.has(code) }
  })
}

/** The factors ticked that no action deals with. */
export function unaddressedFactors(checklist: readonly ChecklistFactor[]): readonly ChecklistFactor[] {
  return checklist.filter(factor => factor.ticked && !factor.addressed)
}

/** What an action still lacks: who does it, what, by when, and what happens if it does not work. */
export function lacksOfAction(action: {
  readonly owner: string
  readonly what: string
  readonly by: LocalDate | null
  readonly contingency: string
}): readonly ('owner' | 'what' | 'by' | 'contingency')[] {
  return (['owner', 'what', 'by', 'contingency'] as const).filter(field => !action[field]?.trim())
}
