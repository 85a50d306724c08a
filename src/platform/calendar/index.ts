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
