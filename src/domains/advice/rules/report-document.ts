import { createHash } from 'node:crypto'
import type { PdfBlock } from '../../../platform/pdf/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import { depthWords, fieldsAt, reportSections } from '../parameters/report-fields.ts'
import type { Report, ReportDocument, ReportField, ReportValue, ReportValues, StoredFact } from '../report-model.ts'
import { plainText } from './counted-length.ts'

/** Printed on every report. Source: Sentencing Act 2020 s.31; pre-sentence-report.md section 5. */
export const legalStatement =
  'This is a pre-sentence report made under section 31 of the Sentencing Act 2020. What it proposes does not bind the court.'

type ToDocument = {
  readonly report: Pick<Report, 'depth' | 'versionNo'>
  readonly court: string
  readonly requiredBy: ReportDocument['requiredBy']
  readonly values: ReportValues
  readonly facts: readonly StoredFact[]
  readonly author: ReportDocument['author']
  readonly countersigner: ReportDocument['countersigner']
}

/** The report as it is read: the writer's words under their headings, and apart from them the facts of the record with
 *  their sources. A fact the writer corrected is shown as corrected. */
export function reportDocument(given: ToDocument): ReportDocument {
  const { report, values, facts } = given
  return {
    title: 'Pre-sentence report',
    kind: depthWords[report.depth],
    court: given.court,
    requiredBy: given.requiredBy,
    person: facts.filter(fact => fact.section === 'person').map(fact => ({ label: fact.label, text: factText(fact) })),
    sections: reportSections
      .map(({ section, title }) => ({
        title,
        parts: fieldsAt(report.depth, section).flatMap(field => {
          const paragraphs = inWords(field, values.get(field.id))
          return paragraphs.length > 0 ? [{ label: field.label, paragraphs }] : []
        }),
      }))
      .filter(({ parts }) => parts.length > 0),
    facts: facts
      .filter(fact => fact.section !== 'person')
      .map(fact => ({
        label: fact.label,
        text: factText(fact),
        source: fact.asAt ? `${fact.source}, ${longDate(fact.asAt)}` : fact.source,
      })),
    author: given.author,
    countersigner: given.countersigner,
    versionNo: report.versionNo,
    legal: legalStatement,
  }
}

/** A field's value as paragraphs of plain words; none when it was left empty. */
export function inWords(field: ReportField, value: ReportValue | undefined): readonly string[] {
  if (value === undefined) return []
  const chosen = (one: string) => field.choices.find(choice => choice.value === one)?.text ?? one
  if (typeof value !== 'string') return value.map(chosen).filter(text => text.trim() !== '')
  if (field.kind === 'choice') return value === '' ? [] : [chosen(value)]
  return plainText(value)
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
}

function factText(fact: StoredFact): string {
  return fact.stillTrue === false && fact.nowKnown ? `${fact.nowKnown} (the record said: ${fact.text})` : fact.text
}

/** The hash that stands for the document: SHA-256 of its JSON with keys in order, so that it can be worked out again
 *  from what is stored. */
export function documentHash(document: ReportDocument): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex')
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}

/** The document as it is printed. */
export function printedReport(document: ReportDocument): readonly PdfBlock[] {
  const { author, countersigner } = document
  const signatures = [
    ...(author ? [{ label: 'Signed by', text: signature(author) }] : []),
    ...(countersigner ? [{ label: 'Countersigned by', text: signature(countersigner) }] : []),
  ]
  return [
    { kind: 'heading', level: 1, text: document.title },
    ...(author ? [] : [{ kind: 'notice', text: 'This is a draft. It has not been signed.' } as const]),
    {
      kind: 'pairs',
      pairs: [
        ...document.person,
        { label: 'Court', text: document.court },
        { label: 'For', text: document.requiredBy ? longDate(document.requiredBy) : 'a day the court has not said' },
        { label: 'Kind of report', text: document.kind },
        { label: 'Version', text: String(document.versionNo) },
      ],
    },
    { kind: 'notice', text: document.legal },
    ...document.sections.flatMap(({ title, parts }): readonly PdfBlock[] => [
      { kind: 'heading', level: 2, text: title },
      ...parts.flatMap(({ label, paragraphs }): readonly PdfBlock[] => [
        { kind: 'heading', level: 3, text: label },
        ...paragraphs.map(text => ({ kind: 'paragraph', text }) as const),
      ]),
    ]),
    { kind: 'heading', level: 2, text: 'Facts of the record this report used' },
    document.facts.length === 0
      ? { kind: 'paragraph', text: 'None.' }
      : { kind: 'list', items: document.facts.map(fact => `${fact.label}: ${fact.text}. Source: ${fact.source}.`) },
    { kind: 'heading', level: 2, text: 'Signatures' },
    signatures.length === 0 ? { kind: 'paragraph', text: 'Not signed.' } : { kind: 'pairs', pairs: signatures },
  ]
}

function signature({ name, role, signedAt }: NonNullable<ReportDocument['author']>): string {
  return `${name}, ${role}, ${savedAt(signedAt)}`
}
