import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { outcomeChanged, outcomeForStep, type StoredOutcome } from '../store/outcome-store.ts'

type To = { readonly username: string; readonly name: string }

/** Takes outcomes on: for oneself, or for somebody named. Taking one over from another is logged and they are told.
 *  All of them, or none when one is resulted already. */
export async function assignOutcomes(
  ctx: Context,
  input: { readonly outcomeIds: readonly string[]; readonly to?: To },
): Promise<Result<{ readonly assigned: number }>> {
  ctx.may('court.assign-outcome')
  const ids = [...new Set(input.outcomeIds)].sort()
  if (ids.length === 0) return problems({ field: 'outcomes', code: 'missing', text: 'Select at least one case' })
  const to = input.to ?? ctx.viewer
  for (const id of ids) {
    const held = await outcomeForStep(ctx, id, 'assign')
    if (held.assignedTo === to.username) continue
    await ctx.tx.run(
      `UPDATE court.outcome SET assigned_to = $3, assigned_name = $4, assigned_at = $5, version = version + 1
        WHERE person_id = $1 AND id = $2`,
      [held.personId, held.id, to.username, to.name, ctx.now],
    )
    const what = held.assignedTo ? 'taken-over' : 'assigned'
    await outcomeChanged(ctx, held, what, { from: held.assignedTo, to: to.username })
    await tellFormer(ctx, held, to.username)
  }
  return ok({ assigned: ids.length })
}

async function tellFormer(ctx: Context, held: StoredOutcome, to: string): Promise<void> {
  if (!held.assignedTo || held.assignedTo === ctx.viewer.username) return
  const body = { outcomeId: held.id, notify: [held.assignedTo], to }
  await ctx.announce({ type: 'outcome-taken-over', personId: held.personId, body }, held)
}

/** Puts an outcome aside with the reason it cannot be resulted yet. */
export async function holdOutcome(
  ctx: Context,
  input: { readonly outcomeId: string; readonly reason: string },
): Promise<Result<undefined>> {
  ctx.may('court.assign-outcome')
  if (!input.reason.trim()) {
    return problems({ field: 'reason', code: 'missing', text: 'Enter why this is on hold' })
  }
  const held = await outcomeForStep(ctx, input.outcomeId, 'hold')
  await ctx.tx.run(
    `UPDATE court.outcome SET held_at = $3, held_by = $4, held_reason = $5, version = version + 1
      WHERE person_id = $1 AND id = $2`,
    [held.personId, held.id, ctx.now, ctx.viewer.username, input.reason],
  )
  await outcomeChanged(ctx, held, 'held', { reason: input.reason })
  return ok()
}

/** Takes an outcome off hold. */
export async function releaseOutcome(ctx: Context, input: { readonly outcomeId: string }): Promise<Result<undefined>> {
  ctx.may('court.assign-outcome')
  const held = await outcomeForStep(ctx, input.outcomeId, 'release')
  await ctx.tx.run(
    `UPDATE court.outcome SET held_at = NULL, held_by = NULL, held_reason = NULL, version = version + 1
      WHERE person_id = $1 AND id = $2`,
    [held.personId, held.id],
  )
  await outcomeChanged(ctx, held, 'released', { reason: held.heldReason })
  return ok()
}

/** Says that the outcome is on the record. Only who has taken it on. */
export async function resultOutcome(ctx: Context, input: { readonly outcomeId: string }): Promise<Result<undefined>> {
  ctx.may('court.result')
  const held = await outcomeForStep(ctx, input.outcomeId, 'result')
  await ctx.tx.run(
    `UPDATE court.outcome SET resulted_at = $3, resulted_by = $4, version = version + 1
      WHERE person_id = $1 AND id = $2`,
    [held.personId, held.id, ctx.now, ctx.viewer.username],
  )
  await outcomeChanged(ctx, held, 'resulted', { types: held.types })
  const body = { outcomeId: held.id, hearingId: held.hearingId, types: held.types }
  await ctx.announce({ type: 'outcome-resulted', personId: held.personId, body }, held)
  return ok()
}
