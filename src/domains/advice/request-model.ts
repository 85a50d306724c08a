import type { Instant, LocalDate } from '../../platform/calendar/index.ts'
import type { Reason, RuleUsed } from '../../platform/rules/index.ts'
import type { RequestActKind, RequestState } from './rules/request-state.ts'

export type ReportKind = 'after-conviction' | 'before-plea' | 'addendum' | 'breach' | 'deferred-sentence'
export type RequestSource = 'court-outcome' | 'court-result' | 'before-plea' | 'crown-court' | 'manual'
export type DeliveryMode = 'ORAL_ON_DAY' | 'WRITTEN_ON_DAY' | 'WRITTEN_ADJOURNED'
export type ReportDepth = 'NONE' | 'VERIFICATION' | 'ORAL' | 'SHORT' | 'STANDARD'
export type PleaOverall = 'guilty' | 'not-guilty' | 'mixed' | 'not-known'
export type RemandStatus = 'unconditional-bail' | 'conditional-bail' | 'custody' | 'not-known'
export type CohortCode = 'WOMEN' | 'YOUNG_ADULT' | 'AT_RISK_OF_CUSTODY' | 'ETHNIC_MINORITY'

export type RequestedOffence = {
  readonly code: string | null
  readonly title: string
  readonly committedOn: LocalDate | null
  readonly convictedOn: LocalDate | null
  /** The one the report is chiefly about. */
  readonly main: boolean
  /** As the court's list words it. */
  readonly maximumPenalty: string | null
}

/** What the defence says when it asks for a report before the plea; each condition null when nobody said. */
export type BeforePleaFacts = {
  readonly representative: string
  readonly firm: string | null
  readonly initialDetailsOn: LocalDate | null
  readonly anticipatedPlea: 'guilty' | 'not-guilty' | null
  readonly bailOrPostal: boolean | null
  readonly magistratesSentence: boolean | null
  readonly guiltyToAllOnFullBasis: boolean | null
  readonly passesCommunityThreshold: boolean | null
  readonly consents: boolean | null
}

/** What triage asks and no record holds; null is not answered. */
export type TriageAnswers = {
  readonly courtIndicatesCustody: boolean | null
  readonly custodyMonthsLikely: number | null
  readonly dangerousness: boolean | null
  readonly domesticAbuse: boolean | null
  readonly treatment: boolean | null
  readonly careHistory: boolean | null
}

/** As given with the request and corrected since; null is not known. */
export type RequestFacts = {
  readonly offences: readonly RequestedOffence[]
  readonly plea: PleaOverall
  readonly remand: RemandStatus
  readonly prison: string | null
  /** The day of the hearing at which the report was asked for. */
  readonly hearingDay: LocalDate | null
  /** What the court said it has in mind; it binds nobody. */
  readonly indication: string | null
  readonly requirementsIndicated: string | null
  readonly notes: string | null
  /** A colleague to tell when the report moves. */
  readonly notify: string | null
  readonly interpreter: string | null
  readonly breachOfSuspendedSentence: boolean | null
  readonly answers: TriageAnswers
  readonly beforePlea: BeforePleaFacts | null
}

export type FoundCohort = { readonly cohort: CohortCode; readonly reasons: readonly Reason[] }

export type StoredTriage = {
  readonly suggestedDepth: ReportDepth
  readonly suggestedDelivery: DeliveryMode | null
  /** A delivered report to build on. */
  readonly reuse: string | null
  /** Cohorts that could not be settled, each with the fact that is missing. */
  readonly notKnown: readonly { readonly cohort: CohortCode; readonly fact: string }[]
  readonly reasons: readonly Reason[]
  readonly rules: readonly RuleUsed[]
  /** What a person decided; null while nobody has. */
  readonly decision: {
    readonly depth: ReportDepth
    readonly delivery: DeliveryMode | null
    readonly differsBecause: string | null
    readonly at: Instant
    readonly by: string
    readonly byName: string
  } | null
}

export type RequestAct = {
  readonly id: string
  readonly kind: RequestActKind
  readonly at: Instant
  readonly by: string
  readonly byName: string
  readonly reason: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export type ReportRequest = {
  readonly personId: string
  readonly id: string
  readonly kind: ReportKind
  readonly source: RequestSource
  readonly sourceId: string
  readonly courtCode: string
  readonly appearanceId: string | null
  readonly caseReference: string | null
  readonly askedAt: Instant
  readonly askedBy: string
  /** Null while the court has not said. */
  readonly requiredBy: LocalDate | null
  readonly delivery: DeliveryMode | null
  readonly depth: ReportDepth | null
  readonly facts: RequestFacts
  readonly cohorts: readonly FoundCohort[]
  readonly triage: StoredTriage | null
  readonly regionCode: string | null
  readonly teamCode: string | null
  readonly version: number
  readonly excluded: boolean
  readonly restricted: boolean
  /** Oldest first. */
  readonly acts: readonly RequestAct[]
  readonly state: RequestState
  /** Who writes it now. */
  readonly writer: { readonly username: string; readonly name: string } | null
}

export const noFacts: RequestFacts = {
  offences: [],
  plea: 'not-known',
  remand: 'not-known',
  prison: null,
  hearingDay: null,
  indication: null,
  requirementsIndicated: null,
  notes: null,
  notify: null,
  interpreter: null,
  breachOfSuspendedSentence: null,
  answers: {
    courtIndicatesCustody: null,
    custodyMonthsLikely: null,
    dangerousness: null,
    domesticAbuse: null,
    treatment: null,
    careHistory: null,
  },
  beforePlea: null,
}
