import type { Context } from '../../../platform/context/index.ts'
import { ordersOf } from '../../sentence/index.ts'

/** The period of supervision: the one whose order began first of those that run, so that a second order does not begin
 *  another; null before sentence. */
export async function periodOf(ctx: Context, group: readonly string[]): Promise<string | null> {
  const running = (await ordersOf(ctx.tx, group, ctx.today)).filter(order => order.active)
  return running.at(-1)?.eventId ?? null
}
