import type { LocalDate } from '../../../platform/calendar/index.ts'

export type GoalState = 'active' | 'future' | 'achieved' | 'removed'
export type GoalNoteKind = 'progress' | 'achieved' | 'removed' | 're-added'
export type StepStatus = 'not-started' | 'in-progress' | 'completed' | 'cannot-be-done-yet' | 'no-longer-needed'

/** `notes` in the order they were made. */
export type GoalFacts = {
  readonly targetOn: LocalDate | null
  readonly notes: readonly { readonly kind: GoalNoteKind }[]
}

/** What has become of a goal: the last note that ended or re-opened it decides; an open goal is active when it has a
 *  target day and for the future when it has none. Source: assessment-and-plan.md section 6. */
export function goalState({ targetOn, notes }: GoalFacts): GoalState {
  const last = notes.findLast(note => note.kind !== 'progress')?.kind
  if (last === 'achieved' || last === 'removed') return last
  return targetOn === null ? 'future' : 'active'
}

/** Whether to offer "mark as achieved": an active goal with at least one step, every one of them completed. */
export function offersAchieved(state: GoalState, steps: readonly { readonly status: StepStatus }[]): boolean {
  return state === 'active' && steps.length > 0 && steps.every(step => step.status === 'completed')
}
