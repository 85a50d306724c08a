export type { LocalDate, Weekday } from './local-date.ts'
export {
  ageOn,
  dateOf,
  daysBetween,
  daysInMonth,
  epochDay,
  fromEpochDay,
  isLeapYear,
  isLocalDate,
  localDate,
  parts,
  plusDays,
  plusMonths,
  plusYears,
  weekday,
} from './local-date.ts'
export type { Instant } from './london.ts'
export { atLondon, instant, londonDay, londonTime } from './london.ts'
export { bankHolidays } from './parameters/bank-holidays.ts'
export type { Period } from './period.ts'
export { contains, overlaps, period } from './period.ts'
export type { DateProblem, DateReading, ReadDate } from './read-date.ts'
export { readDate } from './read-date.ts'
export type { LocalTime, ReadTime, TimeProblem } from './read-time.ts'
export { isLocalTime, readTime } from './read-time.ts'
export { calendarVectorFamilies } from './vectors.ts'
export type { ReadWeeklyTimes, WeeklyTime } from './weekly-time.ts'
export { readWeeklyTimes, weekdays, weeklyTimesText } from './weekly-time.ts'
export type { DayKind } from './working-days.ts'
export {
  dayKind,
  isWorkingDay,
  plusWorkingDays,
  WorkingDaysNotKnown,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from './working-days.ts'
