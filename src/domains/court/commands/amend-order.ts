import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, type Result } from '../../../platform/errors/index.ts'
import { identityGroup } from '../../person/index.ts'
import {
  addRequirement,
  changeOrderEnd,
  changeRequirement,
  type OrderOnRecord,
  ordersOf,
  terminateOrder,
} from '../../sentence/index.ts'
import type { OrderForm, OrderFormRequirement } from '../rules/order-form.ts'
import type { Accepted } from './accept-proposal.ts'

/** The order on the record a result is about. */
export type OnOrder = {
  readonly personId: string
  readonly disposalId: string | null
  readonly source: { readonly kind: 'court-proposal'; readonly id: string }
}

/** Brings an order on the record in line with what the court now says: its end, the length of its requirements, and
 *  requirements it did not have. What runs on it and the court no longer names is left to the practitioner: work begun is
 *  never taken away here. */
export async function amendOrder(ctx: Context, on: OnOrder, form: OrderForm): Promise<Result<Accepted>> {
  const order = await orderOnRecord(ctx, on)
  const change = { personId: order.personId, disposalId: order.id, source: on.source, reason: 'result of the court' }
  if (form.endsOn && form.endsOn !== order.endsOn) {
    const changed = await changeOrderEnd(ctx, { ...change, endsOn: form.endsOn, by: 'court' })
    if (!changed.ok) return changed
  }
  const free = order.requirements.filter(held => !held.terminatedOn)
  for (const wanted of form.requirements) {
    const held = free.find(one => one.kind === wanted.kind)
    if (held) free.splice(free.indexOf(held), 1)
    const done = held
      ? await changeIfDifferent(ctx, change, held, wanted)
      : await addRequirement(ctx, { ...change, ...wanted, imposedOn: form.sentencedOn })
    if (!done.ok) return done
  }
  return ok({ eventId: order.eventId, disposalId: order.id })
}

async function changeIfDifferent(
  ctx: Context,
  change: { readonly personId: string; readonly disposalId: string; readonly source: OnOrder['source'] },
  held: OrderOnRecord['requirements'][number],
  wanted: OrderFormRequirement,
): Promise<Result<undefined>> {
  const sameLength =
    wanted.length === null || (held.length?.amount === wanted.length.amount && held.length.unit === wanted.length.unit)
  const sameEnd = wanted.expectedEnd === null || held.expectedEnd === wanted.expectedEnd
  if (sameLength && sameEnd) return ok()
  return changeRequirement(ctx, {
    ...change,
    requirementId: held.id,
    ...(wanted.length ? { length: wanted.length } : {}),
    ...(wanted.expectedEnd ? { expectedEnd: wanted.expectedEnd } : {}),
  })
}

/** Adds requirements the court made without an order of its own to the order they belong to. */
export async function putRequirement(
  ctx: Context,
  on: OnOrder,
  requirements: readonly OrderFormRequirement[],
  imposedOn: LocalDate,
): Promise<Result<Accepted>> {
  const order = await orderOnRecord(ctx, on)
  for (const requirement of requirements) {
    const change = { personId: order.personId, disposalId: order.id, source: on.source }
    const done = await addRequirement(ctx, { ...change, ...requirement, imposedOn })
    if (!done.ok) return done
  }
  return ok({ eventId: order.eventId, disposalId: order.id })
}

/** Ends an order the court took back; a person decided to. */
export async function endOrderTakenBack(ctx: Context, on: OnOrder, day: LocalDate): Promise<Result<Accepted>> {
  if (!on.disposalId) return ok({ eventId: null, disposalId: null })
  const order = await orderOnRecord(ctx, on)
  const change = { personId: order.personId, disposalId: order.id, source: on.source }
  const reason = 'the court took the result back'
  const done = await terminateOrder(ctx, { ...change, on: day, endReason: 'revoked-other', reason })
  if (!done.ok) return done
  return ok({ eventId: order.eventId, disposalId: order.id })
}

/** The order among those of the person's record. Throws NotFound. */
export async function orderOnRecord(ctx: Context, on: OnOrder): Promise<OrderOnRecord> {
  const orders = await ordersOf(ctx.tx, await identityGroup(ctx.tx, on.personId), ctx.today)
  const order = orders.find(one => one.id === on.disposalId)
  if (!order) throw new NotFound('This order is not on the record')
  return order
}
