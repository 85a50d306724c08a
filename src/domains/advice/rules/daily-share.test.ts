import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dailyShares, daysToPublish } from './daily-share.ts'
import type { RequestToCount, SentencedCase } from './sentenced-cases.ts'

const one = (courtCode: string | null, report: boolean): SentencedCase => ({
  ...{ personId: 'p', courtCode, sentencedOn: '2026-03-02', sentence: 'custody', sex: null, age: null },
  ...{ ethnicity: null, custodyRisk: 'not-known', noReport: report ? null : 'none-asked' },
  report: report ? ({} as RequestToCount) : null,
})

test('a day is published once its sentences should be on the record, and no day is left out', () => {
  // 6 March 2026 is a Friday.
  expect(daysToPublish('2026-03-01', '2026-03-06')).toEqual(['2026-03-02', '2026-03-03'])
  expect(daysToPublish('2026-03-03', '2026-03-06')).toEqual([])
  expect(daysToPublish('2026-03-03', '2026-03-10')).toEqual(['2026-03-04', '2026-03-05'])
  expect(daysToPublish(null, '2026-03-06')[0]).toBe('2026-02-06')
  expect(daysToPublish('2025-01-01', '2026-03-06')[0]).toBe('2026-02-06')
})

test('a day without a sentence is published as none of none', () => {
  expect(dailyShares([])).toEqual([{ courtCode: 'ALL', sentenced: 0, withReport: 0 }])
})

test('the courts of a day sum to all courts', () => {
  const someone = fc.tuple(fc.constantFrom('B10JQ', 'B10JQ02', 'B41ME', null), fc.boolean())
  fc.assert(
    fc.property(fc.array(someone), found => {
      const [all, ...courts] = dailyShares(found.map(([court, report]) => one(court, report)))
      expect(courts.reduce((sum, row) => sum + row.sentenced, 0)).toBe(all!.sentenced)
      expect(courts.reduce((sum, row) => sum + row.withReport, 0)).toBe(all!.withReport)
      expect(new Set(courts.map(row => row.courtCode)).size).toBe(courts.length)
    }),
  )
})
