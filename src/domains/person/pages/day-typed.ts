import { type DateReading, type LocalDate, readDate } from '../../../platform/calendar/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'

/** The day typed into a form's field, or its problem. An optional day may be left empty. */
export function dayTyped(
  typed: string,
  field: string,
  asAt: LocalDate,
  optional: 'optional',
  reading?: DateReading,
): Result<LocalDate | null>
export function dayTyped(typed: string, field: string, asAt: LocalDate): Result<LocalDate>
export function dayTyped(
  typed: string,
  field: string,
  asAt: LocalDate,
  optional?: 'optional',
  reading: DateReading = 'appointment',
): Result<LocalDate | null> {
  if (optional && typed.trim() === '') return ok(null)
  const read = readDate(typed, reading, asAt)
  return read.ok ? ok(read.date) : problems({ field, code: read.problem.code, text: read.problem.message })
}
