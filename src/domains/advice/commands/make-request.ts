import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { lockFlags } from '../../person/index.ts'
import { triageFactsOf } from '../queries/triage-facts-of.ts'
import type { ReportKind, ReportRequest, RequestFacts, RequestSource, StoredTriage } from '../request-model.ts'
import { triageReport } from '../rules/report-triage.ts'
import { addAct, requestForChange } from '../store/request-store.ts'

export type NewRequest = {
  readonly personId: string
  readonly kind: ReportKind
  readonly source: RequestSource
  readonly sourceId: string
  readonly courtCode: string
  readonly appearanceId: string | null
  readonly caseReference: string | null
  readonly requiredBy: LocalDate | null
  readonly facts: RequestFacts
  /** For a report on the day: when the court needs it. */
  readonly neededBy: Instant | null
  readonly regionCode: string | null
}

/** Puts a request on record with the triage the facts suggest. Who may ask, and whether the day is one the court sits,
 *  is for the caller to settle. What asked already, also at the same instant, is answered with the request it made.
 *  Announces 'report-request-made'. */
export async function makeRequest(
  ctx: Context,
  input: NewRequest,
): Promise<{ readonly id: string; readonly already: boolean }> {
  const flags = await lockFlags(ctx.tx, input.personId)
  const id = newId()
  const written = await ctx.tx.run(
    `INSERT INTO advice.request (person_id, id, kind, source, source_id, court_code, appearance_id, case_reference,
       asked_at, asked_by, required_by, facts, region_code, team_code, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (person_id, source_id) DO NOTHING`,
    [
      input.personId,
      id,
      input.kind,
      input.source,
      input.sourceId,
      input.courtCode,
      input.appearanceId,
      input.caseReference,
      ctx.now,
      ctx.viewer.username,
      input.requiredBy,
      JSON.stringify(input.facts),
      input.regionCode,
      ctx.viewer.teamCode,
      flags.excluded,
      flags.restricted,
    ],
  )
  if (written === 0) {
    const first = await ctx.tx.one<{ id: string }>(
      'SELECT id FROM advice.request WHERE person_id = $1 AND source_id = $2',
      [input.personId, input.sourceId],
    )
    return { id: first.id, already: true }
  }
  const request = { personId: input.personId, id, ...flags }
  if (input.kind === 'before-plea') await addAct(ctx, request, { kind: 'asked-before-plea', reason: null, detail: {} })
  if (input.neededBy) {
    await addAct(ctx, request, { kind: 'on-the-day-started', reason: null, detail: { neededBy: input.neededBy } })
  }
  await triageAnew(ctx, await requestForChange(ctx, { personId: input.personId, requestId: id }))
  ctx.record('collect', 'advice.request-report', [input.personId], { detail: { requestId: id, source: input.source } })
  const body = { requestId: id, courtCode: input.courtCode, requiredBy: input.requiredBy }
  await ctx.announce({ type: 'report-request-made', personId: input.personId, body }, flags)
  return { id, already: false }
}

/** Works cohorts and suggestion out again from what is known now. What a person decided stands. */
export async function triageAnew(ctx: Context, request: ReportRequest): Promise<void> {
  const { outcome, reasons, rules } = triageReport(await triageFactsOf(ctx.tx, request, ctx.today))
  const triage: StoredTriage = {
    suggestedDepth: outcome.depth,
    suggestedDelivery: outcome.delivery,
    reuse: outcome.reuse,
    notKnown: outcome.cohorts.notKnown,
    reasons,
    rules,
    decision: request.triage?.decision ?? null,
  }
  await ctx.tx.run('UPDATE advice.request SET cohorts = $3, triage = $4 WHERE person_id = $1 AND id = $2', [
    request.personId,
    request.id,
    JSON.stringify(outcome.cohorts.found),
    JSON.stringify(triage),
  ])
}
