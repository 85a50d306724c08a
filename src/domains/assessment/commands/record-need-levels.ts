import type { LocalDate } from '../../../platform/calendar/index.ts'
import { londonDay } from '../../../platform/calendar/index.ts'
import type { Context, Reaction } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { identityGroup, lockFlags } from '../../person/index.ts'
import { answersOf, answerValues } from '../queries/answers-of.ts'
import { assessmentOf } from '../queries/assessments-of.ts'
import { questionSetVersion } from '../questions/question-set.ts'
import { needScores } from '../rules/need-scores.ts'

type Signed = { readonly personId: string; readonly assessmentId: string }

/** Keeps the level of every need as a signed assessment found it, for the trends of the case, its team and region.
 *  Recording the same assessment again replaces what was kept. An area without a score is kept as not known. Throws
 *  NotFound for an assessment that is not this person's. */
export async function recordNeedLevels(ctx: Context, { personId, assessmentId }: Signed): Promise<void> {
  const flags = await lockFlags(ctx.tx, personId)
  const group = await identityGroup(ctx.tx, personId)
  const assessment = await assessmentOf(ctx.tx, group, assessmentId)
  if (!assessment) throw new NotFound('There is no such assessment on this record.')
  const answers = answerValues(await answersOf(ctx.tx, group, assessmentId))
  const signedAt = assessment.acts.findLast(act => act.kind === 'signed')?.at
  const signedOn: LocalDate = signedAt === undefined ? ctx.today : londonDay(signedAt)
  for (const need of needScores(questionSetVersion(assessment.questionSet), answers)) {
    await ctx.tx.run(
      `INSERT INTO assessment.need_level (person_id, assessment_id, area, score, level, harm_linked, reoffending_linked,
         signed_on, region_code, team_code, excluded, restricted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (person_id, assessment_id, area) DO UPDATE SET score = excluded.score, level = excluded.level,
         harm_linked = excluded.harm_linked, reoffending_linked = excluded.reoffending_linked,
         signed_on = excluded.signed_on, taken_back_at = NULL`,
      [
        ...[assessment.personId, assessmentId, need.area, need.score, need.level, need.harmLinked],
        ...[need.reoffendingLinked, signedOn, assessment.regionCode, assessment.teamCode],
        ...[flags.excluded, flags.restricted],
      ],
    )
  }
}

/** Leaves the levels of an assessment out of every trend, because its signing was taken back. */
export async function takeBackNeedLevels(ctx: Context, { personId, assessmentId }: Signed): Promise<void> {
  await ctx.tx.run(
    `UPDATE assessment.need_level SET taken_back_at = $3
      WHERE person_id = $1 AND assessment_id = $2 AND taken_back_at IS NULL`,
    [personId, assessmentId, ctx.now],
  )
}

/** When an assessment is complete, its need levels join the trends. */
export const keepNeedLevels: Reaction = async (ctx, event) => {
  const { assessmentId } = event.body as { readonly assessmentId?: string }
  if (event.personId === null || assessmentId === undefined) return
  await recordNeedLevels(ctx, { personId: event.personId, assessmentId })
}
