import type { Instant, LocalDate } from '../../platform/calendar/index.ts'

/** How deep a report goes. Each depth asks everything the one before asks, so that going deeper loses nothing. */
export type ReportDepth = 'ORAL' | 'SHORT' | 'STANDARD'

/** In the order of the form; the slug stands in the page's address. */
export type ReportSection =
  | 'person'
  | 'offences'
  | 'offence-analysis'
  | 'behaviour'
  | 'risk'
  | 'proposal'
  | 'sources'
  | 'sign'

export type ReportChoice = { readonly value: string; readonly text: string; readonly hint?: string }

/** One field of the report. `from` is the shallowest depth that asks it, `requiredFrom` the shallowest that cannot be
 *  signed without it (null: may be left). `longest` counts as `countedLength` does. */
export type ReportField = {
  readonly id: string
  readonly section: ReportSection
  readonly kind: 'text' | 'choice' | 'choices' | 'line'
  readonly label: string
  readonly hint: string | null
  /** Questions that turn telling into analysis, shown beside the text. */
  readonly prompts: readonly string[]
  readonly from: ReportDepth
  readonly requiredFrom: ReportDepth | null
  /** Required only when another field holds this value. */
  readonly requiredWhen: { readonly field: string; readonly is: string } | null
  /** Not required when another field holds this value. */
  readonly insteadOf: { readonly field: string; readonly is: string } | null
  readonly longest: number | null
  /** Longest in the earlier short and spoken forms: advice there, never a bar. */
  readonly earlierLongest: number | null
  readonly choices: readonly ReportChoice[]
  /** Choices of one's own may be added, a line each. */
  readonly ownChoices: boolean
}

export type ReportValue = string | readonly string[]
export type ReportValues = ReadonlyMap<string, ReportValue>

/** A fact of the record shown beside the form, with where it came from and since when. */
export type RecordedFact = {
  readonly section: ReportSection
  readonly code: string
  readonly label: string
  readonly text: string
  readonly source: string
  /** The day it is of; null where the record does not say. */
  readonly asAt: LocalDate | null
}

/** A field the record fills in. */
export type PrefilledField = { readonly field: string; readonly value: ReportValue }

export type StoredText = {
  readonly field: string
  readonly value: ReportValue
  readonly source: 'typed' | 'pre-fill'
  readonly prefilled: ReportValue | null
  readonly version: number
  readonly changedAt: Instant
  readonly changedBy: string
  readonly changedByName: string
}

export type StoredFact = RecordedFact & {
  readonly id: string
  readonly stillTrue: boolean | null
  readonly nowKnown: string | null
  readonly answeredByName: string | null
  readonly answeredAt: Instant | null
}

/** One version of the report. */
export type Report = {
  readonly personId: string
  readonly id: string
  readonly requestId: string
  readonly versionNo: number
  readonly depth: ReportDepth
  readonly openedAt: Instant
  readonly openedBy: string
  readonly openedByName: string
  readonly reason: string | null
}

/** The document that is signed, printed and read at court: words only, in order. */
export type ReportDocument = {
  readonly title: string
  readonly kind: string
  readonly court: string
  readonly requiredBy: LocalDate | null
  readonly person: readonly { readonly label: string; readonly text: string }[]
  readonly sections: readonly {
    readonly title: string
    readonly parts: readonly { readonly label: string; readonly paragraphs: readonly string[] }[]
  }[]
  readonly facts: readonly { readonly label: string; readonly text: string; readonly source: string }[]
  readonly author: { readonly name: string; readonly role: string; readonly signedAt: Instant } | null
  readonly countersigner: { readonly name: string; readonly role: string; readonly signedAt: Instant } | null
  readonly versionNo: number
  readonly legal: string
}
