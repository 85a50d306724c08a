import { daysBetween, type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import { caseListWindow, listHorizonDays, unresultedAt } from '../parameters/court-lists.ts'

/** Is a list day one the feed is expected for: today or the days of the horizon after it? */
export function isWithinListHorizon(day: LocalDate, today: LocalDate): boolean {
  const ahead = daysBetween(today, day)
  return ahead >= 0 && ahead <= listHorizonDays.on(today).value
}

/** First and last day the case list shows, both included. */
export function caseListDays(today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const { shownDays, pastDays } = caseListWindow.on(today).value
  return { from: plusDays(today, -pastDays), to: plusDays(today, shownDays) }
}

/** Does the evening job give this appearance the outcome NO_OUTCOME (court specification, section 8)? Every defendant
 *  heard today without an outcome, unless staff said none is needed; not for an appearance that was removed. `time` is
 *  the London clock. */
export function needsNoOutcome(
  appearance: {
    readonly hearingDay: LocalDate
    readonly removed: boolean
    readonly hasOutcome: boolean
    readonly outcomeNotRequired: boolean
  },
  today: LocalDate,
  time: string,
): Decision<boolean> {
  const at = unresultedAt.on(today)
  if (appearance.hearingDay !== today) return decided(false, [at], reason('not-heard-today'))
  if (time < at.value) return decided(false, [at], reason('too-early', { at: at.value }))
  if (appearance.removed) return decided(false, [at], reason('removed-from-list'))
  if (appearance.outcomeNotRequired) return decided(false, [at], reason('outcome-not-required'))
  if (appearance.hasOutcome) return decided(false, [at], reason('has-outcome'))
  return decided(true, [at], reason('heard-without-outcome'))
}
