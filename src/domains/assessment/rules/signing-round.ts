import type { Instant } from '../../../platform/calendar/index.ts'
import type { Countersigner } from '../parameters/countersign-rules.ts'
import type { HarmLevel } from '../questions/question.ts'
import { type AssessmentState, assessmentState, type StateAct } from './assessment-state.ts'

type Act = StateAct & { readonly at: Instant; readonly by: string; readonly byName: string }

/** What a signing keeps in the detail of its act. */
export type SignedDetail = {
  readonly needed: 0 | 1 | 2
  /** Who countersigns, in order. */
  readonly by: readonly Countersigner[]
  readonly reasons: readonly { readonly code: string; readonly data: Readonly<Record<string, unknown>> }[]
  readonly harm: HarmLevel | null
  readonly hash: string
  readonly writtenBy: readonly string[]
}

/** The last time a version was signed, and how far its countersigning has come. */
export type SigningRound = {
  readonly signedAt: Instant
  readonly signedBy: string
  readonly signedByName: string
  readonly detail: SignedDetail
  readonly countersignedBy: readonly string[]
  /** Whose countersignature comes next; null when none is waited for. */
  readonly wanted: Countersigner | null
}

/** Null for a version nobody has signed. The acts are in the order in which they happened. */
export function signingRound(acts: readonly Act[]): SigningRound | null {
  const last = acts.findLastIndex(act => act.kind === 'signed')
  const signed = acts[last]
  if (!signed) return null
  const detail = signed.detail as unknown as SignedDetail
  const countersignedBy = acts
    .slice(last + 1)
    .filter(act => act.kind === 'countersigned')
    .map(act => act.by)
  const state = assessmentState(acts)
  const waits = state === 'AWAITING_COUNTERSIGN' || state === 'AWAITING_DOUBLE_COUNTERSIGN'
  return {
    signedAt: signed.at,
    signedBy: signed.by,
    signedByName: signed.byName,
    detail,
    countersignedBy,
    wanted: waits ? (detail.by[countersignedBy.length] ?? null) : null,
  }
}

/** The state before the last deletion: what restoring brings back. */
export function stateBeforeDeletion(acts: readonly StateAct[]): AssessmentState {
  const deleted = acts.findLastIndex(act => act.kind === 'deleted')
  return assessmentState(deleted === -1 ? acts : acts.slice(0, deleted))
}
