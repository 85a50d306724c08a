import type { Instant } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { newId, type Tx } from '../../../platform/store/index.ts'
import type { AccessFlags } from '../../person/index.ts'
import type { RecordedFact, Report, ReportValue, StoredFact, StoredText } from '../report-model.ts'

const reportColumns = `person_id AS "personId", id, request_id AS "requestId", version_no AS "versionNo", depth,
  opened_at AS "openedAt", opened_by AS "openedBy", opened_by_name AS "openedByName", reason`

/** Every version of a request's report, the newest first. */
export function reportsOf(tx: Tx, group: readonly string[], requestId: string): Promise<readonly Report[]> {
  return tx.rows<Report>(
    `SELECT ${reportColumns} FROM advice.report WHERE person_id = ANY ($1) AND request_id = $2
      ORDER BY version_no DESC`,
    [group, requestId],
  )
}

/** One version, locked so that nobody signs it while it is written in; undefined when there is none. */
export function lockReport(tx: Tx, personId: string, id: string): Promise<Report | undefined> {
  return tx.maybe<Report>(`SELECT ${reportColumns} FROM advice.report WHERE person_id = $1 AND id = $2 FOR UPDATE`, [
    personId,
    id,
  ])
}

export async function addReport(ctx: Context, report: Report, flags: AccessFlags): Promise<void> {
  await ctx.tx.run(
    `INSERT INTO advice.report (person_id, id, request_id, version_no, depth, opened_at, opened_by, opened_by_name,
       reason, excluded, restricted) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      report.personId,
      report.id,
      report.requestId,
      report.versionNo,
      report.depth,
      report.openedAt,
      report.openedBy,
      report.openedByName,
      report.reason,
      flags.excluded,
      flags.restricted,
    ],
  )
}

/** What the writer says, by field. */
export async function textsOf(tx: Tx, personId: string, reportId: string): Promise<ReadonlyMap<string, StoredText>> {
  const rows = await tx.rows<StoredText>(
    `SELECT field, value, source, prefilled, version, changed_at AS "changedAt", changed_by AS "changedBy",
            changed_by_name AS "changedByName"
       FROM advice.report_text WHERE person_id = $1 AND report_id = $2`,
    [personId, reportId],
  )
  return new Map(rows.map(row => [row.field, row]))
}

export type TextToKeep = {
  readonly field: string
  readonly value: ReportValue
  readonly source: StoredText['source']
  readonly prefilled: ReportValue | null
}

/** Puts a value into a field and answers its new version. */
export async function keepText(
  ctx: Context,
  report: Pick<Report, 'personId' | 'id'>,
  text: TextToKeep,
  flags: AccessFlags,
): Promise<number> {
  const { version } = await ctx.tx.one<{ version: number }>(
    `INSERT INTO advice.report_text AS kept (person_id, id, report_id, field, value, source, prefilled, changed_at,
       changed_by, changed_by_name, excluded, restricted) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (person_id, report_id, field) DO UPDATE
       SET value = excluded.value, source = excluded.source, version = kept.version + 1,
           changed_at = excluded.changed_at, changed_by = excluded.changed_by,
           changed_by_name = excluded.changed_by_name
     RETURNING version`,
    [
      report.personId,
      newId(),
      report.id,
      text.field,
      JSON.stringify(text.value),
      text.source,
      text.prefilled === null ? null : JSON.stringify(text.prefilled),
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      flags.excluded,
      flags.restricted,
    ],
  )
  return version
}

export type TextChange = {
  readonly id: string
  readonly field: string
  readonly value: ReportValue
  readonly kind: 'replaced' | 'conflicting' | 'settled'
  readonly ofVersion: number
  readonly at: Instant
  readonly byName: string
}

/** What stood in a field before, the newest first. */
export function textChangesOf(
  tx: Tx,
  personId: string,
  reportId: string,
  field: string,
): Promise<readonly TextChange[]> {
  return tx.rows<TextChange>(
    `SELECT id, field, value, kind, of_version AS "ofVersion", at, by_name AS "byName"
       FROM advice.report_text_change WHERE person_id = $1 AND report_id = $2 AND field = $3
      ORDER BY at DESC, id DESC LIMIT 50`,
    [personId, reportId, field],
  )
}

export async function keepChange(
  ctx: Context,
  report: Pick<Report, 'personId' | 'id'>,
  change: Omit<TextChange, 'id' | 'at' | 'byName'> & {
    readonly at: Instant
    readonly by: string
    readonly byName: string
  },
  flags: AccessFlags,
): Promise<void> {
  await ctx.tx.run(
    `INSERT INTO advice.report_text_change (person_id, id, report_id, field, value, kind, of_version, at, by, by_name,
       excluded, restricted) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      report.personId,
      newId(),
      report.id,
      change.field,
      JSON.stringify(change.value),
      change.kind,
      change.ofVersion,
      change.at,
      change.by,
      change.byName,
      flags.excluded,
      flags.restricted,
    ],
  )
}

/** The facts a report took from the record and still shows. */
export function factsOf(tx: Tx, personId: string, reportId: string): Promise<readonly StoredFact[]> {
  return tx.rows<StoredFact>(
    `SELECT id, section, code, label, text, source, as_at AS "asAt", still_true AS "stillTrue",
            now_known AS "nowKnown", answered_by_name AS "answeredByName", answered_at AS "answeredAt"
       FROM advice.report_fact WHERE person_id = $1 AND report_id = $2 AND replaced_at IS NULL
      ORDER BY taken_at, id`,
    [personId, reportId],
  )
}

export async function addFacts(
  ctx: Context,
  report: Pick<Report, 'personId' | 'id'>,
  facts: readonly RecordedFact[],
  flags: AccessFlags,
): Promise<void> {
  for (const fact of facts) {
    await ctx.tx.run(
      `INSERT INTO advice.report_fact (person_id, id, report_id, section, code, label, text, source, as_at, taken_at,
         excluded, restricted) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        report.personId,
        newId(),
        report.id,
        fact.section,
        fact.code,
        fact.label,
        fact.text,
        fact.source,
        fact.asAt,
        ctx.now,
        flags.excluded,
        flags.restricted,
      ],
    )
  }
}

/** Texts that met others being saved and have not been settled. */
export function textChangesBeside(tx: Tx, personId: string, reportId: string): Promise<readonly TextChange[]> {
  return tx.rows<TextChange>(
    `SELECT id, field, value, kind, of_version AS "ofVersion", at, by_name AS "byName"
       FROM advice.report_text_change WHERE person_id = $1 AND report_id = $2 AND kind = 'conflicting'
      ORDER BY at, id`,
    [personId, reportId],
  )
}
