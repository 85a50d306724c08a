import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plusWorkingDays } from '../../../platform/calendar/index.ts'
import { byCourtsDay, byPolicy, daysToDelivery, median } from './report-timeliness.ts'

const one: Parameters<typeof byCourtsDay>[0] = {
  ...{ askedOn: '2026-03-02', requiredBy: '2026-03-20', deliveredOn: ['2026-03-09'], depth: 'SHORT' },
  state: 'DELIVERED',
}

test('in time is by the day of the court; what was taken back or is not due yet is no part of it', () => {
  const today = '2026-03-23'
  expect(byCourtsDay(one, today)).toBe('in-time')
  expect(byCourtsDay({ ...one, deliveredOn: ['2026-03-21', '2026-03-22'] }, today)).toBe('late')
  expect(byCourtsDay({ ...one, deliveredOn: [] }, today)).toBe('not-delivered')
  expect(byCourtsDay({ ...one, deliveredOn: [] }, '2026-03-20')).toBeUndefined()
  expect(byCourtsDay({ ...one, requiredBy: null }, today)).toBeUndefined()
  expect(byCourtsDay({ ...one, deliveredOn: [], state: 'WITHDRAWN' }, today)).toBeUndefined()
})

test('policy is the same day for oral, 5 working days for short and 15 for standard', () => {
  const taking = (days: number) => [plusWorkingDays('2026-03-02', days)] as const
  for (const [depth, days] of [
    ['ORAL', 0],
    ['SHORT', 5],
    ['STANDARD', 15],
  ] as const) {
    expect(byPolicy({ ...one, depth, deliveredOn: taking(days) })).toBe('within')
    expect(byPolicy({ ...one, depth, deliveredOn: taking(days + 1) })).toBe('over')
  }
  expect(byPolicy({ ...one, depth: null })).toBeUndefined()
  expect(byPolicy({ ...one, deliveredOn: [] })).toBeUndefined()
})

test('days to delivery are working days; without a delivery or bank holidays they are not known', () => {
  expect(daysToDelivery({ askedOn: '2026-03-06', deliveredOn: ['2026-03-09'] })).toBe(1)
  expect(daysToDelivery({ askedOn: '2026-03-06', deliveredOn: ['2026-03-06'] })).toBe(0)
  expect(daysToDelivery({ askedOn: '2026-03-06', deliveredOn: [] })).toBeNull()
  expect(daysToDelivery({ askedOn: '2090-03-06', deliveredOn: ['2090-03-09'] })).toBeNull()
})

test('the median has as many below as above and is nothing of nothing', () => {
  expect(median([])).toBeNull()
  expect(median([4, 1])).toBe(2.5)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1 }), numbers => {
      const middle = median(numbers)!
      const below = numbers.filter(number => number < middle).length
      const above = numbers.filter(number => number > middle).length
      expect(Math.max(below, above) * 2).toBeLessThanOrEqual(numbers.length)
    }),
  )
})
