import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarVectorFamilies } from './index.ts'
import { fromEpochDay, type LocalDate } from './local-date.ts'
import { bankHolidays } from './parameters/bank-holidays.ts'
import {
  dayKind,
  isWorkingDay,
  plusWorkingDays,
  WorkingDaysNotKnown,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from './working-days.ts'

const years = bankHolidays.entries.filter(entry => entry.value !== null)
const inTable = fc.integer({ min: 16_700, max: 21_000 }).map(fromEpochDay)

/** Public holidays of England that fall on a weekday, by an independent library. */
function holidaysElsewhere(year: number): readonly string[] {
  const days = new Holidays('GB', 'ENG').getHolidays(year).filter(({ type }) => type === 'public')
  const weekdays = days.map(({ date }) => date.slice(0, 10)).filter(day => dayKind(day as LocalDate, []) !== 'weekend')
  return [...new Set(weekdays)].sort()
}

describe('bank holidays', () => {
  it.each(years.map(({ from, value }) => [from.slice(0, 4), value]))(
    'of %s agree with an independent list',
    (year, value) => {
      expect(value).toEqual(holidaysElsewhere(Number(year)))
    },
  )
  it('never fall on a weekend', () => {
    for (const day of years.flatMap(entry => entry.value ?? [])) expect(dayKind(day, [])).toBe('working')
  })
})

describe('working days', () => {
  it('skip weekends and bank holidays', () => {
    expect(workingDaysAfter('2026-12-24', 2)).toEqual(['2026-12-29', '2026-12-30'])
    expect(workingDaysBefore('2026-04-07', 2)).toEqual(['2026-04-02', '2026-04-01'])
    expect(workingDayOnOrAfter('2026-12-25')).toBe('2026-12-29')
    expect(workingDayOnOrBefore('2026-12-28')).toBe('2026-12-24')
  })

  it('a weekday of a year without known bank holidays is not known, never a working day', () => {
    expect(dayKind('2029-01-03')).toBe('not-known')
    expect(dayKind('2014-12-31')).toBe('not-known')
    expect(dayKind('2029-01-06')).toBe('weekend')
    expect(() => isWorkingDay('2029-01-03')).toThrow(WorkingDaysNotKnown)
    expect(() => plusWorkingDays('2028-12-29', 1)).toThrow(/bank holidays of 2029 are not known/)
    expect(isWorkingDay('2029-01-03', [])).toBe(true)
  })

  it("a list of one's own takes the place of the table", () => {
    expect(dayKind('2026-12-25', [])).toBe('working')
    expect(dayKind('2026-12-24', ['2026-12-24'])).toBe('bank-holiday')
  })

  it('adding and counting undo each other', () => {
    fc.assert(
      fc.property(inTable, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const start = workingDayOnOrAfter(day)
        const end = plusWorkingDays(start, count)
        expect(isWorkingDay(end)).toBe(true)
        expect(workingDaysBetween(start, end)).toBe(count)
        expect(plusWorkingDays(end, -count)).toBe(start)
      }),
    )
  })
})

describe('golden cases of the calendar', () => {
  it.each(calendarVectorFamilies.map(family => [family.family, family] as const))('%s agree', async (_, family) => {
    const answers = await family.run('vectors', 'samples')
    expect(answers.length).toBeGreaterThan(0)
    expect(answers.filter(answer => !answer.agrees)).toEqual([])
  })
})
