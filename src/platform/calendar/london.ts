import { Temporal } from 'temporal-polyfill'
import { isLocalDate, type LocalDate } from './local-date.ts'
import type { LocalTime } from './read-time.ts'

/** A moment, in UTC: '2026-11-21T09:30:00Z', with or without fractions of a second. Only for when something was
 *  recorded; what happens on a day is a LocalDate. */
export type Instant = `${string}T${string}Z`

const london = 'Europe/London'
const form = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/

/** The moment of a Date, of milliseconds since 1970, or of UTC text as above. Throws RangeError for anything else. */
export function instant(value: Date | number | string): Instant {
  if (typeof value !== 'string') return new Date(value).toISOString() as Instant
  const day = form.exec(value)?.[1]
  if (!isLocalDate(day)) throw new RangeError(`Not a moment in UTC: ${JSON.stringify(value)}`)
  return value as Instant
}

/** The calendar day in London at the moment. */
export function londonDay(at: Instant): LocalDate {
  return onLondonClock(at).slice(0, 10) as LocalDate
}

/** The time on the London clock at the moment, seconds cut off. */
export function londonTime(at: Instant): LocalTime {
  return onLondonClock(at).slice(11, 16) as LocalTime
}

/** The moment at which the London clock shows the time on the day. A time skipped in March is read an hour later
 *  (01:30 becomes 02:30 summer time); of a time that comes twice in October the first is meant. */
export function atLondon(day: LocalDate, time: LocalTime): Instant {
  const clock = Temporal.PlainDateTime.from(`${day}T${time}`)
  return clock.toZonedDateTime(london, { disambiguation: 'compatible' }).toInstant().toString() as Instant
}

function onLondonClock(at: Instant): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(london).toPlainDateTime().toString()
}
