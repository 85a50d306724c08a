import { type LocalDate, plusDays, weekday } from './local-date.ts'
import { bankHolidays } from './parameters/bank-holidays.ts'

/** 'not-known': a weekday of a year whose bank holidays we do not hold. */
export type DayKind = 'working' | 'weekend' | 'bank-holiday' | 'not-known'

/** Thrown where a count of working days needs a year whose bank holidays are not known. */
export class WorkingDaysNotKnown extends Error {
  readonly day: LocalDate
  constructor(day: LocalDate) {
    super(`The bank holidays of ${day.slice(0, 4)} are not known, so ${day} cannot be counted as a working day`)
    this.name = 'WorkingDaysNotKnown'
    this.day = day
  }
}

/** What sort of day it is in England and Wales. `holidays`, when given, is the whole list and takes the place of ours. */
export function dayKind(day: LocalDate, holidays?: readonly LocalDate[]): DayKind {
  const name = weekday(day)
  if (name === 'Saturday' || name === 'Sunday') return 'weekend'
  const closed = holidays ?? bankHolidays.find(day)?.value
  if (!closed) return 'not-known'
  return closed.includes(day) ? 'bank-holiday' : 'working'
}

/** Neither weekend nor bank holiday. Throws WorkingDaysNotKnown for a weekday outside the years of the table. */
export function isWorkingDay(day: LocalDate, holidays?: readonly LocalDate[]): boolean {
  const kind = dayKind(day, holidays)
  if (kind === 'not-known') throw new WorkingDaysNotKnown(day)
  return kind === 'working'
}

/** The next `count` working days after the day, which is itself not counted. Throws as `isWorkingDay`. */
export function workingDaysAfter(day: LocalDate, count: number, holidays?: readonly LocalDate[]): readonly LocalDate[] {
  return workingDaysFrom(day, count, 1, holidays)
}

/** The last `count` working days before the day, nearest first; the day itself is not counted. */
export function workingDaysBefore(
  day: LocalDate,
  count: number,
  holidays?: readonly LocalDate[],
): readonly LocalDate[] {
  return workingDaysFrom(day, count, -1, holidays)
}

/** The working day `count` working days later, earlier when negative; 0 answers the day itself whatever its kind. */
export function plusWorkingDays(day: LocalDate, count: number, holidays?: readonly LocalDate[]): LocalDate {
  return workingDaysFrom(day, Math.abs(count), count < 0 ? -1 : 1, holidays).at(-1) ?? day
}

/** The day itself when it is a working day, else the next one. */
export function workingDayOnOrAfter(day: LocalDate, holidays?: readonly LocalDate[]): LocalDate {
  return isWorkingDay(day, holidays) ? day : plusWorkingDays(day, 1, holidays)
}

/** The day itself when it is a working day, else the one before. */
export function workingDayOnOrBefore(day: LocalDate, holidays?: readonly LocalDate[]): LocalDate {
  return isWorkingDay(day, holidays) ? day : plusWorkingDays(day, -1, holidays)
}

/** How many working days come after `from` up to and including `to`; negative when `to` comes first, so that
 *  `workingDaysBetween(day, plusWorkingDays(day, n)) === n` for every working day. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, holidays?: readonly LocalDate[]): number {
  if (to < from) return 0 - workingDaysBetween(to, from, holidays)
  let count = 0
  for (let day = from; day < to; ) {
    day = plusDays(day, 1)
    if (isWorkingDay(day, holidays)) count++
  }
  return count
}

function workingDaysFrom(
  day: LocalDate,
  count: number,
  step: 1 | -1,
  holidays: readonly LocalDate[] | undefined,
): readonly LocalDate[] {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a whole number of working days: ${count}`)
  const found: LocalDate[] = []
  for (let next = day; found.length < count; ) {
    next = plusDays(next, step)
    if (isWorkingDay(next, holidays)) found.push(next)
  }
  return found
}
