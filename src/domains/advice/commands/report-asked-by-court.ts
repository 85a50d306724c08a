import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import type { DomainEvent } from '../../../platform/events/index.ts'
import { hearingForReport, listedDaysNear } from '../../court/index.ts'
import { identityGroup } from '../../person/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import type { ReportRequest } from '../request-model.ts'
import { factsOfHearing } from '../rules/hearing-facts.ts'
import { sittingDay } from '../rules/sitting-day.ts'
import { addAct, requestForChange } from '../store/request-store.ts'
import { makeRequest } from './make-request.ts'

/** A reaction to 'report-requested': the outcome staff recorded, or the results the court sent, make one request for the
 *  hearing between them. A later word of the court on the day it is needed changes the day and keeps the one before.
 *  A day on which the court does not sit is kept as the court gave it, with something for staff to look at. */
export async function reportAskedByCourt(ctx: Context, event: DomainEvent): Promise<void> {
  const { personId } = event
  const { appearanceId, before, outcome } = event.body as {
    readonly appearanceId?: unknown
    readonly before?: unknown
    readonly outcome?: unknown
  }
  if (!personId || typeof appearanceId !== 'string') return
  const hearing = await hearingForReport(ctx.tx, personId, appearanceId)
  if (!hearing || hearing.defendantType === 'ORGANISATION') return
  const requiredBy = isLocalDate(before) ? before : (hearing.next?.day ?? null)
  const existing = await ctx.tx.maybe<{ id: string }>(
    `SELECT id FROM advice.request WHERE person_id = $1 AND appearance_id = $2 AND kind = 'after-conviction'
      ORDER BY asked_at, id LIMIT 1`,
    [personId, appearanceId],
  )
  if (existing) {
    const request = await requestForChange(ctx, { personId, requestId: existing.id })
    if (requiredBy !== null) await changeRequiredBy(ctx, request, requiredBy, null)
    return
  }
  const group = await identityGroup(ctx.tx, personId)
  const orders = await ordersOf(ctx.tx, group, ctx.today)
  const suspended = orders.filter(one => one.family === 'suspended-sentence').map(one => one.id)
  const { id: requestId } = await makeRequest(ctx, {
    personId,
    kind: 'after-conviction',
    source: typeof outcome === 'string' ? 'court-outcome' : 'court-result',
    sourceId: appearanceId,
    courtCode: hearing.next?.courtCode ?? hearing.courtCode ?? '',
    appearanceId,
    caseReference: hearing.caseReference,
    requiredBy,
    facts: factsOfHearing(hearing, suspended),
    neededBy: null,
    regionCode: ctx.viewer.regionCode,
  })
  if (requiredBy !== null)
    await alertUnlessSitting(ctx, await requestForChange(ctx, { personId, requestId }), requiredBy)
}

/** Changes the day the court needs the report, with the day before it kept in the history. Answers whether it differed. */
export async function changeRequiredBy(
  ctx: Context,
  request: ReportRequest,
  requiredBy: LocalDate,
  reason: string | null,
): Promise<boolean> {
  if (request.requiredBy === requiredBy) return false
  await ctx.tx.run('UPDATE advice.request SET required_by = $3 WHERE person_id = $1 AND id = $2', [
    request.personId,
    request.id,
    requiredBy,
  ])
  const detail = { from: request.requiredBy, to: requiredBy }
  await addAct(ctx, request, { kind: 'required-by-changed', reason, detail })
  await alertUnlessSitting(ctx, request, requiredBy)
  ctx.record('alter', 'advice.request-required-by', [request.personId], { detail: { requestId: request.id } })
  const body = { requestId: request.id, courtCode: request.courtCode, requiredBy }
  await ctx.announce({ type: 'report-required-by-changed', personId: request.personId, body }, request)
  return true
}

async function alertUnlessSitting(ctx: Context, request: ReportRequest, day: LocalDate): Promise<void> {
  const listed = await listedDaysNear(ctx.tx, request.courtCode, day)
  const { outcome } = sittingDay(day, { today: ctx.today, listed })
  if (outcome === 'sits' || outcome === 'bank-holidays-not-known') return
  await addAct(ctx, request, { kind: 'data-alert', reason: null, detail: { code: `required-by-${outcome}`, day } })
}
