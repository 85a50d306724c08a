import { expect, test } from 'vitest'
import { instant } from '../../../platform/calendar/index.ts'
import { reportField } from '../parameters/report-fields.ts'
import type { StoredFact } from '../report-model.ts'
import { filled } from './filled-report.fixture.ts'
import { documentHash, inWords, printedReport, reportDocument } from './report-document.ts'

const fact = (change: Partial<StoredFact>): StoredFact => ({
  ...{ id: '1', section: 'offences', code: 'plea', label: 'Plea', text: 'Guilty', source: 'Court', asAt: '2026-11-02' },
  ...{ stillTrue: null, nowKnown: null, answeredByName: null, answeredAt: null },
  ...change,
})
const author = { name: 'Ada Writer', role: 'Court officer', signedAt: instant(Date.UTC(2026, 10, 20, 9)) }
const of = (values = filled('STANDARD'), facts: readonly StoredFact[] = [fact({})]) =>
  reportDocument({
    ...{ report: { depth: 'STANDARD', versionNo: 1 }, court: "North Shields Magistrates' Court" },
    ...{ requiredBy: '2026-12-01', values, facts, author, countersigner: null },
  })

test('choices are printed in words, and pasted mail as plain paragraphs', () => {
  expect(inWords(reportField('riskToPublic')!, 'VERY_HIGH')).toEqual(['Very high'])
  expect(inWords(reportField('sourcesOfInformation')!, ['interview', 'A letter'])).toEqual([
    ...['Interview with the person', 'A letter'],
  ])
  expect(inWords(reportField('riskPredictors')!, '<p>One &amp; two</p>\n\n three ')).toEqual(['One & two', 'three'])
  expect(inWords(reportField('riskPredictors')!, '')).toEqual([])
})

test('a corrected fact is shown as corrected, with what the record said', () => {
  const [line] = of(undefined, [fact({ stillTrue: false, nowKnown: 'Not guilty' })]).facts
  expect(line).toEqual({
    label: 'Plea',
    text: 'Not guilty (the record said: Guilty)',
    source: 'Court, 2 November 2026',
  })
})

test('the hash is the same when the store gives the keys in another order, and another for another word', () => {
  const document = of()
  const reordered = Object.fromEntries(Object.entries(document).reverse()) as typeof document
  expect(documentHash(reordered)).toBe(documentHash(document))
  expect(documentHash(of(filled('STANDARD', { riskPredictors: 'Other words' })))).not.toBe(documentHash(document))
})

test('the print carries the legal statement and says draft while nobody signed', () => {
  const words = (document: ReturnType<typeof of>) => JSON.stringify(printedReport(document))
  expect(words(of())).toContain('section 31 of the Sentencing Act 2020')
  expect(words(of())).toContain('does not bind the court')
  expect(words(of())).not.toContain('draft')
  expect(words({ ...of(), author: null })).toContain('This is a draft')
})
