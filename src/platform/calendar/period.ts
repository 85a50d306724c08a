import type { LocalDate } from './local-date.ts'

/** Days from `from` to `to`, both included. `to: null` has no end yet. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate | null }

/** The period, checked. Throws RangeError when it ends before it begins. */
export function period(from: LocalDate, to: LocalDate | null): Period {
  if (to !== null && to < from) throw new RangeError(`A period cannot end on ${to}, before it begins on ${from}`)
  return { from, to }
}

export function contains(span: Period, day: LocalDate): boolean {
  return span.from <= day && (span.to === null || day <= span.to)
}

/** True when at least one day is in both. */
export function overlaps(a: Period, b: Period): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)
}
