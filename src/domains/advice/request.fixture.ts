import { noFacts, type ReportRequest, type RequestAct } from './request-model.ts'
import { type RequestActKind, requestState, writerOf } from './rules/request-state.ts'

export function actOf(kind: RequestActKind, given: Partial<RequestAct> = {}): RequestAct {
  return {
    id: kind,
    kind,
    at: '2026-03-02T10:00:00.000Z',
    by: 'ada',
    byName: 'Ada',
    reason: null,
    detail: {},
    ...given,
  }
}

/** A request of 2 March 2026 for 20 March, for tests of what is shown. */
export function requestOf(given: Partial<ReportRequest> = {}): ReportRequest {
  const acts = given.acts ?? []
  return {
    personId: 'p',
    id: 'r',
    kind: 'after-conviction',
    source: 'manual',
    sourceId: 's',
    courtCode: 'B10JQ',
    appearanceId: null,
    caseReference: null,
    askedAt: '2026-03-02T09:00:00.000Z',
    askedBy: 'ada',
    requiredBy: '2026-03-20',
    delivery: null,
    depth: null,
    facts: noFacts,
    cohorts: [],
    triage: null,
    regionCode: 'N07',
    teamCode: null,
    version: 1,
    excluded: false,
    restricted: false,
    acts,
    state: requestState(acts),
    writer: writerOf(acts),
    ...given,
  }
}
