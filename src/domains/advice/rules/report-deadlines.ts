import {
  daysBetween,
  type Instant,
  type LocalDate,
  londonDay,
  plusDays,
  plusWorkingDays,
  WorkingDaysNotKnown,
} from '../../../platform/calendar/index.ts'
import { readyWorkingDaysBefore, reportReminders } from '../parameters/report-time.ts'
import { openStates, type RequestState } from './request-state.ts'

export type Reminder = 'interview-not-booked' | 'not-signed' | 'overdue'

export type ReportDeadlines = {
  /** When we aim to be ready; null when the court gave no day, or the bank holidays of its year are not known. */
  readonly internalDue: LocalDate | null
  readonly interviewBookedBy: LocalDate | null
  readonly signedBy: LocalDate | null
  readonly reminders: readonly Reminder[]
}

/** The days of a report between request and court, and what is late today (specification, section 7). Nothing is late
 *  that was signed, delivered or taken back; an interview that was booked is not asked for again. */
export function reportDeadlines(
  request: {
    readonly askedOn: LocalDate
    readonly requiredBy: LocalDate | null
    readonly state: RequestState
    readonly interviewBooked: boolean
  },
  today: LocalDate,
): ReportDeadlines {
  const { askedOn, requiredBy, state } = request
  if (requiredBy === null) return { internalDue: null, interviewBookedBy: null, signedBy: null, reminders: [] }
  const { interviewBookedPercent, signedPercent } = reportReminders.on(askedOn).value
  const span = Math.max(0, daysBetween(askedOn, requiredBy))
  const at = (percent: number) => plusDays(askedOn, Math.floor((span * percent) / 100))
  const interviewBookedBy = at(interviewBookedPercent)
  const signedBy = at(signedPercent)
  const reminders: Reminder[] = []
  const writing = openStates.includes(state) && state !== 'AWAITING_REPLY' && state !== 'SIGNED'
  const signedByAuthor = state === 'READY_FOR_COUNTERSIGN'
  if (writing && !signedByAuthor && !request.interviewBooked && today > interviewBookedBy)
    reminders.push('interview-not-booked')
  if (writing && today > signedBy) reminders.push('not-signed')
  if (openStates.includes(state) && today > requiredBy) reminders.push('overdue')
  return { internalDue: internalDue(requiredBy, askedOn), interviewBookedBy, signedBy, reminders }
}

/** Never before the day the report was asked for. */
function internalDue(requiredBy: LocalDate, askedOn: LocalDate): LocalDate | null {
  try {
    const day = plusWorkingDays(requiredBy, 0 - readyWorkingDaysBefore.on(askedOn).value)
    return day < askedOn ? askedOn : day
  } catch (error) {
    if (error instanceof WorkingDaysNotKnown) return null
    throw error
  }
}

export type OnTheDay = {
  readonly minutesGone: number
  /** Negative when the time has passed; null when nobody said by when it is needed. */
  readonly minutesLeft: number | null
  readonly standing: 'in-time' | 'soon' | 'late' | 'no-time-given'
}

const soonMinutes = 30

/** The clock of a report asked for and needed on the same day. */
export function onTheDayClock(
  { askedAt, neededBy }: { readonly askedAt: Instant; readonly neededBy: Instant | null },
  now: Instant,
): OnTheDay {
  const minutes = (from: Instant, to: Instant) => Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
  const minutesGone = Math.max(0, minutes(askedAt, now))
  if (neededBy === null) return { minutesGone, minutesLeft: null, standing: 'no-time-given' }
  const minutesLeft = minutes(now, neededBy)
  return {
    minutesGone,
    minutesLeft,
    standing: minutesLeft < 0 ? 'late' : minutesLeft <= soonMinutes ? 'soon' : 'in-time',
  }
}

/** After a missed interview: is there still time for another before the report must be ready? Needs a whole working day
 *  between today and the day we aim to be ready. */
export function secondInterviewPossible(
  request: { readonly askedOn: LocalDate; readonly requiredBy: LocalDate | null },
  today: LocalDate,
): boolean {
  if (request.requiredBy === null) return true
  const due = internalDue(request.requiredBy, request.askedOn)
  return due !== null && due > today
}

/** The London day of the moment. */
export function askedOn(request: { readonly askedAt: Instant }): LocalDate {
  return londonDay(request.askedAt)
}
