import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, fromEpochDay } from '../../../platform/calendar/index.ts'
import { orderEnd, requirementEnd, suspendedSentenceDates, twoThirdsPoint, unpaidWorkDueBy } from './order-end.ts'

describe('the end of a community order', () => {
  const facts = { sentencedOn: '2026-11-21', length: { months: 12 }, courtEnd: null, enteredEnd: null } as const
  it('is its length from the day of sentence, which is the first day', () => {
    const decision = orderEnd(facts)
    expect(decision.outcome).toBe('2027-11-20')
    expect(decision.rules[0]?.source.kind).toBe('assumption')
  })
  it('is what the court fixed, where it fixed one', () => {
    expect(orderEnd({ ...facts, courtEnd: '2027-11-21' }).outcome).toBe('2027-11-21')
  })
  it('is what staff entered, above all', () => {
    expect(orderEnd({ ...facts, courtEnd: '2027-11-21', enteredEnd: '2027-10-01' }).outcome).toBe('2027-10-01')
  })
  it('is not known without a length', () => {
    expect(orderEnd({ ...facts, length: null })).toMatchObject({ outcome: null, reasons: [{ code: 'end-not-known' }] })
  })
})

describe('the end of a requirement', () => {
  const facts = {
    kind: 'curfew',
    startsOn: '2026-11-21',
    term: null,
    expectedEnd: null,
    orderEnd: '2027-11-20',
  } as const
  it('is the end of the order when nothing else is known', () => {
    expect(requirementEnd(facts).outcome).toBe('2027-11-20')
  })
  it('is its own length, and above that the end expected', () => {
    expect(requirementEnd({ ...facts, term: { weeks: 12 } }).outcome).toBe('2027-02-12')
    expect(requirementEnd({ ...facts, term: { weeks: 12 }, expectedEnd: '2027-01-31' }).outcome).toBe('2027-01-31')
  })
})

it('a suspended sentence hangs over its operational period and is supervised for its own', () => {
  const dates = suspendedSentenceDates({
    sentencedOn: '2026-11-21',
    operationalPeriod: { months: 18 },
    supervisionPeriod: { months: 12 },
  })
  expect([dates.operationalEnd.outcome, dates.supervisionEnd.outcome]).toEqual(['2028-05-20', '2027-11-20'])
})

it('unpaid work is due within twelve months of the order', () => {
  expect(unpaidWorkDueBy('2026-11-21')).toMatchObject({
    outcome: '2027-11-20',
    rules: [{ source: { kind: 'statute' } }],
  })
})

describe('the two-thirds point', () => {
  it('drops part days', () => {
    expect(twoThirdsPoint('2026-01-01', '2026-01-02').outcome).toBe('2026-01-01')
    expect(twoThirdsPoint('2026-01-01', '2026-01-04').outcome).toBe('2026-01-03')
  })
  it('lies within the supervision and never moves earlier when the end moves later', () => {
    const day = fc.integer({ min: 15_000, max: 30_000 })
    fc.assert(
      fc.property(day, fc.nat(2000), (start, length) => {
        const point = (days: number) => twoThirdsPoint(fromEpochDay(start), fromEpochDay(start + days)).outcome
        expect(daysBetween(fromEpochDay(start), point(length))).toBe(Math.floor((2 * length) / 3))
        expect(point(length + 1) >= point(length)).toBe(true)
      }),
    )
  })
  it('of supervision that ends before it starts is refused', () => {
    expect(() => twoThirdsPoint('2026-01-02', '2026-01-01')).toThrow(RangeError)
  })
})
