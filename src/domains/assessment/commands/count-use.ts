import type { Context } from '../../../platform/context/index.ts'
import type { AccessFlags } from '../../person/index.ts'
import { formPause } from '../parameters/form-use.ts'
import type { AssessmentOnRecord } from '../queries/assessments-of.ts'

/** Counts work on an assessment: answers changed and buttons used, and the time since the use before, unless that was a
 *  pause. */
export async function countUse(
  ctx: Context,
  of: Pick<AssessmentOnRecord, 'personId' | 'id' | 'layer' | 'teamCode'>,
  flags: AccessFlags,
  actions: number,
): Promise<void> {
  const pause = formPause.on(ctx.today).value.longerThanSeconds
  await ctx.tx.run(
    `INSERT INTO assessment.form_use AS use
       (person_id, assessment_id, layer, team_code, actions, seconds, last_at, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8)
     ON CONFLICT (person_id, assessment_id) DO UPDATE SET
       actions = use.actions + EXCLUDED.actions,
       seconds = use.seconds + CASE
         WHEN EXCLUDED.last_at - use.last_at BETWEEN interval '0' AND make_interval(secs => $9)
         THEN extract(epoch FROM EXCLUDED.last_at - use.last_at)::integer ELSE 0 END,
       last_at = EXCLUDED.last_at`,
    [of.personId, of.id, of.layer, of.teamCode, actions, ctx.now, flags.excluded, flags.restricted, pause],
  )
}
