import { dateOf, daysInMonth, type LocalDate, parts } from '../../../platform/calendar/index.ts'

/** The birth dates the older search takes for the one given: the date, a day either side in the same month, day and
 *  month swapped, and the same day in every other month that has it. Sorted.
 *  Source: probation-offender-search, MatchService (matching specification section 10). */
export function lenientDates(date: LocalDate): readonly LocalDate[] {
  const { year, month, day } = parts(date)
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  const accepted = [
    ...[day - 1, day, day + 1].map(near => realDate(year, month, near)),
    realDate(year, day, month),
    ...months.map(other => realDate(year, other, day)),
  ]
  return [...new Set(accepted.filter(found => found !== null))].sort()
}

function realDate(year: number, month: number, day: number): LocalDate | null {
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return real ? dateOf(year, month, day) : null
}
