import type { Context } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { identityGroup, lockFlags } from '../../person/index.ts'
import { planHash, planOf } from '../queries/plan-of.ts'

type Bundle = { readonly personId: string; readonly assessmentId: string }

/** Locks the plan as it stands together with an assessment that is being signed or locked, in the same transaction:
 *  an unalterable copy with its hash. Answers its id. While the assessment waits for a countersignature nobody can
 *  change the plan. Signing again after a rejection makes a further copy. */
export async function freezePlan(ctx: Context, { personId, assessmentId }: Bundle): Promise<{ readonly id: string }> {
  const flags = await lockFlags(ctx.tx, personId)
  const plan = await planOf(ctx.tx, await identityGroup(ctx.tx, personId))
  await thawed(ctx, { personId, assessmentId })
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO assessment.plan_version (person_id, id, assessment_id, body, hash, frozen_at, frozen_by, frozen_by_name,
       excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[personId, id, assessmentId, JSON.stringify(plan), planHash(plan), ctx.now, ctx.viewer.username],
      ...[ctx.viewer.name, flags.excluded, flags.restricted],
    ],
  )
  ctx.record('alter', 'assessment.freeze-plan', [personId], { detail: { assessment: assessmentId, version: id } })
  return { id }
}

/** Takes the lock off when the signing is rejected or rolled back, so that the plan can change again. The copy stays,
 *  marked as taken back. Does nothing when no plan is locked with the assessment. */
export async function thawPlan(ctx: Context, bundle: Bundle): Promise<void> {
  const count = await thawed(ctx, bundle)
  if (count > 0) {
    ctx.record('alter', 'assessment.thaw-plan', [bundle.personId], { detail: { assessment: bundle.assessmentId } })
  }
}

function thawed(ctx: Context, { personId, assessmentId }: Bundle): Promise<number> {
  return ctx.tx.run(
    `UPDATE assessment.plan_version SET thawed_at = $3, thawed_by = $4
      WHERE person_id = $1 AND assessment_id = $2 AND thawed_at IS NULL`,
    [personId, assessmentId, ctx.now, ctx.viewer.username],
  )
}
