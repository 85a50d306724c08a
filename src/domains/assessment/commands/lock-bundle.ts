import type { Context } from '../../../platform/context/index.ts'
import type { InHand } from './act-on-assessment.ts'
import { freezePlan, thawPlan } from './freeze-plan.ts'
import { takeBackNeedLevels } from './record-need-levels.ts'

/** Locks what is signed together with the answers (among them the strengths): the plan as it stands. All in the
 *  transaction of the act. Source: specification section 5. */
export async function lockBundle(ctx: Context, { assessment }: InHand): Promise<void> {
  await freezePlan(ctx, { personId: assessment.personId, assessmentId: assessment.id })
}

/** Takes the lock off again: the signing was rejected, rolled back or deleted. */
export async function takeBackBundle(ctx: Context, { assessment }: InHand): Promise<void> {
  const bundle = { personId: assessment.personId, assessmentId: assessment.id }
  await thawPlan(ctx, bundle)
  await takeBackNeedLevels(ctx, bundle)
}
