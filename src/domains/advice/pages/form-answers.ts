import { type LocalDate, type LocalTime, readDate, readTime } from '../../../platform/calendar/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'

/** The day typed into a field, or its problem in the words of the reader of days. */
export function dayTyped(typed: string, field: string, asAt: LocalDate): Result<LocalDate> {
  const read = readDate(typed, 'appointment', asAt)
  return read.ok ? ok(read.date) : problems({ field, code: read.problem.code, text: read.problem.message })
}

/** The same for a field that may stay empty. */
export function dayOrNone(typed: string, field: string, asAt: LocalDate): Result<LocalDate | null> {
  return typed.trim() === '' ? ok(null) : dayTyped(typed, field, asAt)
}

/** The time typed into a field, or its problem. */
export function timeTyped(typed: string, field: string): Result<LocalTime> {
  const read = readTime(typed)
  return read.ok ? ok(read.time) : problems({ field, code: read.problem.code, text: read.problem.message })
}
