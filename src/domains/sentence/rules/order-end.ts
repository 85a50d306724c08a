import { daysBetween, type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import type { RequirementKind, Term } from '../model.ts'
import { finalThirdStart, orderEndRule, unpaidWorkWindow } from '../parameters/order-dates.ts'
import { lastDayOfTerm } from './term.ts'

export type OrderEndFacts = {
  readonly sentencedOn: LocalDate
  readonly length: Term | null
  /** The end the court gave. */
  readonly courtEnd: LocalDate | null
  /** The end a person entered in place of the calculated one. */
  readonly enteredEnd: LocalDate | null
}

/** The last day of a community order: what staff entered, else what the court fixed, else the length from the day of
 *  sentence. Null when none of them is known. */
export function orderEnd(facts: OrderEndFacts): Decision<LocalDate | null> {
  if (facts.enteredEnd) return decided(facts.enteredEnd, [], reason('end-entered-by-staff'))
  if (facts.courtEnd) return decided(facts.courtEnd, [], reason('end-fixed-by-court'))
  return endOfTerm(facts.sentencedOn, facts.length)
}

/** The dates of a suspended sentence: what is left of custody hangs over the operational period. */
export function suspendedSentenceDates(facts: {
  readonly sentencedOn: LocalDate
  readonly operationalPeriod: Term | null
  readonly supervisionPeriod: Term | null
}): { readonly operationalEnd: Decision<LocalDate | null>; readonly supervisionEnd: Decision<LocalDate | null> } {
  return {
    operationalEnd: endOfTerm(facts.sentencedOn, facts.operationalPeriod),
    supervisionEnd: endOfTerm(facts.sentencedOn, facts.supervisionPeriod),
  }
}

/** The last day of a requirement: its own expected end, else its own length, else the end of the order. */
export function requirementEnd(facts: {
  readonly kind: RequirementKind
  readonly startsOn: LocalDate
  readonly term: Term | null
  readonly expectedEnd: LocalDate | null
  readonly orderEnd: LocalDate | null
}): Decision<LocalDate | null> {
  if (facts.expectedEnd) return decided(facts.expectedEnd, [], reason('end-expected'))
  if (facts.term) return endOfTerm(facts.startsOn, facts.term)
  return decided(facts.orderEnd, [], reason(facts.orderEnd ? 'ends-with-the-order' : 'end-not-known'))
}

/** The day by which unpaid work should be done, null when no such limit is in force on the day of sentence. */
export function unpaidWorkDueBy(sentencedOn: LocalDate): Decision<LocalDate | null> {
  const window = unpaidWorkWindow.find(sentencedOn)
  if (!window) return decided(null, [], reason('no-window-in-force', { sentencedOn }))
  return decided(lastDayOfTerm(sentencedOn, window.value), [window], reason('window-from-sentence', { sentencedOn }))
}

/** The day on which two thirds of the supervision have passed; contact may be suspended from then.
 *  Throws RangeError when the supervision ends before it starts. */
export function twoThirdsPoint(start: LocalDate, end: LocalDate): Decision<LocalDate> {
  const days = daysBetween(start, end)
  if (days < 0) throw new RangeError(`Supervision cannot end on ${end}, before it starts on ${start}`)
  const share = finalThirdStart.on(start)
  const passed = Math.floor((days * share.value.numerator) / share.value.denominator)
  return decided(plusDays(start, passed), [share], reason('two-thirds-of-days', { days, passed }))
}

function endOfTerm(start: LocalDate, term: Term | null): Decision<LocalDate | null> {
  if (!term) return decided(null, [], reason('end-not-known'))
  const rule = orderEndRule.on(start)
  const lastDay = lastDayOfTerm(start, term)
  const end = rule.value.countsFirstDay ? lastDay : plusDays(lastDay, 1)
  return decided(end, [rule], reason('length-from-first-day', { start, ...term }))
}
