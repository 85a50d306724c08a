import { type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import { resultedShownDays } from '../parameters/outcomes.ts'

export const outcomeTypes = {
  PROBATION_SENTENCE: 'Probation sentence',
  NON_PROBATION_SENTENCE: 'Non-probation sentence',
  REPORT_REQUESTED: 'Report requested',
  ADJOURNED: 'Adjourned',
  COMMITTED_TO_CROWN: 'Committed to Crown',
  CROWN_PLUS_PSR: 'Crown plus PSR',
  NO_OUTCOME: 'No outcome',
  OTHER: 'Other',
  WARRANT: 'Warrant',
  TRIAL: 'Trial',
  DISMISSED: 'Dismissed',
  FINE: 'Fine',
} as const
export type OutcomeType = keyof typeof outcomeTypes

export function isOutcomeType(text: string): text is OutcomeType {
  return Object.hasOwn(outcomeTypes, text)
}

export type OutcomeState = 'NEW' | 'IN_PROGRESS' | 'ON_HOLD' | 'RESULTED'

export type OutcomeFacts = {
  readonly assignedTo: string | null
  readonly heldAt: string | null
  readonly resultedAt: string | null
}

/** The state of an outcome, read from who did what: resulted, held, taken on, or new. */
export function outcomeState(facts: OutcomeFacts): OutcomeState {
  if (facts.resultedAt) return 'RESULTED'
  if (facts.heldAt) return 'ON_HOLD'
  return facts.assignedTo ? 'IN_PROGRESS' : 'NEW'
}

export type OutcomeStep = 'assign' | 'change-type' | 'hold' | 'release' | 'result'

/** May this user take this step? Only the assignee results, and only work in progress; after that nothing changes
 *  (court specification, section 8). */
export function outcomeStep(
  facts: OutcomeFacts,
  step: OutcomeStep,
  user: string,
): Decision<'allowed' | 'not-yours' | 'wrong-state'> {
  const state = outcomeState(facts)
  if (state === 'RESULTED') return decided('wrong-state', [], reason('already-resulted'))
  if (step === 'result') {
    if (facts.assignedTo !== null && facts.assignedTo !== user) {
      return decided('not-yours', [], reason('assigned-to-someone-else'))
    }
    if (state !== 'IN_PROGRESS') return decided('wrong-state', [], reason('not-in-progress', { state }))
  }
  if (step === 'hold' && state === 'ON_HOLD') return decided('wrong-state', [], reason('already-on-hold'))
  if (step === 'release' && state !== 'ON_HOLD') return decided('wrong-state', [], reason('not-on-hold'))
  return decided('allowed', [], reason('step-follows-state', { state }))
}

/** The first day whose resulted outcomes are still listed. */
export function resultedShownFrom(today: LocalDate): LocalDate {
  return plusDays(today, -resultedShownDays.on(today).value)
}
