import { daysBetween, type LocalDate, parts, plusDays, plusMonths } from '../../../platform/calendar/index.ts'
import type { Length, Term } from '../model.ts'

/** The last day of a term that begins on `start`, both days counted. Years and months go first; where that day does
 *  not exist the last of the month is taken and no day is subtracted; weeks and days follow.
 *  Rule: calculate-release-dates-api (public code). Throws RangeError for a negative or fractional amount. */
export function lastDayOfTerm(start: LocalDate, term: Term): LocalDate {
  const { years, months, weeks, days } = whole(term)
  const afterMonths = plusMonths(start, years * 12 + months)
  const clamped = parts(afterMonths).day !== parts(start).day
  return plusDays(afterMonths, weeks * 7 + days - (clamped ? 0 : 1))
}

/** Days of the term when it begins on `start`. */
export function daysOfTerm(start: LocalDate, term: Term): number {
  return daysBetween(start, lastDayOfTerm(start, term)) + 1
}

/** A length in calendar units as a term; undefined for hours and sessions. */
export function termOf(length: Length): Term | undefined {
  if (length.unit === 'hours' || length.unit === 'sessions') return undefined
  return { [length.unit]: length.amount }
}

/** True when no amount is above zero. */
export function isEmptyTerm(term: Term): boolean {
  const { years, months, weeks, days } = whole(term)
  return years + months + weeks + days === 0
}

/** False for amounts that are negative, not whole, or come to more than a hundred years: no date follows from them. */
export function isCredibleTerm(term: Term): boolean {
  const { years = 0, months = 0, weeks = 0, days = 0 } = term
  const amounts = [years, months, weeks, days]
  const inDays = years * 366 + months * 31 + weeks * 7 + days
  return amounts.every(amount => Number.isInteger(amount) && amount >= 0) && inDays <= 100 * 366
}

function whole(term: Term): Required<Term> {
  const { years = 0, months = 0, weeks = 0, days = 0 } = term
  for (const amount of [years, months, weeks, days]) {
    if (!Number.isInteger(amount) || amount < 0) throw new RangeError(`Not a whole number of calendar units: ${amount}`)
  }
  return { years, months, weeks, days }
}
