import type { Reaction } from '../../../platform/context/index.ts'
import { identityGroup } from '../../person/index.ts'
import { scoreAssessment } from './score-assessment.ts'

/** What the predictors rest on has changed: the person is scored again. A change of the record alone scores nobody who
 *  was never scored. */
export const scoreAgain: Reaction = async (ctx, event) => {
  const { personId, type } = event
  if (personId === null) return
  if (!type.startsWith('assessment-')) {
    const group = await identityGroup(ctx.tx, personId)
    const scored = await ctx.tx.rows('SELECT 1 FROM assessment.score_in_force WHERE person_id = ANY ($1)', [group])
    if (scored.length === 0) return
  }
  await scoreAssessment(ctx, { personId, assessmentId: null })
}
