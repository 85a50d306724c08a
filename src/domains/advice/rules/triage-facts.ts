import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { PleaOverall, RemandStatus, ReportDepth } from '../request-model.ts'

export type RoshLevel = 'low' | 'medium' | 'high' | 'very-high'
export type RecordedBand = 'low' | 'medium' | 'high' | 'very-high'

/** What the triage asks, in its order. Null is not known, and never counts as no. Ethnicity is here for the cohort and
 *  is read by no other rule. */
export type TriageFacts = {
  /** The day the court hears the case next, else the day the report was asked for. */
  readonly hearingOn: LocalDate
  readonly askedOn: LocalDate
  readonly requiredBy: LocalDate | null
  readonly imprisonable: boolean | null
  readonly plea: PleaOverall
  readonly knownToProbation: boolean | null
  readonly sex: 'male' | 'female' | null
  readonly age: number | null
  readonly ethnicity: string | null
  readonly remand: RemandStatus
  readonly courtIndicatesCustody: boolean | null
  /** Community and suspended sentence orders: when each ended, null while it runs. */
  readonly orders: readonly { readonly family: string; readonly endedOn: LocalDate | null }[]
  readonly breachOfSuspendedSentence: boolean | null
  readonly custodialSentences: number | null
  /** Bands of general and serious reoffending, each with its predictor and generation; null when no score was made. */
  readonly bands:
    | readonly { readonly predictor: string; readonly generation: number; readonly band: RecordedBand }[]
    | null
  readonly recentReport: {
    readonly requestId: string
    readonly deliveredOn: LocalDate
    readonly depth: ReportDepth
  } | null
  readonly dangerousness: boolean | null
  readonly sexual: boolean | null
  readonly domesticAbuse: boolean | null
  readonly rosh: RoshLevel | null
  readonly custodyMonthsLikely: number | null
  readonly treatment: boolean | null
  readonly mappa: boolean | null
  readonly careHistory: boolean | null
}
