import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { daysBetween, fromEpochDay, plusDays } from '../../../platform/calendar/index.ts'
import { sentenceVectorFamilies } from '../index.ts'
import { sentenceExpiry } from './sentence-expiry.ts'
import { daysOfTerm, lastDayOfTerm } from './term.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map(fromEpochDay)
const amount = fc.integer({ min: 0, max: 30 })
const anyTerm = fc.record({ years: amount, months: amount, weeks: amount, days: amount })

describe('the last day of a term', () => {
  it.each([
    ['2021-01-01', { months: 3 }, '2021-03-31'],
    ['2020-11-30', { months: 3 }, '2021-02-28'],
    ['2019-12-31', { months: 2 }, '2020-02-29'],
    ['2020-02-29', { years: 1 }, '2021-02-28'],
    ['2018-01-01', { months: 18 }, '2019-06-30'],
    ['2021-11-08', { months: 12, weeks: 2, days: 2 }, '2022-11-23'],
    ['2026-11-21', { days: 1 }, '2026-11-21'],
  ] as const)('of %s and %j is %s', (start, term, last) => {
    expect(lastDayOfTerm(start, term)).toBe(last)
  })

  it('agrees with the same rule said the other way: go back a day first, then add, from the first to a month end', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, (start, term) => {
        const { years, months, weeks, days } = term
        const first = Temporal.PlainDate.from(start)
        const byMonths =
          first.day === 1 && years + months > 0
            ? first.add({ years, months }).subtract({ days: 1 })
            : first.subtract({ days: 1 }).add({ years, months })
        expect(lastDayOfTerm(start, term)).toBe(byMonths.add({ weeks, days }).toString())
      }),
    )
  })

  it('never comes earlier for a longer term', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, fc.constantFrom('years', 'months', 'weeks', 'days'), (start, term, unit) => {
        const longer = { ...term, [unit]: term[unit] + 1 }
        expect(lastDayOfTerm(start, longer) > lastDayOfTerm(start, term)).toBe(true)
        expect(daysOfTerm(start, term)).toBe(daysBetween(start, lastDayOfTerm(start, term)) + 1)
      }),
    )
  })

  it('of a negative or fractional term is refused', () => {
    expect(() => lastDayOfTerm('2026-01-01', { months: -1 })).toThrow(RangeError)
    expect(() => lastDayOfTerm('2026-01-01', { months: 1.5 })).toThrow(RangeError)
  })
})

describe('sentence expiry', () => {
  it('moves earlier by each day on remand and later by each day at large', () => {
    const day = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(anyDay, anyTerm, day, day, (sentencedOn, term, remandAndTaggedBailDays, unlawfullyAtLargeDays) => {
        const expiry = sentenceExpiry({ sentencedOn, term, remandAndTaggedBailDays, unlawfullyAtLargeDays })
        const whole = lastDayOfTerm(sentencedOn, term)
        expect(expiry).toBe(plusDays(whole, unlawfullyAtLargeDays - remandAndTaggedBailDays))
      }),
    )
  })
})

describe('golden cases of the sentence', () => {
  it.each(sentenceVectorFamilies.map(family => [family.family, family] as const))('%s agree', async (_, family) => {
    const answers = await family.run('vectors', 'samples')
    expect(answers.length).toBeGreaterThan(0)
    expect(answers.filter(answer => !answer.agrees)).toEqual([])
  })
})
