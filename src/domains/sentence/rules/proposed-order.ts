import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { InForce, Reason } from '../../../platform/rules/index.ts'
import type { DisposalFamily, Length, RequirementKind, Term } from '../model.ts'

export type CheckedRequirement = {
  readonly kind: RequirementKind
  readonly length: Length | null
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  /** Hours of curfew on the shortest and the longest day, and in the fullest seven days; null when not given. */
  readonly curfew?: {
    readonly fewestHoursADay: number | null
    readonly mostHoursADay: number | null
    readonly mostHoursInSevenDays: number | null
  } | null
}

/** An order as the court or the report proposes it; null is not known. `length` is the length of a community order or
 *  deferral, the custodial term of a suspended sentence. */
export type ProposedOrder = {
  readonly family: DisposalFamily
  readonly sentencedOn: LocalDate
  readonly convictedOn: LocalDate | null
  readonly ageAtConviction: number | null
  readonly imprisonable: boolean | null
  readonly length: Term | null
  readonly endsOn: LocalDate | null
  readonly operationalPeriod: Term | null
  readonly supervisionPeriod: Term | null
  readonly requirements: readonly CheckedRequirement[]
}

/** 'unlawful': a limit is broken. 'look': something is missing or odd. Neither is corrected: a person decides. */
export type Severity = 'unlawful' | 'look'

/** The terms of an order that have a limit of their own. */
export type LimitedTerm = 'order' | 'custodial-term' | 'operational-period' | 'supervision-period' | 'deferral'

export type FindingCode =
  | `${LimitedTerm}-${'too-long' | 'too-short' | 'empty' | 'not-credible'}`
  | 'convicted-after-sentence'
  | 'ends-before-sentence'
  | 'end-differs-from-length'
  | 'offence-not-imprisonable'
  | 'order-end-not-known'
  | 'custodial-term-not-known'
  | 'operational-period-not-known'
  | 'supervision-outlasts-operational-period'
  | 'limit-not-known'
  | 'not-in-force'
  | 'not-for-this-order'
  | 'not-available-then'
  | 'length-not-known'
  | 'length-not-whole'
  | 'length-not-credible'
  | 'unit-does-not-fit'
  | 'ends-before-start'
  | 'starts-before-sentence'
  | 'outlasts-the-order'
  | 'requirement-too-long'
  | 'conviction-date-not-known'
  | 'curfew-too-many-hours-a-day'
  | 'curfew-too-few-hours-a-day'
  | 'curfew-too-many-hours-in-seven-days'
  | 'curfew-too-long'
  | 'too-old'
  | 'pilot-areas-only'
  | 'abstinence-with-alcohol-treatment'
  | 'drug-testing-twice'
  | 'nothing-to-monitor'
  | 'requirement-repeated'
  | 'no-requirement'
  | 'nothing-punitive'
  | 'too-many'
  | 'too-few'

/** `requirement` is the place in the order's list, absent for the order itself. */
export type Finding = {
  readonly severity: Severity
  readonly code: FindingCode
  readonly data: Reason['data']
  readonly requirement?: number
  readonly rule?: InForce<unknown>
}

/** A broken limit, with the rule where a parameter holds it. */
export function unlawful(code: FindingCode, data: Reason['data'], rule?: InForce<unknown>): Finding {
  return rule ? { severity: 'unlawful', code, data, rule } : { severity: 'unlawful', code, data }
}

/** Something missing or odd. */
export function look(code: FindingCode, data: Reason['data']): Finding {
  return { severity: 'look', code, data }
}
