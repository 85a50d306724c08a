import type { LocalDate } from '../../../platform/calendar/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import type { Termination, TerminationReason } from '../model.ts'

/** Our working set: no public list of reasons was found (see the README, assumptions). */
export const terminationReasons: readonly TerminationReason[] = [
  'completed',
  'expired',
  'revoked-good-progress',
  'revoked-other',
  'replaced-on-breach',
  'died',
  'transferred-out',
  'quashed-on-appeal',
]

/** Day and reason of an ending travel together: both, or neither (null). It cannot come before `startedOn` or after
 *  `asAt`. Answers problems naming the field. */
export function termination(
  facts: { readonly on: LocalDate | null; readonly reason: string | null; readonly startedOn: LocalDate },
  asAt: LocalDate,
): Result<Termination | null> {
  const { on, startedOn } = facts
  if (!on && !facts.reason) return ok(null)
  if (!on) return problem('terminationDate', 'date-missing', 'Enter the day it ended, or remove the reason')
  if (!facts.reason) return problem('terminationReason', 'reason-missing', 'Select why it ended, or remove the day')
  const reason = terminationReasons.find(known => known === facts.reason)
  if (!reason) return problem('terminationReason', 'reason-not-known', 'Select a reason from the list')
  if (on < startedOn) return problem('terminationDate', 'before-start', `Enter a day on or after ${startedOn}`)
  if (on > asAt) return problem('terminationDate', 'in-future', 'Enter today or a day in the past')
  return ok({ on, reason })
}

function problem(field: string, code: string, text: string): Result<never> {
  return problems({ field, code, text })
}
