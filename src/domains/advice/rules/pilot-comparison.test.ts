import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plusDays } from '../../../platform/calendar/index.ts'
import { cohortsOfCase, comparedDays, comparePilot, type Pilot } from './pilot-comparison.ts'
import type { SentencedCase } from './sentenced-cases.ts'

const pilots: readonly Pilot[] = [
  { courtCode: 'B10JQ', fromDay: '2026-03-02', toDay: null },
  { courtCode: 'B41ME', fromDay: '2026-01-05', toDay: '2026-02-01' },
]
const days = { start: '2026-03-02', to: '2026-03-11', from: '2026-02-20' } as const

test('as many days are looked at before the start as since, to the end of the pilot', () => {
  expect(comparedDays(pilots, '2026-03-02', '2026-03-11', 365)).toEqual(days)
  expect(comparedDays(pilots, '2026-03-02', '2026-03-11', 3)).toMatchObject({ to: '2026-03-04', from: '2026-02-27' })
  expect(comparedDays(pilots, '2026-01-05', '2026-03-11', 365)?.to).toBe('2026-02-01')
  expect(comparedDays(pilots, '2026-03-02', '2026-03-01', 365)).toBeNull()
})

test('courts of another pilot and what names no court are on neither side', () => {
  const one = (courtCode: string | null) => ({ courtCode, day: '2026-03-02' as const, met: true, rows: ['All'] })
  const [row] = comparePilot(pilots, ['B10JQ01', 'B41ME', 'B01EF', null].map(one), days, ['All'], 10)
  expect([row?.pilotSince.of, row?.othersSince.of, row?.pilotBefore.share]).toEqual([1, 1, null])
  expect(row?.pilotSince).toMatchObject({ share: 1, small: true })
})

test('every outcome of the days is in exactly one cell, and a share of nothing is nothing', () => {
  const outcome = fc.record({
    courtCode: fc.constantFrom('B10JQ', 'B01EF'),
    day: fc.integer({ min: 0, max: 19 }).map(n => plusDays(days.from, n)),
    met: fc.boolean(),
    rows: fc.constant(['All']),
  })
  fc.assert(
    fc.property(fc.array(outcome), outcomes => {
      const [row] = comparePilot(pilots, outcomes, days, ['All'], 10)
      const cells = [row!.pilotBefore, row!.pilotSince, row!.othersBefore, row!.othersSince]
      expect(cells.reduce((sum, cell) => sum + cell.of, 0)).toBe(outcomes.length)
      expect(cells.reduce((sum, cell) => sum + cell.met, 0)).toBe(outcomes.filter(one => one.met).length)
      for (const cell of cells) expect(cell.share).toBe(cell.of === 0 ? null : cell.met / cell.of)
    }),
  )
})

test('a case is in every cohort it belongs to; what is not known puts it in none', () => {
  const one: Omit<SentencedCase, 'sex' | 'age' | 'custodyRisk'> = {
    ...{ personId: 'p', courtCode: null, sentencedOn: '2026-03-02', sentence: 'custody', report: null },
    ...{ noReport: 'none-asked', ethnicity: null },
  }
  expect(cohortsOfCase({ ...one, sex: 'female', age: 24, custodyRisk: 'at-risk' })).toEqual([
    'WOMEN',
    'YOUNG_ADULT',
    'AT_RISK_OF_CUSTODY',
  ])
  expect(cohortsOfCase({ ...one, sex: null, age: null, custodyRisk: 'not-known' })).toEqual([])
})
