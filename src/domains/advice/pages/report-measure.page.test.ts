import { expect, test } from 'vitest'
import type { MeasureFact } from '../rules/report-measures.ts'
import { type Asked, factsListed, factWords, measureCard, percent, shareLines } from './report-measures.view.ts'

const asked: Asked = { days: 91, by: 'sex', court: '' }
const fact = (part: string, given: Partial<MeasureFact> = {}): MeasureFact => ({
  ...{ personId: 'p', requestId: 'r', courtCode: 'B10JQ01', day: '2026-03-02', part },
  ...{ amount: null, about: null, sentenced: null },
  ...given,
})

test('a number counts exactly what its list shows', () => {
  const facts = [fact('within'), fact('over'), fact('over', { courtCode: 'B41ME' })]
  const card = measureCard('policy', facts, { ...asked, court: 'B10JQ' })
  expect(card.headline).toBe('50%')
  expect(card.numbers.map(({ number, text }) => [number, text])).toEqual([
    [1, 'within the time'],
    [1, 'took longer'],
  ])
  for (const { number, href } of card.numbers) {
    const query = new URLSearchParams(href.split('?')[1])
    const filter = { part: query.get('part') ?? '', group: query.get('group') }
    expect(factsListed(facts, { ...asked, court: query.get('court') ?? '' }, filter)).toHaveLength(number)
  }
})

test('nothing to measure has no numbers and is not 0%', () => {
  expect(measureCard('court-day', [], asked)).toMatchObject({ headline: 'Nothing to measure', numbers: [] })
  expect(percent(null)).toBe('Nothing to measure')
  expect(shareLines([], asked, 10)).toMatchObject({ rows: [], whole: { percent: null } })
})

test('days are the middle of all, and kept fields are of fields filled in', () => {
  const taking = (number: number) => fact('delivered', { amount: { number, of: null } })
  expect(measureCard('waiting', [taking(1), taking(5), taking(30)], asked).headline).toBe('5 working days')
  const kept = fact('pre-filled', { amount: { number: 3, of: 4 } })
  expect(measureCard('reuse', [kept, kept], asked).headline).toBe('75% (6 of 8 fields)')
  expect(factWords('reuse', kept)).toBe('3 of 4 fields kept')
  expect(factWords('waiting', taking(1))).toBe('delivered, 1 working day')
  expect(factWords('enquiries', fact('answered', { about: 'Health' }))).toBe('Health: answered by then')
})
