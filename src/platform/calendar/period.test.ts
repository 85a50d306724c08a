import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromEpochDay, plusDays } from './local-date.ts'
import { contains, overlaps, period } from './period.ts'

const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 20 })))
  .map(([from, length]) => period(fromEpochDay(from), length === null ? null : fromEpochDay(from + length)))

it('both ends belong to a period', () => {
  const march = period('2026-03-01', '2026-03-31')
  expect(
    ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(day => contains(march, day as '2026-03-01')),
  ).toEqual([false, true, true, false])
})

it('a period without end contains every later day', () => {
  expect(contains(period('2026-03-01', null), '2999-01-01')).toBe(true)
})

it('two periods overlap when and only when some day is in both', () => {
  fc.assert(
    fc.property(anyPeriod, anyPeriod, (a, b) => {
      const days = Array.from({ length: 80 }, (_, index) => plusDays('1970-01-01', index))
      expect(overlaps(a, b)).toBe(days.some(day => contains(a, day) && contains(b, day)))
      expect(overlaps(b, a)).toBe(overlaps(a, b))
    }),
  )
})

it('a period cannot end before it begins', () => {
  expect(() => period('2026-03-02', '2026-03-01')).toThrow(RangeError)
})
