import { londonDay } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import type { DomainEvent } from '../../../platform/events/index.ts'
import { identityGroup, lockFlags } from '../../person/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import { reportUsedBy } from '../rules/report-used.ts'
import { addAct, reportRequestsOf, requestForChange } from '../store/request-store.ts'

/** A reaction to a sentence going on record: the report delivered for it counts as used. Staff say otherwise, with the
 *  reason, on the page of the request. Source: pre-sentence-report.md section 8. */
export async function markReportUsed(ctx: Context, event: DomainEvent): Promise<void> {
  const { disposalId } = event.body as { readonly disposalId?: unknown }
  if (!event.personId || typeof disposalId !== 'string') return
  const group = await identityGroup(ctx.tx, event.personId)
  const order = (await ordersOf(ctx.tx, group, ctx.today)).find(one => one.id === disposalId)
  if (!order) return
  const requests = await reportRequestsOf(ctx.tx, group)
  const used = reportUsedBy(
    requests.map(one => ({ ...one, askedOn: londonDay(one.askedAt) })),
    order,
  )
  if (!used) return
  const flags = await lockFlags(ctx.tx, used.personId)
  const request = await requestForChange(ctx, { personId: used.personId, requestId: used.id })
  if (request.state !== 'DELIVERED') return
  await addAct(ctx, { ...request, ...flags }, { kind: 'used', reason: null, detail: { disposalId } })
  ctx.record('alter', 'advice.request-used', [used.personId], { detail: { requestId: used.id, disposalId } })
}
