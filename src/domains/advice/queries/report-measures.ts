import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { enquiriesOf, identityGroups } from '../../person/index.ts'
import type { ReportValue } from '../report-model.ts'
import { reuse } from '../rules/prefill.ts'
import { type Days, type MeasureFact, measureFacts, type ReportMeasure } from '../rules/report-measures.ts'
import type { SentencedCase } from '../rules/sentenced-cases.ts'
import { requestsBetween } from './counted-requests.ts'
import { casesSentenced } from './sentenced-people.ts'

export type MeasuredReports = {
  readonly cases: readonly SentencedCase[]
  readonly facts: Readonly<Record<ReportMeasure, readonly MeasureFact[]>>
}

/** How court reports did in a period. People the viewer may not see are left out of every number. */
export async function measuredReports(tx: Tx, days: Days, today: LocalDate): Promise<MeasuredReports> {
  const cases = await casesSentenced(tx, days.from, days.to)
  const requests = await requestsBetween(tx, days.from, days.to)
  const enquiries = await enquiriesByPerson(tx, [...new Set(cases.map(one => one.personId))])
  const kept = await fieldsKept(tx, days)
  return { cases, facts: measureFacts({ cases, requests, enquiries, reuse: kept }, days, today) }
}

async function enquiriesByPerson(tx: Tx, personIds: readonly string[]) {
  const groups = await identityGroups(tx, personIds)
  const shown = new Map([...groups].flatMap(([id, group]) => group.map(member => [member, id] as const)))
  const held = new Map<string, Awaited<ReturnType<typeof enquiriesOf>>[number][]>()
  for (const enquiry of await enquiriesOf(tx, [...shown.keys()])) {
    const id = shown.get(enquiry.personId)!
    held.set(id, [...(held.get(id) ?? []), enquiry])
  }
  return held
}

type Filled = { readonly requestId: string; readonly value: ReportValue; readonly prefilled: ReportValue }

/** Fields the record filled in and the writer kept, by request, of the versions that reached the court in the days. */
async function fieldsKept(tx: Tx, { from, to }: Days) {
  const rows = await tx.rows<Filled>(
    `SELECT sent.request_id AS "requestId", written.value, written.prefilled
       FROM advice.report_delivery sent
       JOIN advice.report_text written ON written.person_id = sent.person_id AND written.report_id = sent.report_id
      WHERE (sent.delivered_at AT TIME ZONE 'Europe/London')::date BETWEEN $1 AND $2 AND written.prefilled IS NOT NULL`,
    [from, to],
  )
  const byRequest = new Map<string, Filled[]>()
  for (const row of rows) {
    const own = byRequest.get(row.requestId)
    if (own) own.push(row)
    else byRequest.set(row.requestId, [row])
  }
  return new Map([...byRequest].map(([id, texts]) => [id, reuse(texts)]))
}
