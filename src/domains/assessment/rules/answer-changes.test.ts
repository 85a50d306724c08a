import { expect, test } from 'vitest'
import { instant } from '../../../platform/calendar/index.ts'
import type { StoredAnswer } from '../queries/answers-of.ts'
import { questionSet, sectionsFor } from '../questions/question-set.ts'
import { answerChanges, type SentForm, shownAnswer } from './answer-changes.ts'

const sections = sectionsFor(questionSet('2026-11-21'), 'L3')
const stored = (question: string, value: string, change: Partial<StoredAnswer> = {}): [string, StoredAnswer] => [
  question,
  {
    ...{ question, value, questionSet: '1', source: 'practitioner', carriedFrom: null, confirmedAt: null },
    ...{ confirmedBy: null, thirdParty: false, answeredAt: instant(0), answeredBy: 'imo', version: 1, tooLong: null },
    ...change,
  },
]
const sent = (section: string, change: Partial<SentForm>) =>
  answerChanges({
    questions: sections.find(one => one.code === section)!.questions,
    ...{ stored: new Map(), typed: {}, seen: {}, saidAt: () => '', thirdParty: undefined },
    ...{ today: '2026-11-21', bornOn: '1990-01-16' },
    ...change,
  })

test('what was not sent is not touched, and what says the same is no change', () => {
  const held = new Map([stored('3.4', '1'), stored('3.5', '2')])
  const found = sent('3', { stored: held, typed: { '3.4': '1' }, seen: { '3.4': 1 } })
  expect(found).toEqual({ changes: [], problems: [], conflicts: [] })
})

test('one wrong answer keeps none of the others back', () => {
  const found = sent('1', { typed: { '1.32': 'many', '1.30': 'YES' } })
  expect(found.changes.map(one => [one.question.code, one.value])).toEqual([['1.30', 'YES']])
  expect(found.problems).toMatchObject([{ field: '1.32', code: 'count-not-understood' }])
})

test('what another window changed and this form left alone gives way; what both changed is a conflict', () => {
  const held = new Map([stored('3.97', 'Theirs', { version: 2 })])
  const saidAt = () => 'As drawn'
  const left = sent('3', { stored: held, typed: { '3.97': 'As drawn' }, seen: { '3.97': 1 }, saidAt })
  expect(left).toMatchObject({ changes: [], conflicts: [] })
  const both = sent('3', { stored: held, typed: { '3.97': 'Mine' }, seen: { '3.97': 1 }, saidAt })
  expect(both).toMatchObject({ changes: [], conflicts: ['3.97'], problems: [{ code: 'changed-meanwhile' }] })
})

test('a text too long is kept beside the answer, which stays what it was', () => {
  const held = new Map([stored('3.97', 'Short')])
  const long = 'x'.repeat(4001)
  const found = sent('3', { stored: held, typed: { '3.97': long }, seen: { '3.97': 1 } })
  expect(found.changes).toMatchObject([{ value: 'Short', tooLong: long, answered: false }])
  expect(found.problems).toMatchObject([{ code: 'too-long' }])
  expect(shownAnswer(stored('3.97', 'Short', { tooLong: long })[1])).toBe(long)
})

test('the mark for third-party information alone is a change, and no new answer', () => {
  const held = new Map([stored('3.97', 'His brother says so')])
  const typed = { '3.97': 'His brother says so' }
  const found = sent('3', { stored: held, typed, seen: { '3.97': 1 }, thirdParty: ['3.97'] })
  expect(found.changes).toMatchObject([{ thirdParty: true, answered: false }])
})

test('days that contradict each other are both held back, whichever was typed', () => {
  const held = new Map([stored('1.29', '2020-01-01')])
  const found = sent('1', { stored: held, typed: { '1.33': '2020-01-02' } })
  expect(found.changes).toEqual([])
  expect(found.problems).toMatchObject([{ field: '1.33', code: 'sexual-sanction-after-last' }])
})
