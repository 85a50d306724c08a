import { isWorkingDay, type LocalDate, plusWorkingDays, workingDayOnOrAfter } from '../../../platform/calendar/index.ts'

/** The day by which a hearing's outcome should be resulted: so many working days after the hearing. A hearing on a day
 *  off counts from its next working day. */
export function resultBy(hearingDay: LocalDate, workingDays: number): LocalDate {
  return isWorkingDay(hearingDay)
    ? plusWorkingDays(hearingDay, workingDays)
    : plusWorkingDays(workingDayOnOrAfter(hearingDay), workingDays - 1)
}
