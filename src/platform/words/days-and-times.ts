import {
  type Instant,
  type LocalDate,
  type LocalTime,
  londonDay,
  londonTime,
  parts,
  weekday,
} from '../calendar/index.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** '2025-01-14' as '14 January 2025'. */
export function longDate(day: LocalDate): string {
  const { year, month, day: number } = parts(day)
  return `${number} ${MONTHS[month - 1]} ${year}`
}

/** '2025-01-14' as '14 Jan 2025', for narrow columns only. */
export function shortDate(day: LocalDate): string {
  const { year, month, day: number } = parts(day)
  return `${number} ${MONTHS[month - 1]!.slice(0, 3)} ${year}`
}

/** '2025-01-14' as 'January 2025'. */
export function monthAndYear(day: LocalDate): string {
  const { year, month } = parts(day)
  return `${MONTHS[month - 1]} ${year}`
}

/** '2025-01-14' as 'Tuesday 14 January 2025': whoever must be somewhere is told the weekday. */
export function appointmentDate(day: LocalDate): string {
  return `${weekday(day)} ${longDate(day)}`
}

/** '11:00' as '11am', '11:30' as '11:30am', '12:00' as 'midday', '00:00' as 'midnight'. */
export function clockTime(time: LocalTime): string {
  if (time === '12:00') return 'midday'
  if (time === '00:00') return 'midnight'
  const hour = Number(time.slice(0, 2))
  const minutes = time.slice(3, 5)
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`
}

/** '09:05' as it stands: prisons and custody screens use the 24-hour clock. */
export function clockTime24(time: LocalTime): string {
  return time.slice(0, 5)
}

/** 'Tuesday 14 January 2025 at 11:30am'. */
export function withTime(day: LocalDate, time: LocalTime): string {
  return `${appointmentDate(day)} at ${clockTime(time)}`
}

/** When something was recorded, on the London clock: '14 January 2025 at 11:02am'. */
export function savedAt(at: Instant): string {
  return `${longDate(londonDay(at))} at ${clockTime(londonTime(at))}`
}
