import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Band, NoScore, PreviousConviction, Score, Sex, SexualHistory } from './model.ts'

/** 0 no problems, 1 some, 2 significant; for awareness and motivation 0 is the best answer. */
export type Problem = 0 | 1 | 2

/** Everything the first generation asks. Null is not known. `followUpFrom` is the community start or the release,
 *  from which the person can reoffend. `previous` null is not answered. */
export type GenerationOneFacts = {
  readonly assessedOn: LocalDate
  readonly sex: Sex | null
  readonly dateOfBirth: LocalDate | null
  readonly convictedOn: LocalDate | null
  readonly followUpFrom: LocalDate | null
  readonly supervision: 'community' | 'custody' | 'remand' | null
  readonly offenceCode: string | null
  readonly totalSanctions: number | null
  readonly violentSanctions: number | null
  readonly ageAtFirstSanction: number | null
  readonly mostRecentOffenceOn: LocalDate | null
  readonly snsvBasis: 'static' | 'dynamic' | null
  readonly answers: GenerationOneAnswers
  readonly previous: readonly PreviousConviction[] | null
  readonly sexual: SexualHistory
}

export type GenerationOneAnswers = {
  readonly weapon: boolean | null
  readonly recognisesImpact: boolean | null
  readonly noFixedAbode: boolean | null
  readonly accommodation: Problem | null
  readonly unemployed: boolean | null
  readonly partnerRelationship: Problem | null
  readonly domesticAbuse: boolean | null
  readonly abuseAgainstPartner: boolean | null
  readonly regularActivities: Problem | null
  readonly drugMisuse: Problem | null
  readonly drugMotivation: Problem | null
  readonly alcoholUse: Problem | null
  readonly bingeDrinking: Problem | null
  readonly psychiatricTreatment: boolean | null
  readonly impulsivity: Problem | null
  readonly temperControl: Problem | null
  readonly problemSolving: Problem | null
  readonly awareness: Problem | null
  readonly othersViews: Problem | null
  readonly proCriminalAttitudes: Problem | null
}

export type FaultCode =
  | 'missing-input'
  | 'missing-dynamic-input'
  | 'total-sanctions-below-one'
  | 'violent-above-total'
  | 'offence-code-format'
  | 'offence-needs-detail'
  | 'offence-not-mapped'
  | 'date-not-after-birth'
  | 'under-ten-at-conviction'
  | 'under-ten-at-follow-up'
  | 'under-ten-at-sexual-sanction'
  | 'under-eighteen'
  | 'first-sanction-after-conviction'
  | 'follow-up-before-conviction'
  | 'sexual-history-contradicts-counts'
  | 'sexual-counts-missing'
  | 'component-fault'

/** What is wrong with the facts, and which of them. */
export type Fault = { readonly code: FaultCode; readonly fields: readonly string[] }

/** A score of the first generation; it may stand although `faults` say that a better one was not possible. */
export type GenerationOneScore = Score<GenerationOneFacts> & {
  readonly faults: readonly Fault[]
  /** Where the predictor also gives a one-year per cent. */
  readonly oneYearPercent?: number
  readonly points?: number
  readonly bandReduced?: boolean
}

export type GenerationOneNoScore = NoScore<GenerationOneFacts> & { readonly faults: readonly Fault[] }
export type GenerationOneAnswer = GenerationOneScore | GenerationOneNoScore

export type Calculated = {
  readonly percent: number
  readonly band: Band
  readonly linear: number
  readonly contributions: Score['contributions']
}
