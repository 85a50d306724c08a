import type { Instant, LocalDate } from '../../platform/calendar/index.ts'
import type { NeedArea } from './questions/question.ts'
import type { GoalNoteKind, GoalState, StepStatus } from './rules/goal-state.ts'
import type { AgreementAnswer, AgreementState } from './rules/plan-agreement.ts'

export type PlanType = 'initial' | 'review' | 'terminate' | 'transfer' | 'other'
/** Who takes a step: the person, their practitioner, a prison offender manager, programme staff, a partnership agency,
 *  a commissioned provider, or someone else who is named. */
export type StepActor =
  | 'person'
  | 'practitioner'
  | 'prison-manager'
  | 'programme-staff'
  | 'agency'
  | 'provider'
  | 'other'
export type SupportNeeded = 'yes' | 'no' | 'dont-know'
export type GoalLinkKind = 'requirement' | 'harm-factor' | 'risk-action' | 'referral'

export const planTypes: readonly PlanType[] = ['initial', 'review', 'terminate', 'transfer', 'other']
export const stepActors: readonly StepActor[] = [
  'person',
  'practitioner',
  'prison-manager',
  'programme-staff',
  'agency',
  'provider',
  'other',
]
export const stepStatuses: readonly StepStatus[] = [
  'not-started',
  'in-progress',
  'completed',
  'cannot-be-done-yet',
  'no-longer-needed',
]
export const needAreas: readonly NeedArea[] = [
  'accommodation',
  'education-employment',
  'finance',
  'drugs',
  'alcohol',
  'emotional-wellbeing',
  'relationships',
  'lifestyle',
  'thinking-behaviour',
  'attitudes',
]

export type GoalNote = {
  readonly kind: GoalNoteKind
  readonly body: string
  readonly at: Instant
  readonly byName: string
}

/** `withheld`: the words hold what must not reach the person's copy (risk, victims, third parties, custody). */
export type Step = {
  readonly id: string
  readonly body: string
  readonly suggestion: string | null
  readonly actor: StepActor
  readonly actorName: string | null
  readonly withheld: boolean
  readonly status: StepStatus
  readonly statusSince: Instant | null
  readonly version: number
}

export type Goal = {
  readonly personId: string
  readonly id: string
  readonly title: string
  readonly suggestion: string | null
  readonly area: NeedArea
  readonly relatedAreas: readonly NeedArea[]
  readonly targetOn: LocalDate | null
  readonly remindOn: LocalDate | null
  readonly withheld: boolean
  readonly state: GoalState
  readonly offersAchieved: boolean
  readonly steps: readonly Step[]
  readonly notes: readonly GoalNote[]
  readonly links: readonly { readonly kind: GoalLinkKind; readonly target: string }[]
  readonly addedAt: Instant
  readonly addedByName: string
  readonly version: number
}

export type Agreement = {
  readonly planType: PlanType
  readonly answer: AgreementAnswer
  readonly reason: string | null
  readonly notes: string
  readonly at: Instant
  readonly byName: string
}

export type ProgressNote = {
  readonly body: string
  readonly supportNeeded: SupportNeeded
  readonly at: Instant
  readonly byName: string
}

/** A person's plan as it stands. Goals in their order; agreements and progress notes in the order they were made.
 *  `mergedFrom` counts further records of the same person that held goals of their own before they were merged. */
export type SentencePlan = {
  readonly goals: readonly Goal[]
  readonly agreements: readonly Agreement[]
  readonly agreement: AgreementState
  readonly progress: readonly ProgressNote[]
  readonly complianceOnly: readonly { readonly requirementId: string; readonly reason: string; readonly by: string }[]
  readonly changedSinceAgreed: boolean
  readonly mergedFrom: number
}
