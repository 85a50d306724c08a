import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { ReportDocument } from '../report-model.ts'

/** A report that reached the court, as signed last. */
export type ReportAtCourt = {
  readonly personId: string
  readonly requestId: string
  readonly courtCode: string
  readonly requiredBy: LocalDate
  readonly deliveredAt: Instant
  readonly document: ReportDocument
}

const delivered = `
  SELECT request.person_id AS "personId", request.id AS "requestId", request.court_code AS "courtCode",
         request.required_by AS "requiredBy", delivery.delivered_at AS "deliveredAt", signed.document
    FROM advice.request
    JOIN LATERAL (SELECT report_id, delivered_at FROM advice.report_delivery
                   WHERE report_delivery.person_id = request.person_id AND report_delivery.request_id = request.id
                   ORDER BY delivered_at DESC, id DESC LIMIT 1) delivery ON true
    JOIN LATERAL (SELECT document FROM advice.report_signed
                   WHERE report_signed.person_id = request.person_id AND report_signed.report_id = delivery.report_id
                     AND report_signed.awaits = '[]' ORDER BY at DESC, id DESC LIMIT 1) signed ON true
   WHERE request.court_code = ANY ($1) AND request.required_by = $2
     AND NOT EXISTS (SELECT FROM advice.request_act sealed
                      WHERE sealed.person_id = request.person_id AND sealed.request_id = request.id
                        AND sealed.kind IN ('sealed', 'withdrawn'))`

/** Reports signed, delivered, and needed by these courts on the day; a sealed or withdrawn one never. */
export function reportsAtCourt(
  tx: Tx,
  courtCodes: readonly string[],
  day: LocalDate,
): Promise<readonly ReportAtCourt[]> {
  return tx.rows<ReportAtCourt>(`${delivered} ORDER BY request.court_code, delivery.delivered_at, request.id`, [
    [...courtCodes],
    day,
  ])
}
