import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LocalTime } from '../calendar/index.ts'
import {
  age,
  appointmentDate,
  clockTime,
  clockTime24,
  forenameFirst,
  listOf,
  longDate,
  money,
  monthAndYear,
  plural,
  resultsFor,
  savedAt,
  shortDate,
  surnameFirst,
  withTime,
} from './index.ts'

test('a day is written out, with the weekday when somebody must be somewhere', () => {
  expect(longDate('2025-01-14')).toBe('14 January 2025')
  expect(longDate('2024-02-01')).toBe('1 February 2024')
  expect(shortDate('2025-09-05')).toBe('5 Sep 2025')
  expect(monthAndYear('2025-12-31')).toBe('December 2025')
  expect(appointmentDate('2025-01-14')).toBe('Tuesday 14 January 2025')
  expect(withTime('2026-11-21', '14:00')).toBe('Saturday 21 November 2026 at 2pm')
})

test.each([
  ['11:00', '11am'],
  ['11:30', '11:30am'],
  ['12:00', 'midday'],
  ['00:00', 'midnight'],
  ['00:05', '12:05am'],
  ['12:01', '12:01pm'],
  ['13:00', '1pm'],
  ['09:05', '9:05am'],
  ['23:59', '11:59pm'],
] as const)('%s is said %s', (time, words) => {
  expect(clockTime(time as LocalTime)).toBe(words)
})

test('no two minutes of the day are said alike', () => {
  const said = new Set<string>()
  for (let minute = 0; minute < 1440; minute += 1) {
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    said.add(clockTime(time as LocalTime))
  }
  expect(said.size).toBe(1440)
})

test('prison screens keep the 24-hour clock', () => {
  expect(clockTime24('09:05' as LocalTime)).toBe('09:05')
})

test('what was recorded is shown on the London clock, summer and winter', () => {
  expect(savedAt('2026-07-01T10:02:00Z')).toBe('1 July 2026 at 11:02am')
  expect(savedAt('2026-12-31T23:30:00Z')).toBe('31 December 2026 at 11:30pm')
})

test('lists say surname first, pages say forename first, and a missing part leaves no comma', () => {
  expect(surnameFirst({ forenames: 'Alan  Peter', surname: "O'Neil" })).toBe("O'Neil, Alan Peter")
  expect(surnameFirst({ surname: 'Smyth' })).toBe('Smyth')
  expect(surnameFirst({ forenames: 'Alan', surname: null })).toBe('Alan')
  expect(surnameFirst({})).toBe('Name not known')
  expect(forenameFirst({ forenames: 'Alan', surname: 'Smyth' })).toBe('Alan Smyth')
})

test('counts carry their noun', () => {
  expect(plural(0, 'case')).toBe('0 cases')
  expect(plural(1, 'case')).toBe('1 case')
  expect(plural(1204, 'case')).toBe('1,204 cases')
  expect(plural(2, 'person', 'people')).toBe('2 people')
  expect(resultsFor(0, 'Smyth')).toBe("0 results for 'Smyth'")
  expect(resultsFor(1, 'Smyth')).toBe("1 result for 'Smyth'")
})

test('an age changes on the birthday', () => {
  expect(age('1990-05-02', '2026-05-01')).toBe('35 years old')
  expect(age('1990-05-02', '2026-05-02')).toBe('36 years old')
  expect(age('2025-06-01', '2026-11-21')).toBe('1 year old')
})

test('money is written in pounds, with pence only when there are some', () => {
  expect(money(120_450)).toBe('£1,204.50')
  expect(money(120_400)).toBe('£1,204')
  expect(money(5)).toBe('£0.05')
  expect(money(-300)).toBe('−£3')
  expect(() => money(1.5)).toThrow(RangeError)
})

test('no penny is lost in the words of a sum', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), pence => {
      const read = Number(money(pence).replace('−', '-').replace(/[£,]/g, ''))
      expect(Math.round(read * 100)).toBe(pence)
    }),
  )
})

test('lists end with a word', () => {
  expect(listOf([])).toBe('')
  expect(listOf(['a'])).toBe('a')
  expect(listOf(['a', 'b'])).toBe('a and b')
  expect(listOf(['a', 'b', 'c'], 'or')).toBe('a, b or c')
})
