import { expect, test } from 'vitest'
import type { StoredAnswer } from '../queries/answers-of.ts'
import type { AnswerValue, Question, Section } from '../questions/question.ts'
import { carriedAnswers, carryChoice, carrySources, type Earlier } from './carry-forward.ts'

const earlier = (id: string, periodId: string | null, more: Partial<Earlier> = {}): Earlier => ({
  ...{ id, periodId, layer: 'L3', finished: 'complete', on: '2026-01-05', carriedFromId: null },
  ...more,
})

test.each<[string, Parameters<typeof carryChoice>[0], string]>([
  ['nothing earlier', { layer: 'L3', periodId: 'b', earlier: [] }, 'begin-empty'],
  ['the same period', { layer: 'L3', periodId: 'b', earlier: [earlier('1', 'b')] }, 'carry'],
  ['a new period', { layer: 'L3', periodId: 'b', earlier: [earlier('1', 'a')] }, 'ask'],
  ['before sentence again', { layer: 'L3', periodId: null, earlier: [earlier('1', null)] }, 'carry'],
  ['the report before this sentence', { layer: 'L3', periodId: 'b', earlier: [earlier('1', null)] }, 'carry'],
  [
    'the report before an earlier sentence',
    { layer: 'L3', periodId: 'b', earlier: [earlier('1', null), earlier('2', 'a')] },
    'ask',
  ],
  [
    'strengths after completed strengths',
    { layer: 'L3.2', periodId: 'b', earlier: [earlier('1', 'a', { layer: 'L3.2' })] },
    'carry',
  ],
  [
    'strengths after strengths locked unfinished',
    { layer: 'L3.2', periodId: 'b', earlier: [earlier('1', 'a', { layer: 'L3.2', finished: 'locked-incomplete' })] },
    'ask',
  ],
])('%s', (_, input, choice) => {
  expect(carryChoice(input)).toBe(choice)
})

test('answers come from the period, the newest first; from all when it has none', () => {
  const past = [earlier('1', 'a'), earlier('2', 'b'), earlier('3', 'b')]
  expect(carrySources(past, 'b').map(one => one.id)).toEqual(['3', '2'])
  expect(carrySources(past, 'c').map(one => one.id)).toEqual(['3', '2', '1'])
})

test('behind one locked unfinished that had begun with earlier answers, those are reached again', () => {
  const locked = earlier('2', 'b', { finished: 'locked-incomplete', carriedFromId: '1' })
  expect(carrySources([earlier('1', 'a'), locked], 'b').map(one => one.id)).toEqual(['2', '1'])
  expect(carrySources([earlier('1', 'a'), { ...locked, carriedFromId: null }], 'b').map(one => one.id)).toEqual(['2'])
})

const question = (code: string, options: readonly string[] = []): Question => ({
  ...{ code, text: code, hint: null, wording: 'ours', kind: options.length > 0 ? 'choice' : 'text' },
  options: options.map(one => ({ code: one, text: one, score: null })),
  ...{ mandatory: false, askedWhen: null, predictor: false, scored: false, riskCritical: null, forThePerson: true },
  ...{ role: null, inTable: null, weight: null, longest: 4000 },
})
const section = (code: string, ...questions: readonly Question[]): Section => ({
  ...{ code, title: code, kind: 'need', layers: ['L3'], area: null, mostPoints: null, needFrom: null },
  ...{ severeFrom: null, questions },
})
const answer = (
  code: string,
  value: AnswerValue,
  more: Partial<StoredAnswer> = {},
): readonly [string, StoredAnswer] => [
  code,
  {
    ...{ question: code, value, questionSet: '1', source: 'practitioner', carriedFrom: null, confirmedAt: null },
    ...{ confirmedBy: null, thirdParty: false, answeredAt: '2026-01-05T09:00:00.000Z', answeredBy: 'imo' },
    ...{ version: 1, tooLong: null, ...more },
  },
]
const from = (one: Earlier, ...answers: readonly (readonly [string, StoredAnswer])[]) => ({
  from: one,
  answers: new Map(answers),
})
const carried = (sections: readonly Section[], sources: readonly ReturnType<typeof from>[], valid = true) =>
  carriedAnswers({ sections, sources, isValidated: () => valid })

test('each answer is the newest full one: missing is none, and one taken away stays away', () => {
  const sections = [section('9', question('9.1', ['0', '1', 'M']), question('9.97'), question('9.98', ['YES', 'NO']))]
  const newest = from(earlier('2', null, { on: '2026-06-01' }), answer('9.1', 'M'), answer('9.97', ''))
  const oldest = from(earlier('1', null), answer('9.1', '1'), answer('9.97', 'Old words'), answer('9.98', 'YES'))
  expect(carried(sections, [newest, oldest]).answers.map(one => [one.question, one.value, one.carriedFrom])).toEqual([
    ['9.1', '1', '2026-01-05'],
    ['9.98', 'YES', '2026-01-05'],
  ])
})

test('an answer carried twice keeps the day somebody last stood by it', () => {
  const sections = [section('9', question('9.97'), question('9.t'))]
  const source = from(
    earlier('2', null, { on: '2026-06-01' }),
    answer('9.97', 'Never looked at', { carriedFrom: '2025-02-01' }),
    answer('9.t', 'Confirmed', { carriedFrom: '2025-02-01', confirmedAt: '2026-05-30T09:00:00.000Z' }),
  )
  expect(carried(sections, [source]).answers.map(one => one.carriedFrom)).toEqual(['2025-02-01', '2026-06-01'])
})

test('of one locked unfinished a section that is not validated is named, and older answers stand in for it', () => {
  const sections = [section('9', question('9.97')), section('3', question('3.97'))]
  const locked = from(earlier('2', null, { finished: 'locked-incomplete' }), answer('9.97', 'Half a thought'))
  const complete = from(earlier('1', null), answer('9.97', 'Whole'), answer('3.97', 'Home'))
  expect(carried(sections, [locked, complete], false)).toMatchObject({
    answers: [{ value: 'Whole' }, { value: 'Home' }],
    unfinished: ['9'],
  })
})

test('a choice no longer offered, the quality form and what a fast review found changed are not carried', () => {
  const quality = { ...section('QA', question('QA1')), kind: 'quality' } as const
  const changed = section('FASTR', question('6.1.1.t'))
  const source = from(earlier('1', null), answer('9.1', 'GONE'), answer('QA1', 'Good'), answer('6.1.1.t', 'Moved'))
  expect(carried([section('9', question('9.1', ['0'])), quality, changed], [source]).answers).toEqual([])
})
