import type { LocalDate } from '../../platform/calendar/index.ts'

/** A term of calendar units. Years and months are added before weeks and days. Whole numbers, none negative. */
export type Term = {
  readonly years?: number
  readonly months?: number
  readonly weeks?: number
  readonly days?: number
}

export type LengthUnit = 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'sessions'
/** One amount as a court says it: 120 hours, 20 days, 18 months. */
export type Length = { readonly amount: number; readonly unit: LengthUnit }

export type DisposalFamily =
  | 'community-order'
  | 'suspended-sentence'
  | 'custody'
  | 'youth-custody'
  | 'youth-rehabilitation-order'
  | 'supervision-default-order'
  | 'deferred-sentence'
  | 'youth-other'
  | 'other'

export type RequirementKind =
  | 'unpaid-work'
  | 'rehabilitation-activity'
  | 'programme'
  | 'prohibited-activity'
  | 'curfew'
  | 'exclusion'
  | 'residence'
  | 'foreign-travel-prohibition'
  | 'mental-health-treatment'
  | 'drug-rehabilitation'
  | 'drug-testing'
  | 'alcohol-treatment'
  | 'alcohol-abstinence'
  | 'attendance-centre'
  | 'electronic-compliance-monitoring'
  | 'electronic-whereabouts-monitoring'
  | 'activity'
  | 'supervision'
  | 'local-authority-residence'
  | 'drug-treatment'
  | 'intoxicating-substance-treatment'
  | 'education'
  | 'probation-requirement'
  | 'driving-prohibition'
  | 'public-event-attendance-prohibition'
  | 'drinking-establishment-entry-prohibition'
  | 'restriction-zone'

/** Who put a fact forward. A machine's facts stay proposed until a person accepts them. */
export type ProposedBy =
  | { readonly by: 'machine'; readonly from: string; readonly review: readonly string[] }
  | { readonly by: 'person'; readonly user: string }

/** Day and reason of an ending: both or neither. */
export type Termination = { readonly on: LocalDate; readonly reason: TerminationReason }

export type TerminationReason =
  | 'completed'
  | 'expired'
  | 'revoked-good-progress'
  | 'revoked-other'
  | 'replaced-on-breach'
  | 'died'
  | 'transferred-out'
  | 'quashed-on-appeal'

export type Requirement = {
  readonly id: string
  readonly kind: RequirementKind
  readonly subtype: string | null
  readonly imposedOn: LocalDate
  readonly length: Length | null
  readonly startsOn: LocalDate | null
  readonly expectedEnd: LocalDate | null
  readonly notes: string
  readonly termination: Termination | null
  readonly proposed: ProposedBy | null
}

/** `length` is the order's length or the custodial term; `enteredEnd` is a person's correction of the calculated end. */
export type Disposal = {
  readonly id: string
  readonly family: DisposalFamily
  readonly typeCode: string | null
  readonly sentencedOn: LocalDate
  readonly length: Term | null
  readonly operationalPeriod: Term | null
  readonly supervisionPeriod: Term | null
  readonly courtEnd: LocalDate | null
  readonly enteredEnd: LocalDate | null
  readonly requirements: readonly Requirement[]
  readonly termination: Termination | null
  readonly proposed: ProposedBy | null
}

/** One conviction and what followed from it; `number` counts from 1 for each person. */
export type SentenceEvent = {
  readonly id: string
  readonly crn: string
  readonly number: number
  readonly convictedOn: LocalDate | null
  readonly courtCode: string | null
  readonly mainOffence: string
  readonly otherOffences: readonly { readonly code: string; readonly on: LocalDate | null; readonly count: number }[]
  readonly disposal: Disposal | null
  readonly inBreach: boolean
}
