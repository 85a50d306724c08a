import { ageOn, type LocalDate } from '../../../platform/calendar/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'

/** Courtrooms in the order numbers read: 2 before 10. */
export const rooms = new Intl.Collator('en', { numeric: true })

/** 'Courtroom 2' for '02'; a room with a name of its own keeps it. */
export function roomWords(room: string): string {
  if (room === '') return 'Courtroom not given'
  return /^\d+$/.test(room) ? `Courtroom ${Number(room)}` : room
}

/** '14 January 1990, 36 years old'; a date of birth after today is shown without an age. */
export function bornWords(dateOfBirth: LocalDate | null, today: LocalDate): string {
  if (dateOfBirth === null) return 'Date of birth not given'
  if (dateOfBirth > today) return `${longDate(dateOfBirth)} (not possible)`
  return `${longDate(dateOfBirth)}, ${plural(ageOn(dateOfBirth, today), 'year')} old`
}
