import { dateOf, daysInMonth, type LocalDate, parts, plusDays, type Weekday, weekday } from './local-date.ts'

/** How two-digit years are read. 'birth': the latest such year that is not after `asAt`. 'appointment', for every
 *  other date: the year nearest to `asAt`, the later one of two equally near. */
export type DateReading = 'birth' | 'appointment'

export type DateProblem = {
  readonly code:
    | 'date-missing'
    | 'date-not-understood'
    | 'date-needs-year'
    | 'date-not-real'
    | 'date-weekday-differs'
    | 'date-too-far'
    | 'date-in-future'
  /** What to type instead, in a sentence for the error message. */
  readonly message: string
}

export type ReadDate =
  | { readonly ok: true; readonly date: LocalDate }
  | { readonly ok: false; readonly problem: DateProblem }

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdays: readonly Weekday[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const relative: { readonly [word: string]: number } = { yesterday: -1, today: 0, tomorrow: 1 }
const earliestYear = 1850
const latestYear = 2199

type Typed = { readonly day: number; readonly month: number; readonly year: string | undefined }

/** Reads a date as people type it, day before month: 1/1/26, 01.01.2026, 1-1-26, 1 Jan 26, 1st January 2026,
 *  Jan 1 2026, 2026-01-01, 010126, 01012026, with or without the weekday, and (not for a birth) today or tomorrow.
 *  A date of birth after `asAt` is refused. */
export function readDate(typed: string, reading: DateReading, asAt: LocalDate): ReadDate {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  const example = reading === 'birth' ? '31 3 1980' : '27 3 2026'
  if (text === '') return refuse('date-missing', `Enter a date, like ${example}`)

  const offset = relative[text]
  if (offset !== undefined && reading === 'appointment') return { ok: true, date: plusDays(asAt, offset) }

  const { name, rest } = withoutWeekday(text)
  const found = numbersIn(rest) ?? wordsIn(rest)
  if (!found) return refuse('date-not-understood', `Enter a date like ${example}, with the day first`)
  if (found.year === undefined) return refuse('date-needs-year', `Enter the year too, like ${example}`)

  const year = found.year.length === 4 ? Number(found.year) : fullYear(found, Number(found.year), reading, asAt)
  if (found.month < 1 || found.month > 12 || found.day < 1 || found.day > daysInMonth(year, found.month)) {
    return refuse('date-not-real', `Enter a real date, like ${example}: ${typed.trim()} does not exist`)
  }
  if (year < earliestYear || year > latestYear) {
    return refuse('date-too-far', `Enter a year from ${earliestYear} to ${latestYear}`)
  }
  const date = dateOf(year, found.month, found.day)
  if (name && weekday(date) !== name) {
    return refuse('date-weekday-differs', `Check the date: that day is a ${weekday(date)}, not a ${name}`)
  }
  if (reading === 'birth' && date > asAt) return refuse('date-in-future', 'Enter a date of birth in the past')
  return { ok: true, date }
}

function withoutWeekday(text: string): { readonly name: Weekday | undefined; readonly rest: string } {
  const match = /^(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (.+)$/.exec(text)
  if (!match) return { name: undefined, rest: text }
  return { name: weekdays.find(day => day.toLowerCase().startsWith(match[1]!.slice(0, 3))), rest: match[2]! }
}

function numbersIn(text: string): Typed | undefined {
  const isoOrder =
    /^(\d{4}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{1,2})$/.exec(text) ??
    /^((?:1[89]|2[01])\d\d)(0\d|1[0-2])(\d\d)$/.exec(text)
  if (isoOrder) return { day: Number(isoOrder[3]), month: Number(isoOrder[2]), year: isoOrder[1] }
  const dayFirst =
    /^(\d{1,2}) ?[-/., ] ?(\d{1,2})(?: ?[-/., ] ?(\d{4}|\d{2}))?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text)
  return dayFirst ? { day: Number(dayFirst[1]), month: Number(dayFirst[2]), year: dayFirst[3] } : undefined
}

function wordsIn(text: string): Typed | undefined {
  const dayFirst = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)?[-/., ]*(?:of )?([a-z]+)\.?(?:[-/., ]*'?(\d{4}|\d{2}))?$/.exec(
    text,
  )
  if (dayFirst) return named(dayFirst[1], dayFirst[2], dayFirst[3])
  const monthFirst = /^([a-z]+)\.? ?(\d{1,2})(?:st|nd|rd|th)?(?:,? '?(\d{4}|\d{2}))?$/.exec(text)
  return monthFirst ? named(monthFirst[2], monthFirst[1], monthFirst[3]) : undefined
}

function named(day: string | undefined, name: string | undefined, year: string | undefined): Typed | undefined {
  if (name === undefined || name.length < 3) return undefined
  const month = name === 'sept' ? 9 : months.findIndex(full => full.startsWith(name)) + 1
  return month === 0 ? undefined : { day: Number(day), month, year }
}

function fullYear(found: Typed, twoDigits: number, reading: DateReading, asAt: LocalDate): number {
  const today = parts(asAt)
  const sameCentury = Math.floor(today.year / 100) * 100 + twoDigits
  if (reading === 'appointment') {
    return [sameCentury - 100, sameCentury, sameCentury + 100].reduce((nearest, year) =>
      Math.abs(year - today.year) <= Math.abs(nearest - today.year) ? year : nearest,
    )
  }
  const laterThisYear = found.month > today.month || (found.month === today.month && found.day > today.day)
  return sameCentury > today.year || (sameCentury === today.year && laterThisYear) ? sameCentury - 100 : sameCentury
}

function refuse(code: DateProblem['code'], message: string): ReadDate {
  return { ok: false, problem: { code, message } }
}
