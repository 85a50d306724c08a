/** What was done to a version of an assessment. */
export type ActKind =
  | 'signed'
  | 'countersigned'
  | 'rejected'
  | 'locked-incomplete'
  | 'rolled-back'
  | 'deleted'
  | 'restored'
  | 'merged'

/** An act as far as the state goes. The detail of a signing tells in `needed` how many countersignatures it waits for
 *  (0, 1 or 2; none told is 0). */
export type StateAct = { readonly kind: string; readonly detail?: Readonly<Record<string, unknown>> }

export type AssessmentState =
  | 'OPEN'
  | 'SELF_SIGNED'
  | 'AWAITING_COUNTERSIGN'
  | 'AWAITING_DOUBLE_COUNTERSIGN'
  | 'COUNTERSIGNED'
  | 'DOUBLE_COUNTERSIGNED'
  | 'REJECTED'
  | 'LOCKED_INCOMPLETE'
  | 'ROLLED_BACK'
  | 'DELETED'

/** Where a version stands after its acts, given in the order in which they happened. Restoring brings back the state
 *  before the deletion. REJECTED and ROLLED_BACK are open again to the assessor: the same version is worked on. Source:
 *  assessment-and-plan.md section 5. */
export function assessmentState(acts: readonly StateAct[]): AssessmentState {
  let state: AssessmentState = 'OPEN'
  let beforeDeletion: AssessmentState = 'OPEN'
  let needed: 0 | 1 | 2 = 0
  for (const act of acts) {
    if (act.kind === 'signed') {
      needed = neededOf(act)
      state = needed === 0 ? 'SELF_SIGNED' : needed === 1 ? 'AWAITING_COUNTERSIGN' : 'AWAITING_DOUBLE_COUNTERSIGN'
    } else if (act.kind === 'countersigned') {
      state = countersigned(state, needed)
    } else if (act.kind === 'rejected') state = 'REJECTED'
    else if (act.kind === 'locked-incomplete') state = 'LOCKED_INCOMPLETE'
    else if (act.kind === 'rolled-back') state = 'ROLLED_BACK'
    else if (act.kind === 'deleted') {
      beforeDeletion = state
      state = 'DELETED'
    } else if (act.kind === 'restored') state = beforeDeletion
  }
  return state
}

/** Answers may be changed. */
export function isEditable(state: AssessmentState): boolean {
  return state === 'OPEN' || state === 'REJECTED' || state === 'ROLLED_BACK'
}

export function awaitsCountersign(state: AssessmentState): boolean {
  return state === 'AWAITING_COUNTERSIGN' || state === 'AWAITING_DOUBLE_COUNTERSIGN'
}

/** Signed by all who must sign: its content stands. */
export function isComplete(state: AssessmentState): boolean {
  return state === 'SELF_SIGNED' || state === 'COUNTERSIGNED' || state === 'DOUBLE_COUNTERSIGNED'
}

/** Holds the person's one place for work in progress. */
export function isOpenOrAwaiting(state: AssessmentState): boolean {
  return isEditable(state) || awaitsCountersign(state)
}

/** The first of two countersignatures leaves one to wait for. */
function countersigned(state: AssessmentState, needed: 0 | 1 | 2): AssessmentState {
  if (state === 'AWAITING_DOUBLE_COUNTERSIGN') return 'AWAITING_COUNTERSIGN'
  return needed === 2 ? 'DOUBLE_COUNTERSIGNED' : 'COUNTERSIGNED'
}

function neededOf({ detail }: StateAct): 0 | 1 | 2 {
  return detail?.needed === 1 || detail?.needed === 2 ? detail.needed : 0
}
