import { type LocalDate, WorkingDaysNotKnown, workingDaysBetween } from '../../../platform/calendar/index.ts'
import { policyWorkingDays } from '../parameters/report-time.ts'
import type { RequestToCount } from './sentenced-cases.ts'

type Timed = Pick<RequestToCount, 'askedOn' | 'requiredBy' | 'deliveredOn' | 'depth' | 'state'>

/** Whether a report reached the court by the day the court needs it. Undefined is no part of the measure: the court
 *  named no day, its day has not passed, or the request was withdrawn, refused or sealed. */
export function byCourtsDay(one: Timed, today: LocalDate): 'in-time' | 'late' | 'not-delivered' | undefined {
  if (one.requiredBy === null || ['WITHDRAWN', 'REFUSED', 'SEALED'].includes(one.state)) return undefined
  const first = one.deliveredOn[0]
  if (first !== undefined) return first <= one.requiredBy ? 'in-time' : 'late'
  return one.requiredBy < today ? 'not-delivered' : undefined
}

/** Working days from the day it was asked for to the day it first reached the court; null when it did not, or when the
 *  bank holidays of those days are not known. */
export function daysToDelivery(one: Pick<Timed, 'askedOn' | 'deliveredOn'>): number | null {
  const first = one.deliveredOn[0]
  if (first === undefined) return null
  if (first <= one.askedOn) return 0
  try {
    return workingDaysBetween(one.askedOn, first)
  } catch (error) {
    if (error instanceof WorkingDaysNotKnown) return null
    throw error
  }
}

/** Whether a delivered report took no longer than policy has for its kind. Undefined where policy has no time for it. */
export function byPolicy(one: Timed): 'within' | 'over' | undefined {
  const days = daysToDelivery(one)
  const allowed = one.depth === null ? undefined : policyWorkingDays.on(one.askedOn).value[one.depth]
  if (days === null || allowed === undefined) return undefined
  return days <= allowed ? 'within' : 'over'
}

/** The middle number, between the two middle ones where there is none; null of nothing. */
export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
