import { type LocalDate, plusDays, plusWorkingDays } from '../../../platform/calendar/index.ts'
import { recordedWithinWorkingDays } from '../../court/index.ts'
import type { SentencedCase } from './sentenced-cases.ts'

/** All courts together. */
export const allCourtsCode = 'ALL'

export type DailyShare = { readonly courtCode: string; readonly sentenced: number; readonly withReport: number }

/** Days a first run, or one after a long stop, looks back at most. */
const lookBack = 28

/** The days of sentence to publish today, the earliest first: those after the last one published whose sentences should
 *  be on the record by now (the time court work has for it). */
export function daysToPublish(lastPublished: LocalDate | null, today: LocalDate): readonly LocalDate[] {
  const earliest = plusDays(today, 0 - lookBack)
  const after = lastPublished === null ? earliest : plusDays(lastPublished, 1)
  const days: LocalDate[] = []
  for (let day = after > earliest ? after : earliest; day < today; day = plusDays(day, 1)) {
    if (plusWorkingDays(day, recordedWithinWorkingDays.on(day).value) >= today) break
    days.push(day)
  }
  return days
}

/** The figures of one day: each court with a sentence, and all together even when there was none. */
export function dailyShares(cases: readonly SentencedCase[]): readonly DailyShare[] {
  const courts = new Map<string, SentencedCase[]>()
  for (const one of cases) {
    const code = one.courtCode?.slice(0, 5) ?? 'Not known'
    courts.set(code, [...(courts.get(code) ?? []), one])
  }
  const share = (courtCode: string, own: readonly SentencedCase[]) => ({
    ...{ courtCode, sentenced: own.length },
    withReport: own.filter(one => one.report !== null).length,
  })
  return [share(allCourtsCode, cases), ...[...courts].sort().map(([code, own]) => share(code, own))]
}
