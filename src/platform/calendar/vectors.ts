import { type JsonCase, jsonFamily, type VectorFamily } from '../vectors/index.ts'
import type { LocalDate } from './local-date.ts'
import { isWorkingDay, plusWorkingDays, workingDaysAfter, workingDaysBefore } from './working-days.ts'

type WorkingDaysInput = {
  readonly date: LocalDate
  readonly direction?: 'BEFORE' | 'AFTER'
  readonly count?: number
  readonly bankHolidays?: readonly LocalDate[]
}

type BusinessDaysInput =
  | { readonly date: LocalDate; readonly n: number }
  | { readonly event: LocalDate; readonly deed: LocalDate | null; readonly limit: number }

/** Golden cases of the calendar. */
export const calendarVectorFamilies: readonly VectorFamily[] = [
  jsonFamily<JsonCase<WorkingDaysInput>>({
    family: 'supervision/working-days',
    actual: ({ input: { date, direction, count = 1, bankHolidays } }) => {
      if (direction === undefined) return { nonWorkingDay: !isWorkingDay(date, bankHolidays) }
      const days = direction === 'AFTER' ? workingDaysAfter : workingDaysBefore
      return { workingDays: days(date, count, bankHolidays) }
    },
  }),
  jsonFamily<JsonCase<BusinessDaysInput>>({
    family: 'accountability/service-levels/business-days',
    data: ['accountability/reference/bank-holidays-england-wales'],
    actual: ({ input }) => {
      if ('n' in input) return { date: plusWorkingDays(input.date, input.n) }
      const deadline = plusWorkingDays(input.event, input.limit)
      return { deadline, met: input.deed !== null && input.deed <= deadline }
    },
  }),
]
