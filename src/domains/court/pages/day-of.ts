import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'

/** The day in an address, '2026-11-21'; throws NotFound for anything else. */
export function dayOf(text: string | undefined): LocalDate {
  if (!isLocalDate(text)) throw new NotFound('The address names a day that does not exist.')
  return text
}
