import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { newId, type Tx } from '../../../platform/store/index.ts'
import { noFacts, type ReportRequest, type RequestAct } from '../request-model.ts'
import { type RequestActKind, requestState, writerOf } from '../rules/request-state.ts'

type Row = Omit<ReportRequest, 'acts' | 'state' | 'writer'>

export const requestColumns = `person_id AS "personId", id, kind, source, source_id AS "sourceId", court_code AS "courtCode",
  appearance_id AS "appearanceId", case_reference AS "caseReference", asked_at AS "askedAt", asked_by AS "askedBy",
  required_by AS "requiredBy", delivery, depth, facts, cohorts, triage, region_code AS "regionCode",
  team_code AS "teamCode", version, excluded, restricted`

/** The rows with everything that was done with each, in order. */
export async function withActs(tx: Tx, rows: readonly Row[]): Promise<readonly ReportRequest[]> {
  if (rows.length === 0) return []
  const acts = await tx.rows<RequestAct & { readonly requestId: string }>(
    `SELECT request_id AS "requestId", id, kind, at, by, by_name AS "byName", reason, detail FROM advice.request_act
      WHERE person_id = ANY ($1) AND request_id = ANY ($2) ORDER BY at, id`,
    [[...new Set(rows.map(row => row.personId))], rows.map(row => row.id)],
  )
  return rows.map(row => {
    const own = acts.filter(act => act.requestId === row.id)
    return {
      ...row,
      facts: { ...noFacts, ...row.facts },
      acts: own,
      state: requestState(own),
      writer: writerOf(own),
    }
  })
}

/** Every report asked for about one person (all ids of the identity group), the newest first. */
export async function reportRequestsOf(tx: Tx, group: readonly string[]): Promise<readonly ReportRequest[]> {
  const rows = await tx.rows<Row>(
    `SELECT ${requestColumns} FROM advice.request WHERE person_id = ANY ($1) ORDER BY asked_at DESC, id DESC`,
    [group],
  )
  return withActs(tx, rows)
}

/** One request about the person, or about anyone of the identity group given. Undefined when there is none to be seen. */
export async function requestById(
  tx: Tx,
  people: string | readonly string[],
  id: string,
): Promise<ReportRequest | undefined> {
  const row = await tx.maybe<Row>(
    `SELECT ${requestColumns} FROM advice.request WHERE person_id = ANY ($1) AND id::text = $2`,
    [[people].flat(), id],
  )
  return row && (await withActs(tx, [row]))[0]
}

/** The request, locked for what follows. Throws NotFound. */
export async function requestForChange(
  ctx: Context,
  at: { readonly personId: string; readonly requestId: string },
): Promise<ReportRequest> {
  const row = await ctx.tx.maybe<Row>(
    `SELECT ${requestColumns} FROM advice.request WHERE person_id = $1 AND id::text = $2 FOR UPDATE`,
    [at.personId, at.requestId],
  )
  if (!row) throw new NotFound('There is no such report request on this record.')
  const [request] = await withActs(ctx.tx, [row])
  return request!
}

export type NewAct = {
  readonly kind: RequestActKind
  readonly reason: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** Writes what was done. Whether it may be done is the command's to decide. Answers the act's id. */
export async function addAct(
  ctx: Context,
  request: Pick<ReportRequest, 'personId' | 'id' | 'excluded' | 'restricted'>,
  act: NewAct,
): Promise<string> {
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO advice.request_act (person_id, id, request_id, kind, at, by, by_name, reason, detail, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      request.personId,
      id,
      request.id,
      act.kind,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      act.reason?.trim() || null,
      JSON.stringify(act.detail),
      request.excluded,
      request.restricted,
    ],
  )
  await ctx.tx.run('UPDATE advice.request SET version = version + 1 WHERE person_id = $1 AND id = $2', [
    request.personId,
    request.id,
  ])
  return id
}
