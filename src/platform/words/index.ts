export { clockTime } from './clock-time.ts'
export {
  appointmentDate,
  clockTime24,
  longDate,
  monthAndYear,
  savedAt,
  shortDate,
  withTime,
} from './days-and-times.ts'
export type { PersonName } from './names.ts'
export { forenameFirst, surnameFirst } from './names.ts'
export { age, listOf, money, plural, resultsFor } from './numbers.ts'
