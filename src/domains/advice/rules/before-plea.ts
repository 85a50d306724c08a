import { type LocalDate, WorkingDaysNotKnown, workingDaysBetween } from '../../../platform/calendar/index.ts'
import { type Decision, decided, type Reason, reason } from '../../../platform/rules/index.ts'
import { policyWorkingDays } from '../parameters/report-time.ts'
import type { BeforePleaFacts, ReportDepth } from '../request-model.ts'

export type BeforePleaReply = 'granted' | 'refused' | 'refused-incomplete' | 'refused-insufficient-time'

export type BeforePleaCase = BeforePleaFacts & {
  readonly age: number | null
  readonly hearingOn: LocalDate | null
  readonly depth: ReportDepth
}

/** What the conditions of a before-plea report come to (specification, section 4); probation decides. A condition that
 *  fails refuses; one that nobody answered makes the request incomplete, and is named; too few working days before the
 *  hearing invites a request to vary its date. */
export function beforePleaReply(request: BeforePleaCase, today: LocalDate): Decision<BeforePleaReply> {
  const time = policyWorkingDays.on(today)
  const failed: Reason[] = []
  const missing: Reason[] = []
  const ask = (code: string, holds: boolean | null) => {
    if (holds === null) missing.push(reason(code))
    else if (!holds) failed.push(reason(code))
  }
  ask('adult', request.age === null ? null : request.age >= 18)
  ask('anticipated-plea', request.anticipatedPlea === null ? null : true)
  ask('bail-or-postal', request.bailOrPostal)
  ask('magistrates-sentence', request.magistratesSentence)
  ask('guilty-to-all', request.guiltyToAllOnFullBasis)
  ask('after-initial-details', request.initialDetailsOn === null ? null : request.initialDetailsOn <= today)
  ask('community-threshold', request.passesCommunityThreshold)
  ask('consents', request.consents)
  ask('hearing-day', request.hearingOn === null ? null : true)
  if (failed.length > 0) return decided('refused', [time], ...failed)
  if (missing.length > 0) return decided('refused-incomplete', [time], ...missing)
  const needed = time.value[request.depth] ?? 0
  const left = workingDaysLeft(today, request.hearingOn!)
  if (left !== null && left < needed) {
    return decided('refused-insufficient-time', [time], reason('working-days-left', { left, needed }))
  }
  return decided('granted', [time], reason('all-conditions-met'))
}

function workingDaysLeft(today: LocalDate, hearing: LocalDate): number | null {
  try {
    return workingDaysBetween(today, hearing)
  } catch (error) {
    if (error instanceof WorkingDaysNotKnown) return null
    throw error
  }
}
