import type { Instant } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { Report, ReportDocument } from '../report-model.ts'
import { isOpen, type ReportState, reportState } from '../rules/report-state.ts'
import { reportsOf } from '../store/report-store.ts'

export type Signature = {
  readonly id: string
  readonly reportId: string
  readonly as: 'author' | 'countersigner'
  readonly document: ReportDocument
  readonly sha256: string
  readonly pdfSha256: string | null
  readonly awaits: readonly string[]
  readonly at: Instant
  readonly by: string
  readonly byName: string
  readonly byRole: string
}

export type Returned = {
  readonly reportId: string
  readonly comment: string
  readonly at: Instant
  readonly byName: string
}

export type Delivery = {
  readonly id: string
  readonly reportId: string
  readonly way: string
  readonly courtCode: string
  readonly deliveredAt: Instant
  readonly spokenBy: string | null
  readonly writtenNote: string | null
  readonly recordedAt: Instant
  readonly recordedByName: string
}

/** One version with everything that happened to it. */
export type ReportVersion = Report & {
  readonly state: ReportState
  readonly open: boolean
  readonly signatures: readonly Signature[]
  readonly returned: readonly Returned[]
  readonly deliveries: readonly Delivery[]
}

/** Every version of the report of a request, the newest first. */
export async function reportVersions(
  tx: Tx,
  group: readonly string[],
  requestId: string,
): Promise<readonly ReportVersion[]> {
  const reports = await reportsOf(tx, group, requestId)
  if (reports.length === 0) return []
  const ids = reports.map(report => report.id)
  const signatures = await tx.rows<Signature>(
    `SELECT id, report_id AS "reportId", signed_as AS "as", document, sha256, pdf_sha256 AS "pdfSha256", awaits, at, by,
            by_name AS "byName", by_role AS "byRole"
       FROM advice.report_signed WHERE person_id = ANY ($1) AND report_id = ANY ($2) ORDER BY at, id`,
    [group, ids],
  )
  const returned = await tx.rows<Returned>(
    `SELECT report_id AS "reportId", comment, at, by_name AS "byName"
       FROM advice.report_returned WHERE person_id = ANY ($1) AND report_id = ANY ($2) ORDER BY at, id`,
    [group, ids],
  )
  const deliveries = await tx.rows<Delivery>(
    `SELECT id, report_id AS "reportId", way, court_code AS "courtCode", delivered_at AS "deliveredAt",
            spoken_by AS "spokenBy", written_note AS "writtenNote", recorded_at AS "recordedAt",
            recorded_by_name AS "recordedByName"
       FROM advice.report_delivery WHERE person_id = ANY ($1) AND report_id = ANY ($2) ORDER BY delivered_at, id`,
    [group, ids],
  )
  return reports.map(report => {
    const mine = <Row extends { readonly reportId: string }>(rows: readonly Row[]) =>
      rows.filter(row => row.reportId === report.id)
    const signed = mine(signatures)
    const state = reportState({
      signed: signed.map(one => ({ as: one.as, at: one.at, awaits: one.awaits.length > 0 })),
      returnedAt: mine(returned).map(one => one.at),
      deliveredAt: mine(deliveries).map(one => one.deliveredAt),
    })
    return {
      ...report,
      ...{ state, open: isOpen(state), signatures: signed },
      ...{ returned: mine(returned), deliveries: mine(deliveries) },
    }
  })
}

/** The PDF kept with a signature; undefined when it has none. */
export async function keptPdf(tx: Tx, group: readonly string[], signatureId: string): Promise<Buffer | undefined> {
  const row = await tx.maybe<{ pdf: Buffer | null }>(
    'SELECT pdf FROM advice.report_signed WHERE person_id = ANY ($1) AND id = $2',
    [group, signatureId],
  )
  return row?.pdf ?? undefined
}

/** The last signature that completes a version: the document as the court has it. */
export function completeSignature(version: ReportVersion): Signature | undefined {
  return version.signatures.findLast(one => one.awaits.length === 0)
}
