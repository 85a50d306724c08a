import { atLondon, type LocalDate, londonDay, plusDays, workingDaysBetween } from '../../../platform/calendar/index.ts'
import { resultBy } from './result-by.ts'

type Moment = `${string}T${string}Z`

export type Measured = { readonly day: LocalDate; readonly startsAt: string; readonly doneAt: string | null }

export const measureNames = [
  'match-rate',
  'late-match',
  'wrong-link',
  'list-coverage',
  'outcome-timeliness',
  'sentence-timeliness',
  'corrections',
] as const
export type MeasureName = (typeof measureNames)[number]

/** Does one fact count towards the measure (court specification, section 14)? Undefined: it is not part of it yet,
 *  because its time has not come. `workingDays` is the time for resulting in force. */
export function countsTowards(
  measure: MeasureName,
  fact: Measured & { readonly changed: boolean },
  today: LocalDate,
  workingDays: number,
): boolean | undefined {
  switch (measure) {
    case 'match-rate':
      return linkedBefore(fact)
    case 'late-match':
      return fact.doneAt !== null && !linkedBefore(fact)
    case 'wrong-link':
      return fact.doneAt !== null
    case 'list-coverage':
      return fact.doneAt !== null && workingDaysBetween(londonDay(fact.doneAt as Moment), fact.day) >= 1
    case 'outcome-timeliness':
    case 'sentence-timeliness':
      return inTime(fact, today, workingDays)
    case 'corrections':
      return fact.doneAt === null ? undefined : fact.changed
  }
}

/** Before the hearing began; on its day where the court gave no time. */
function linkedBefore({ day, startsAt, doneAt }: Measured): boolean {
  if (doneAt === null) return false
  if (startsAt === '00:00') return londonDay(doneAt as Moment) <= day
  return Date.parse(doneAt) < Date.parse(atLondon(day, startsAt as `${number}:${number}`))
}

function inTime({ day, doneAt }: Measured, today: LocalDate, workingDays: number): boolean | undefined {
  const due = resultBy(day, workingDays)
  if (doneAt !== null) return londonDay(doneAt as Moment) <= due
  return due < today ? false : undefined
}

export type Share = { readonly met: number; readonly of: number }

export function shareOf(counted: readonly boolean[]): Share {
  return { met: counted.filter(Boolean).length, of: counted.length }
}

/** The Monday of the week a day is in. */
export function weekOf(day: LocalDate): LocalDate {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return plusDays(day, -sinceMonday)
}
