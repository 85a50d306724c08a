import {
  type Instant,
  type LocalDate,
  type LocalTime,
  londonDay,
  londonTime,
  parts,
  weekday,
} from '../calendar/index.ts'
import { clockTime } from './clock-time.ts'

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
