import type { Instant } from '../../../platform/calendar/index.ts'

/** What happened to one version of a report. */
export type ReportActs = {
  readonly signed: readonly {
    readonly as: 'author' | 'countersigner'
    readonly at: Instant
    readonly awaits: boolean
  }[]
  readonly returnedAt: readonly Instant[]
  readonly deliveredAt: readonly Instant[]
}

/** 'returned' is open again, with the countersigner's comment. */
export type ReportState = 'open' | 'awaiting-countersign' | 'returned' | 'signed' | 'delivered'

/** Where a version stands, from what happened to it. Only 'open' and 'returned' can be written in. */
export function reportState(acts: ReportActs): ReportState {
  if (acts.signed.some(one => !one.awaits)) return acts.deliveredAt.length > 0 ? 'delivered' : 'signed'
  // Counted, not compared by time: sent and sent back can carry the same instant.
  const sent = acts.signed.length
  if (sent === 0) return 'open'
  return acts.returnedAt.length >= sent ? 'returned' : 'awaiting-countersign'
}

/** True while the writer may still change the words. */
export function isOpen(state: ReportState): boolean {
  return state === 'open' || state === 'returned'
}
