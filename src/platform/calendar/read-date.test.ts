import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromEpochDay, parts } from './local-date.ts'
import { readDate } from './read-date.ts'

const asAt = '2026-11-21'
const read = (typed: string, reading: 'birth' | 'appointment' = 'appointment') => {
  const answer = readDate(typed, reading, asAt)
  return answer.ok ? answer.date : answer.problem.code
}

describe('a typed date', () => {
  it.each([
    '1/1/26',
    '01.01.2026',
    '1 Jan 26',
    '1st January 2026',
    'Jan 1 2026',
    'January 1st, 2026',
    '2026-01-01',
    '2026/1/1',
    '010126',
    '01012026',
    '20260101',
    '1 1 2026',
    ' 1 - 1 - 2026 ',
    '1-jan-2026',
    '1jan26',
    "1 Jan '26",
    'Thu 1 Jan 2026',
    'Thursday, 1 January 2026',
    'the 1st of January 2026',
    '1/1/26',
    '1\u00a0January\u00a02026',
  ])('%j is 1 January 2026', typed => {
    expect(read(typed)).toBe('2026-01-01')
  })

  it.each([
    ['', 'date-missing'],
    ['  ', 'date-missing'],
    ['soon', 'date-not-understood'],
    ['1/2/3/4', 'date-not-understood'],
    ['1/1/1/', 'date-not-understood'],
    ['1/1/026', 'date-not-understood'],
    ['ju 1 2026', 'date-not-understood'],
    ['1/1', 'date-needs-year'],
    ['1 January', 'date-needs-year'],
    ['31/4/2026', 'date-not-real'],
    ['29 Feb 2026', 'date-not-real'],
    ['12/13/2026', 'date-not-real'],
    ['0/1/2026', 'date-not-real'],
    ['1/1/0026', 'date-too-far'],
    ['1/1/2999', 'date-too-far'],
    ['Friday 1 January 2026', 'date-weekday-differs'],
    ['<script>', 'date-not-understood'],
    ['9'.repeat(5000), 'date-not-understood'],
  ])('%j is refused: %s', (typed, code) => {
    expect(read(typed)).toBe(code)
  })

  it('every refusal says what to type', () => {
    for (const typed of ['', 'soon', '1/1', '31/4/2026', '1/1/2999']) {
      const answer = readDate(typed, 'birth', asAt)
      expect(!answer.ok && answer.problem.message).toMatch(/^Enter (a|the) /)
    }
  })

  it.each([
    ['21/11/26', '2026-11-21'],
    ['22/11/26', '1926-11-22'],
    ['1/1/27', '1927-01-01'],
    ['1/1/85', '1985-01-01'],
    ['290296', '1996-02-29'],
  ])('two digits of a birth year are the latest not in the future: %s', (typed, date) => {
    expect(read(typed, 'birth')).toBe(date)
  })

  it.each([
    ['1/1/85', '1985-01-01'],
    ['1/1/40', '2040-01-01'],
    ['1/1/76', '2076-01-01'],
    ['1/1/77', '1977-01-01'],
    ['1/1/27', '2027-01-01'],
  ])('two digits of another year are the nearest: %s', (typed, date) => {
    expect(read(typed)).toBe(date)
  })

  it('a date of birth in the future is refused', () => {
    expect(read('22 November 2026', 'birth')).toBe('date-in-future')
    expect(read('22 November 2026')).toBe('2026-11-22')
  })

  it('today and tomorrow are days of an appointment, not of a birth', () => {
    expect([read('Today'), read('tomorrow'), read('today', 'birth')]).toEqual([
      asAt,
      '2026-11-22',
      'date-not-understood',
    ])
  })

  it('any day written any of these ways is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), fc.constantFrom('/', '-', '.', ' '), (days, mark) => {
        const day = fromEpochDay(days)
        const { year, month, day: ofMonth } = parts(day)
        for (const typed of [day, [ofMonth, month, year].join(mark), day.replaceAll('-', '')]) {
          expect(read(typed)).toBe(day)
        }
      }),
    )
  })
})
