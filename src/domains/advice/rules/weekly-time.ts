import { type WeeklyTime, weekdays } from '../../../platform/calendar/index.ts'

/** Do two times of the week share a minute? */
export function meets(one: WeeklyTime, other: WeeklyTime): boolean {
  return one.weekday === other.weekday && one.from < other.to && other.from < one.to
}

/** True when the time meets none of those taken. */
export function isFree(time: WeeklyTime, taken: readonly WeeklyTime[]): boolean {
  return taken.every(one => !meets(time, one))
}

/** Every night of the week from an evening minute to a morning minute. */
export function everyNight(from: number, to: number): readonly WeeklyTime[] {
  return weekdays.flatMap(weekday => [
    { weekday, from: 0, to },
    { weekday, from, to: 24 * 60 },
  ])
}

/** Hours of the times on each day of the week. */
export function hoursByDay(times: readonly WeeklyTime[]): readonly number[] {
  return weekdays.map(weekday =>
    times.filter(one => one.weekday === weekday).reduce((sum, { from, to }) => sum + (to - from) / 60, 0),
  )
}
