import { instant, type LocalDate, londonDay } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { ReportRequest, RequestAct } from '../request-model.ts'
import { askedOn } from '../rules/report-deadlines.ts'
import type { RequestToCount } from '../rules/sentenced-cases.ts'
import { requestColumns, withActs } from '../store/request-store.ts'

type Row = Parameters<typeof withActs>[1][number]

/** Every request for a report about these people, as counting needs it. */
export async function requestsOfPeople(tx: Tx, personIds: readonly string[]): Promise<readonly RequestToCount[]> {
  const rows = await tx.rows<Row>(`SELECT ${requestColumns} FROM advice.request WHERE person_id = ANY ($1)`, [
    personIds,
  ])
  return (await withActs(tx, rows)).map(toCount)
}

/** Requests that the court needed, or that reached it, in a period, both days included; the newest first. People the
 *  viewer may not see are left out. */
export async function requestsBetween(tx: Tx, from: LocalDate, to: LocalDate): Promise<readonly RequestToCount[]> {
  const rows = await tx.rows<Row>(
    `SELECT ${requestColumns} FROM advice.request
      WHERE required_by BETWEEN $1 AND $2
         OR EXISTS (SELECT FROM advice.request_act act
                     WHERE act.person_id = request.person_id AND act.request_id = request.id AND act.kind = 'delivered'
                       AND (coalesce((act.detail ->> 'deliveredAt')::timestamptz, act.at) AT TIME ZONE 'Europe/London')::date
                           BETWEEN $1 AND $2)
      ORDER BY asked_at DESC, id DESC`,
    [from, to],
  )
  return (await withActs(tx, rows)).map(toCount)
}

function toCount(request: ReportRequest): RequestToCount {
  const { personId, id, kind, courtCode, requiredBy, state, triage } = request
  return {
    ...{ personId, id, kind, courtCode, requiredBy, state },
    askedOn: askedOn(request),
    depth: request.depth ?? triage?.decision?.depth ?? null,
    deliveredOn: request.acts
      .filter(act => act.kind === 'delivered')
      .map(deliveredOn)
      .sort(),
    cohorts: triage === null && request.cohorts.length === 0 ? null : request.cohorts.map(one => one.cohort),
    cohortsNotKnown: triage?.notKnown.map(one => one.cohort) ?? [],
  }
}

/** The day it reached the court, which may be before the day that was recorded. */
function deliveredOn({ at, detail }: Pick<RequestAct, 'at' | 'detail'>): LocalDate {
  const { deliveredAt } = detail
  return londonDay(typeof deliveredAt === 'string' ? instant(deliveredAt) : at)
}
