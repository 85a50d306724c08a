import type { Context } from '../../../platform/context/index.ts'
import { Conflict, type Problem } from '../../../platform/errors/index.ts'
import { identityGroup, lockFlags } from '../../person/index.ts'
import { isPlanHeld, planOf } from '../queries/plan-of.ts'
import type { SentencePlan } from '../sentence-plan.ts'

export type Flags = { readonly excluded: boolean; readonly restricted: boolean }
export type PlanInHand = { readonly group: readonly string[]; readonly flags: Flags; readonly plan: SentencePlan }

/** The plan of a person, about to be changed. Throws NotAllowed; Conflict while it waits, with its assessment, for a
 *  countersignature. */
export async function planInHand(ctx: Context, personId: string): Promise<PlanInHand> {
  ctx.may('assessment.plan', { people: [personId] })
  const flags = await lockFlags(ctx.tx, personId)
  const group = await identityGroup(ctx.tx, personId)
  if (await isPlanHeld(ctx.tx, group)) {
    throw new Conflict('This plan waits with its assessment for a countersignature. Nobody can change it until then.')
  }
  return { group, flags, plan: await planOf(ctx.tx, group) }
}

/** Keeps the plan as it stands now as the day's version, writes the audit entry and tells others. Every command that
 *  changes a plan ends here. */
export async function planChanged(
  ctx: Context,
  personId: string,
  { group, flags }: Pick<PlanInHand, 'group' | 'flags'>,
  what: string,
  detail: Readonly<Record<string, string | number | boolean | null | readonly string[]>> = {},
): Promise<void> {
  const plan = await planOf(ctx.tx, group)
  await ctx.tx.run(
    `INSERT INTO assessment.plan_day (person_id, day, body, at, by_name, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (person_id, day) DO UPDATE SET body = excluded.body, at = excluded.at, by_name = excluded.by_name`,
    [personId, ctx.today, JSON.stringify(plan), ctx.now, ctx.viewer.name, flags.excluded, flags.restricted],
  )
  ctx.record('alter', `assessment.${what}`, [personId], { detail })
  await ctx.announce({ type: 'plan-changed', personId, body: { personId, what } }, flags)
}

/** The problem of a text that is empty or too long, or nothing. `what` begins the sentence: "Enter ...". */
export function textProblem(field: string, text: string, longest: number, what: string | null): Problem[] {
  const length = text.trim().length
  if (length === 0) return what === null ? [] : [{ field, code: 'missing', text: `Enter ${what}` }]
  if (length <= longest) return []
  const over = length - longest
  const shorten = `Shorten this by ${over} ${over === 1 ? 'character' : 'characters'}: ${longest} is the most`
  return [{ field, code: 'too-long', text: shorten }]
}
