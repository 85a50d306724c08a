import type { Context } from '../../../platform/context/index.ts'
import type { Countersigner } from '../parameters/countersign-rules.ts'
import type { InHand } from './act-on-assessment.ts'

/** Puts a signed assessment in the queue, or says who comes next when it is there. `since` is when it began to wait for
 *  this countersigner. */
export async function enterQueue(
  ctx: Context,
  { assessment, flags }: InHand,
  signed: { readonly by: string; readonly byName: string; readonly wanted: Countersigner },
): Promise<void> {
  await ctx.tx.run(
    `INSERT INTO assessment.awaiting_countersign (person_id, assessment_id, countersigner, since, signed_by,
       signed_by_name, region_code, team_code, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (person_id, assessment_id) DO UPDATE SET countersigner = excluded.countersigner, since = excluded.since`,
    [
      assessment.personId,
      assessment.id,
      signed.wanted,
      ctx.now,
      signed.by,
      signed.byName,
      assessment.regionCode,
      assessment.teamCode,
      flags.excluded,
      flags.restricted,
    ],
  )
}
