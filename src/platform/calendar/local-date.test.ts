import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  ageOn,
  daysBetween,
  epochDay,
  fromEpochDay,
  isLocalDate,
  type LocalDate,
  localDate,
  plusDays,
  plusMonths,
  plusYears,
  weekday,
} from './index.ts'

const anyDay = fc.integer({ min: -300_000, max: 300_000 }).map(fromEpochDay)
const oracle = (day: LocalDate) => Temporal.PlainDate.from(day)
const epoch = Temporal.PlainDate.from('1970-01-01')
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

describe('days agree with Temporal', () => {
  it('as a count of days since 1970, both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), days => {
        const day = fromEpochDay(days)
        expect(day).toBe(epoch.add({ days }).toString())
        expect(epochDay(day)).toBe(days)
      }),
      { numRuns: 500 },
    )
  })

  it('in adding days, months and years, clamped to the end of the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        expect(plusDays(day, count)).toBe(oracle(day).add({ days: count }).toString())
        expect(plusMonths(day, count)).toBe(oracle(day).add({ months: count }).toString())
        expect(plusYears(day, count)).toBe(oracle(day).add({ years: count }).toString())
      }),
      { numRuns: 500 },
    )
  })

  it('in days between, weekday and completed years', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(a, b)).toBe(oracle(a).until(oracle(b), { largestUnit: 'days' }).days)
        expect(weekday(a)).toBe(names[oracle(a).dayOfWeek - 1])
        const [birth, later] = a < b ? [a, b] : [b, a]
        // Temporal clamps 29 February to the 28th; the law of birthdays waits for 1 March.
        if (!birth.endsWith('02-29')) {
          expect(ageOn(birth, later)).toBe(oracle(birth).until(oracle(later), { largestUnit: 'years' }).years)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a calendar day', () => {
  it('born on 29 February, comes of age on 1 March', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })
  it.each(['2026-02-29', '2026-13-01', '2026-1-01', '20260101', '0000-01-01', ' 2026-01-01', ''])(
    '%j is no day',
    text => {
      expect(isLocalDate(text)).toBe(false)
      expect(() => localDate(text)).toThrow(RangeError)
    },
  )
})
