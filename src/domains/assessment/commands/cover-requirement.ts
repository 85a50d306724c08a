import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import { planTexts } from '../parameters/plan-rules.ts'
import { planChanged, planInHand, textProblem } from './change-plan.ts'

/** Marks a requirement as one that is only complied with, so that no goal is made for it; or takes the mark away again
 *  when `reason` is null. Throws NotFound for a requirement of somebody else. */
export async function markComplianceOnly(
  ctx: Context,
  input: { readonly personId: string; readonly requirementId: string; readonly reason: string | null },
): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const orders = await ordersOf(ctx.tx, hand.group, ctx.today)
  const order = orders.find(one => one.requirements.some(({ id }) => id === input.requirementId))
  if (!order) throw new NotFound('There is no such requirement on this record.')
  const at = [order.personId, input.requirementId]
  if (input.reason === null) {
    await ctx.tx.run('DELETE FROM assessment.compliance_only WHERE person_id = $1 AND requirement_id = $2', at)
  } else {
    const wrong = textProblem('reason', input.reason, planTexts.on(ctx.today).value.note, 'why no goal is needed')
    if (wrong.length > 0) return problems(...wrong)
    await ctx.tx.run(
      `INSERT INTO assessment.compliance_only (person_id, requirement_id, reason, at, by, excluded, restricted)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (person_id, requirement_id) DO UPDATE SET reason = excluded.reason, at = excluded.at, by = excluded.by`,
      [...at, input.reason.trim(), ctx.now, ctx.viewer.username, hand.flags.excluded, hand.flags.restricted],
    )
  }
  const marked = input.reason !== null
  await planChanged(ctx, input.personId, hand, 'mark-compliance-only', { requirement: input.requirementId, marked })
  return ok(undefined)
}
