import type { Context } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import type { AccessFlags } from '../../person/index.ts'
import type { AssessmentOnRecord } from '../queries/assessments-of.ts'

/** Closes an open assessment as it is, so that another can be opened. It stays readable for good. */
export async function lockUnfinished(ctx: Context, open: AssessmentOnRecord, flags: AccessFlags): Promise<void> {
  await ctx.tx.run(
    `INSERT INTO assessment.act (person_id, id, assessment_id, kind, at, by, by_name, excluded, restricted)
     VALUES ($1, $2, $3, 'locked-incomplete', $4, $5, $6, $7, $8)`,
    [open.personId, newId(), open.id, ctx.now, ctx.viewer.username, ctx.viewer.name, flags.excluded, flags.restricted],
  )
  await ctx.tx.run('UPDATE assessment.assessment SET version = version + 1 WHERE person_id = $1 AND id = $2', [
    open.personId,
    open.id,
  ])
  await ctx.tx.run('DELETE FROM assessment.open_assessment WHERE person_id = $1', [open.personId])
  ctx.record('alter', 'assessment.locked-incomplete', [open.personId], { detail: { assessmentId: open.id } })
}
