import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { type OrderRow, ordersOfGroup } from '../store.ts'

export type OrderOnRecord = OrderRow & { readonly active: boolean }

/** The orders of one person (all ids of the identity group), newest first; `active` on the day. */
export async function ordersOf(tx: Tx, group: readonly string[], asAt: LocalDate): Promise<readonly OrderOnRecord[]> {
  const orders = await ordersOfGroup(tx, group)
  return orders.map(order => ({ ...order, active: runs(order, asAt) }))
}

function runs(order: Pick<OrderRow, 'terminatedOn' | 'endsOn'>, asAt: LocalDate): boolean {
  if (order.terminatedOn) return order.terminatedOn > asAt
  return order.endsOn === null || order.endsOn >= asAt
}

export type OrderChange = {
  readonly id: string
  readonly disposalId: string
  readonly what: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
  readonly by: string
  readonly at: Instant
}

/** What was changed on the orders of one person, newest first. */
export function orderChangesOf(tx: Tx, group: readonly string[]): Promise<OrderChange[]> {
  return tx.rows<OrderChange>(
    `SELECT id, disposal_id AS "disposalId", what, before, after, reason, by, at
       FROM sentence.order_change WHERE person_id = ANY ($1) ORDER BY at DESC, id DESC`,
    [group],
  )
}
