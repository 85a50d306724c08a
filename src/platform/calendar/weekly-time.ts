import type { Weekday } from './local-date.ts'
import { readTime } from './read-time.ts'

/** Minutes after midnight on one day of the week: from is included, to is not; a night is two of these. */
export type WeeklyTime = { readonly weekday: Weekday; readonly from: number; readonly to: number }

export type ReadWeeklyTimes =
  | { readonly ok: true; readonly times: readonly WeeklyTime[] }
  | { readonly ok: false; readonly message: string }

export const weekdays: readonly Weekday[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]

/** Reads times of a week as people type them, one a line or parted by ';' : 'Monday 9am to 5pm', 'Tue 18:00-20:00',
 *  'Saturday' (the whole day), 'weekdays 9am to 5pm'. A time over midnight becomes two. Never throws: the message names
 *  the line and what to type. Empty text is no times. */
export function readWeeklyTimes(typed: string): ReadWeeklyTimes {
  const times: WeeklyTime[] = []
  const lines = typed
    .split(/[\n;]/)
    .map(line => line.trim())
    .filter(line => line !== '')
  for (const line of lines) {
    const wrong = { ok: false as const, message: `“${line}”: write a day and two times, like Monday 9am to 5pm` }
    const match = /^([a-z]+?)s?(?:[ ,]+(.+?)(?: to | ?- ?| ?– ?)(.+))?$/i.exec(line)
    const days = match ? daysNamed(match[1]!) : []
    if (!match || days.length === 0) return wrong
    const from = match[2] === undefined ? 0 : minutes(match[2])
    const to = match[3] === undefined ? day : minutes(match[3])
    if (from === null || to === null || from === to) return wrong
    const ends = to === 0 ? day : to
    for (const weekday of days) {
      if (from < ends) times.push({ weekday, from, to: ends })
      else times.push({ weekday, from, to: day }, { weekday: nextDay(weekday), from: 0, to: ends })
    }
  }
  return { ok: true, times }
}

/** 'Monday 09:00 to 17:00', one for each time, in the order given; readWeeklyTimes reads it back. */
export function weeklyTimesText(times: readonly WeeklyTime[]): readonly string[] {
  return times.map(({ weekday, from, to }) =>
    from === 0 && to === day ? weekday : `${weekday} ${clock(from)} to ${to === day ? '00:00' : clock(to)}`,
  )
}

const day = 24 * 60

function daysNamed(word: string): readonly Weekday[] {
  const name = word.toLowerCase()
  if (name === 'weekday') return weekdays.slice(0, 5)
  if (name === 'weekend') return weekdays.slice(5)
  if (name === 'daily') return weekdays
  return name.length < 3 ? [] : weekdays.filter(one => one.toLowerCase().startsWith(name))
}

function nextDay(weekday: Weekday): Weekday {
  return weekdays[(weekdays.indexOf(weekday) + 1) % 7]!
}

function minutes(typed: string): number | null {
  const read = readTime(typed)
  if (!read.ok) return null
  const [hour, minute] = read.time.split(':').map(Number)
  return hour! * 60 + minute!
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
