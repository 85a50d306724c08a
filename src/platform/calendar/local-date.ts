/** A calendar day, '2026-11-21'. Never a moment: no zone, no clock. */
export type LocalDate = `${number}-${number}-${number}`

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** True for a real day from year 0001 to 9999 written YYYY-MM-DD. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const { year, month, day } = parts(value as LocalDate)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Reads YYYY-MM-DD; throws RangeError for anything else. For free typing see `readDate`. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Not a calendar day: ${JSON.stringify(text)}`)
  return text
}

export function parts(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: +date.slice(0, 4), month: +date.slice(5, 7), day: +date.slice(8, 10) }
}

export function dateOf(year: number, month: number, day: number): LocalDate {
  return localDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

/** Days since 1 January 1970, negative before. */
export function epochDay(date: LocalDate): number {
  const { year, month, day } = parts(date)
  const y = year - 1
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0
  return (
    y * 365 +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    daysBeforeMonth[month - 1]! +
    leapDay +
    day -
    719_163
  )
}

/** The day `days` after 1 January 1970. Throws RangeError outside years 0001 to 9999. */
export function fromEpochDay(days: number): LocalDate {
  // Howard Hinnant's civil-from-days: March-based years make the leap day the last of the year.
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

export function plusDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(epochDay(date) + days)
}

/** Same day of the month `months` later, clamped to the month's last day. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = parts(date)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

export function plusYears(date: LocalDate, years: number): LocalDate {
  return plusMonths(date, years * 12)
}

/** Whole days from one day to another, negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from)
}

/** Completed years on the day; 29 February birthdays count on 1 March in common years. */
export function ageOn(birth: LocalDate, day: LocalDate): number {
  const b = parts(birth)
  const d = parts(day)
  return d.year - b.year - (d.month < b.month || (d.month === b.month && d.day < b.day) ? 1 : 0)
}

export type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday'
const weekdays: readonly Weekday[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export function weekday(date: LocalDate): Weekday {
  const index = (((epochDay(date) + 3) % 7) + 7) % 7
  return weekdays[index]!
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
