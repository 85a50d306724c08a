import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, type Reason, reason } from '../../../platform/rules/index.ts'
import { agreementNeeds } from '../parameters/plan-rules.ts'
import type { GoalState } from './goal-state.ts'

export type AgreementAnswer = 'agree' | 'do-not-agree' | 'could-not-answer'
export type AgreementState =
  | 'draft'
  | 'agreed'
  | 'do-not-agree'
  | 'could-not-answer'
  | 'updated-agreed'
  | 'updated-do-not-agree'

/** Where the plan stands with the person, from every time they were asked, in order. A plan nobody was asked about is
 *  a draft; a later answer updates the first. */
export function agreementState(answers: readonly AgreementAnswer[]): AgreementState {
  const last = answers.at(-1)
  if (last === undefined) return 'draft'
  if (last === 'could-not-answer') return 'could-not-answer'
  if (answers.length === 1) return last === 'agree' ? 'agreed' : 'do-not-agree'
  return last === 'agree' ? 'updated-agreed' : 'updated-do-not-agree'
}

/** The person could not answer: they are asked again the next time the plan is opened. */
export function asksAgain(state: AgreementState): boolean {
  return state === 'could-not-answer'
}

export type GoalToAgree = { readonly title: string; readonly state: GoalState; readonly steps: number }

/** May the person be asked to agree? A plan needs an active goal, and each active goal a step. Reasons:
 *  `no-active-goal`, `goal-without-step` (title). */
export function agreementVerdict(goals: readonly GoalToAgree[], asAt: LocalDate): Decision<'ready' | 'not-ready'> {
  const needs = agreementNeeds.on(asAt)
  const active = goals.filter(goal => goal.state === 'active')
  const lacking: Reason[] = []
  if (active.length < needs.value.activeGoals) lacking.push(reason('no-active-goal', { active: active.length }))
  if (needs.value.stepForEachActiveGoal) {
    const bare = active.filter(goal => goal.steps === 0)
    lacking.push(...bare.map(goal => reason('goal-without-step', { title: goal.title })))
  }
  return decided(lacking.length > 0 ? 'not-ready' : 'ready', [needs], ...lacking)
}
