import { longDate, savedAt } from '../../../platform/words/index.ts'
import type { AssessmentOnRecord } from '../queries/assessments-of.ts'
import { type AssessmentState, assessmentState, isComplete, isOpenOrAwaiting } from '../rules/assessment-state.ts'
import { actWords, stateTags } from './signing-words.ts'

export type HistoryView = {
  readonly state: AssessmentState
  readonly tag: { readonly text: string; readonly colour: string }
  readonly opened: string
  readonly version: number
  readonly base: string
  readonly acts: readonly { readonly what: string; readonly who: string; readonly comment: string | null }[]
  readonly maySign: boolean
  readonly mayCountersign: boolean
  readonly signed: boolean
  readonly mayLock: boolean
  readonly mayRollBack: boolean
  readonly mayDelete: boolean
  readonly mayRestore: boolean
}

/** What was done to an assessment, and what the viewer may do to it now. */
export function historyView(
  assessment: AssessmentOnRecord,
  crn: string,
  can: (action: string) => boolean,
): HistoryView {
  const state = assessmentState(assessment.acts)
  const waiting = state === 'AWAITING_COUNTERSIGN' || state === 'AWAITING_DOUBLE_COUNTERSIGN'
  const unlock = can('assessment.unlock')
  return {
    state,
    tag: stateTags[state],
    opened: `Opened ${savedAt(assessment.openedAt)} by ${assessment.openedByName}, assessed on ${longDate(assessment.assessedOn)}`,
    version: assessment.version,
    base: `/case/${crn}/assessments/${assessment.id}`,
    acts: assessment.acts.map(act => ({
      what: actWords(act.kind),
      who: `${savedAt(act.at)} by ${act.byName}`,
      comment: act.comment,
    })),
    maySign: isOpenOrAwaiting(state) && !waiting && can('assessment.sign'),
    mayCountersign: waiting && can('assessment.countersign'),
    signed: assessment.acts.some(act => act.kind === 'signed'),
    mayLock: isOpenOrAwaiting(state) && can('assessment.write'),
    mayRollBack: unlock && (isComplete(state) || state === 'LOCKED_INCOMPLETE'),
    mayDelete: unlock && state !== 'DELETED',
    mayRestore: unlock && state === 'DELETED',
  }
}
