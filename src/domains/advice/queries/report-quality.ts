import { type Instant, type LocalDate, londonDay, plusDays } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { characteristicsOf, identityGroups } from '../../person/index.ts'
import { reportSampling } from '../parameters/report-quality.ts'
import type { ReportDepth } from '../report-model.ts'
import { type CheckedReport, isDrawnForQuality } from '../rules/report-quality.ts'

export type SampledReport = {
  readonly personId: string
  readonly reportId: string
  readonly requestId: string
  readonly depth: ReportDepth
  readonly author: string
  readonly authorName: string
  readonly signedAt: Instant
}

/** Reports drawn for a look at their quality that nobody has checked, the oldest first: the newest version of each,
 *  completely signed, not sealed. A region of null is every region. People the viewer may not see are left out. */
export async function reportsToCheck(
  tx: Tx,
  regionCode: string | null,
  today: LocalDate,
): Promise<readonly SampledReport[]> {
  const { withinDays } = reportSampling.on(today).value
  const rows = await tx.rows<SampledReport>(
    `SELECT report.person_id AS "personId", report.id AS "reportId", report.request_id AS "requestId", report.depth,
            author.by AS author, author.by_name AS "authorName", complete.at AS "signedAt"
       FROM advice.report report
       JOIN advice.request request ON request.person_id = report.person_id AND request.id = report.request_id
       JOIN LATERAL (SELECT at FROM advice.report_signed signed
                      WHERE signed.person_id = report.person_id AND signed.report_id = report.id
                        AND signed.awaits = '[]' ORDER BY at DESC LIMIT 1) complete ON true
       JOIN LATERAL (SELECT by, by_name FROM advice.report_signed signed
                      WHERE signed.person_id = report.person_id AND signed.report_id = report.id
                        AND signed.signed_as = 'author' ORDER BY at DESC LIMIT 1) author ON true
      WHERE ($1::text IS NULL OR request.region_code = $1) AND complete.at >= $2::date
        AND NOT EXISTS (SELECT FROM advice.report later
                         WHERE later.person_id = report.person_id AND later.request_id = report.request_id
                           AND later.version_no > report.version_no)
        AND NOT EXISTS (SELECT FROM advice.request_act act
                         WHERE act.person_id = report.person_id AND act.request_id = report.request_id
                           AND act.kind = 'sealed')
        AND NOT EXISTS (SELECT FROM advice.report_check done
                         WHERE done.person_id = report.person_id AND done.report_id = report.id)
      ORDER BY complete.at, report.id`,
    [regionCode, plusDays(today, -withinDays)],
  )
  return rows.filter(one => isDrawnForQuality(one, londonDay(one.signedAt)).outcome === 'drawn')
}

export type ReportCheck = CheckedReport & {
  readonly personId: string
  readonly reportId: string
  readonly requestId: string
  readonly feedback: string
  readonly author: string
  readonly at: Instant
  readonly byName: string
}

const columns = `done.person_id AS "personId", done.report_id AS "reportId", done.request_id AS "requestId",
  report.depth, done.percent, done.sufficient, done.feedback, done.author, done.at, done.by_name AS "byName"`

/** Finished checks of a region's reports, the newest first, with the ethnicity they are counted by. It is read here,
 *  after the check, to see whether quality differs. Reports sealed since are left out. */
export async function reportChecks(tx: Tx, regionCode: string | null): Promise<readonly ReportCheck[]> {
  const rows = await tx.rows<Omit<ReportCheck, 'ethnicity'>>(
    `SELECT ${columns} FROM advice.report_check done
       JOIN advice.report report ON report.person_id = done.person_id AND report.id = done.report_id
       JOIN advice.request request ON request.person_id = done.person_id AND request.id = done.request_id
      WHERE ($1::text IS NULL OR request.region_code = $1)
        AND NOT EXISTS (SELECT FROM advice.request_act act
                         WHERE act.person_id = done.person_id AND act.request_id = done.request_id
                           AND act.kind = 'sealed')
      ORDER BY done.at DESC, done.id DESC`,
    [regionCode],
  )
  const groups = await identityGroups(
    tx,
    rows.map(row => row.personId),
  )
  const shown = (personId: string) => groups.get(personId)?.[0] ?? personId
  const found = await characteristicsOf(
    tx,
    rows.map(row => shown(row.personId)),
  )
  return rows.map(row => ({ ...row, ethnicity: found.get(shown(row.personId))?.ethnicity ?? null }))
}

/** What a reader found in the versions of one request's report, the newest first. */
export function checksOfRequest(
  tx: Tx,
  group: readonly string[],
  requestId: string,
): Promise<readonly Omit<ReportCheck, 'ethnicity'>[]> {
  return tx.rows(
    `SELECT ${columns} FROM advice.report_check done
       JOIN advice.report report ON report.person_id = done.person_id AND report.id = done.report_id
      WHERE done.person_id = ANY ($1) AND done.request_id = $2 ORDER BY done.at DESC, done.id DESC`,
    [group, requestId],
  )
}
