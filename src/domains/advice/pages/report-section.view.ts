import type { LocalDate } from '../../../platform/calendar/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { fieldsAt, reportSections } from '../parameters/report-fields.ts'
import type { ReportDepth, ReportField, ReportSection, ReportValue, StoredFact, StoredText } from '../report-model.ts'
import { overBy } from '../rules/report-completion.ts'
import { inWords } from '../rules/report-document.ts'
import { markOf } from '../rules/save-text.ts'
import type { TextChange } from '../store/report-store.ts'

export type FieldView = {
  readonly field: ReportField
  readonly value: ReportValue
  /** What the form sends back so that an old tab undoes nothing. */
  readonly seen: string
  /** Where the words come from, or null when the writer typed them. */
  readonly from: string | null
  /** 'This text is 12 characters too long ...', or null. */
  readonly tooLong: string | null
  readonly limit: string | null
  /** Words of this field that met others being saved. */
  readonly beside: readonly { readonly id: string; readonly text: string; readonly by: string }[]
  readonly words: readonly string[]
}

export type FactView = {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly from: string
  readonly answered: string | null
}

export type SectionView = {
  readonly section: ReportSection
  readonly title: string
  readonly fields: readonly FieldView[]
  readonly facts: readonly FactView[]
  readonly next: ReportSection | null
}

/** One section of the form with what stands in it. */
export function sectionView(given: {
  readonly section: ReportSection
  readonly depth: ReportDepth
  readonly texts: ReadonlyMap<string, StoredText>
  readonly facts: readonly StoredFact[]
  readonly beside: readonly TextChange[]
}): SectionView {
  const { section, depth, texts } = given
  const order = reportSections.map(one => one.section)
  return {
    section,
    title: reportSections.find(one => one.section === section)!.title,
    fields: fieldsAt(depth, section).map(field => fieldView(field, texts.get(field.id), given.beside)),
    facts: given.facts.filter(fact => fact.section === section).map(factView),
    next: order[order.indexOf(section) + 1] ?? null,
  }
}

function fieldView(field: ReportField, text: StoredText | undefined, beside: readonly TextChange[]): FieldView {
  const value = text?.value ?? (field.kind === 'choices' ? [] : '')
  const over = overBy(field, value)
  return {
    field,
    value,
    seen: `${text?.version ?? 0}.${markOf(value)}`,
    from: text?.source === 'pre-fill' ? 'Filled in from the record. Check that it still holds.' : null,
    tooLong: over > 0 ? tooLongWords(over) : null,
    limit: field.longest === null || field.kind === 'line' ? null : limitWords(field),
    beside: beside
      .filter(change => change.field === field.id)
      .map(change => ({ id: change.id, text: inWords(field, change.value).join('\n'), by: change.byName })),
    words: inWords(field, value),
  }
}

/** 'This text is 12 characters too long ...': said on the page, by the form that saves itself, and before signing. */
export function tooLongWords(over: number): string {
  return `This text is ${plural(over, 'character')} too long. It is kept as a draft, and the report cannot be signed until it is shorter`
}

function limitWords(field: ReportField): string {
  const most = `Up to ${field.longest!.toLocaleString('en-GB')} characters`
  const short = field.earlierLongest?.toLocaleString('en-GB')
  return short ? `${most}; ${short} was the most in the earlier short forms` : most
}

function factView(fact: StoredFact): FactView {
  const answered =
    fact.stillTrue === null
      ? null
      : fact.stillTrue
        ? `Still true, says ${fact.answeredByName}`
        : `Not true any more, says ${fact.answeredByName}: ${fact.nowKnown}`
  return { id: fact.id, label: fact.label, text: fact.text, from: sourceWords(fact.source, fact.asAt), answered }
}

/** 'Record, 3 May 2026'; a day the record does not have is said to be unknown. */
export function sourceWords(source: string, asAt: LocalDate | null): string {
  return asAt ? `${source}, ${longDate(asAt)}` : `${source}, day not known`
}
