import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Source } from '../../../platform/rules/index.ts'

/** How deep an assessment goes (assessment-and-plan.md section 2). CSRP: predictor questions only. FAST: a review of
 *  what changed. */
export type Layer = 'CSRP' | 'L1' | 'L3' | 'L3.2' | 'FAST'

/** An area of need, of both the scored sections and the strengths areas. */
export type NeedArea =
  | 'accommodation'
  | 'education-employment'
  | 'finance'
  | 'relationships'
  | 'lifestyle'
  | 'drugs'
  | 'alcohol'
  | 'emotional-wellbeing'
  | 'thinking-behaviour'
  | 'attitudes'

/** The code of a choice ('M' is missing, which is not an answer), several codes, a text, a whole number in digits, or a
 *  LocalDate. */
export type AnswerValue = string | readonly string[]
export type AnswerValues = ReadonlyMap<string, AnswerValue>

export type QuestionOption = { readonly code: string; readonly text: string; readonly score: number | null }

export type QuestionRole =
  | 'issues'
  | 'harm-link'
  | 'harm-link-details'
  | 'reoffending-link'
  | 'reoffending-link-details'
  | 'attention'
  | 'attention-reason'
  | 'wants-change'
  | 'strengths'
  | 'strengths-details'
  | 'complete'

/** `text` in our own words unless `wording` says that a deployer loaded the licensed ones. */
export type Question = {
  readonly code: string
  readonly text: string
  readonly hint: string | null
  readonly wording: 'ours' | 'licensed'
  readonly kind: 'choice' | 'choices' | 'text' | 'count' | 'date'
  readonly options: readonly QuestionOption[]
  readonly mandatory: boolean
  /** Asked only after one of these answers. */
  readonly askedWhen: { readonly question: string; readonly isOneOf: readonly string[] } | null
  /** A predictor reads it. */
  readonly predictor: boolean
  /** Counts towards the section's need score. */
  readonly scored: boolean
  /** The group in which a carried-forward answer is confirmed at signing (see confirmation-groups.ts); null for the rest. */
  readonly riskCritical: string | null
  /** May be shown to the person it is about: never harm, victims or third parties. */
  readonly forThePerson: boolean
  /** What the question does in its section, where rules must find it whatever its code; null for the rest. */
  readonly role: QuestionRole | null
  /** Its place when the form asks it in a table beside its neighbours: the words of its row and column, instead of its
   *  text. Null for a question that stands for itself. */
  readonly inTable: { readonly row: string; readonly column: string } | null
  /** Weight in the quality score; null for every other form. */
  readonly weight: number | null
  /** Longest text in characters; null for anything that is not a text. */
  readonly longest: number | null
}

export type SectionKind =
  | 'offending'
  | 'need'
  | 'strengths'
  | 'health'
  | 'harm-screening'
  | 'harm-analysis'
  | 'harm-summary'
  | 'risk-management'
  | 'self-assessment'
  | 'quality'

/** One area, shown on one page. Thresholds: a need from `needFrom` points, severe from `severeFrom`; null has no score. */
export type Section = {
  readonly code: string
  readonly title: string
  readonly kind: SectionKind
  readonly layers: readonly Layer[]
  readonly area: NeedArea | null
  readonly mostPoints: number | null
  readonly needFrom: number | null
  readonly severeFrom: number | null
  readonly questions: readonly Question[]
}

/** The questions in force from a day. A signed answer keeps the version it was asked in. */
export type QuestionSet = {
  readonly version: string
  readonly from: LocalDate
  readonly source: Source
  readonly sections: readonly Section[]
}

export type NeedLevel = 'none' | 'standard' | 'severe'
export type HarmLevel = 'LOW' | 'MEDIUM' | 'HIGH' | 'VERY_HIGH'
