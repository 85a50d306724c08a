import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Result } from '../../../platform/errors/index.ts'
import { answersOf } from '../queries/answers-of.ts'
import { questionSetVersion } from '../questions/question-set.ts'
import { confirmationGroups } from '../rules/confirmation-groups.ts'
import { countUse } from './count-use.ts'
import { openForWriting } from './open-for-writing.ts'

export type ConfirmAnswers = {
  readonly personId: string
  readonly assessmentId: string
  /** A code of `confirmationGroups`. */
  readonly group: string
  /** The versions of the group's answers that were in view. */
  readonly seen: Readonly<Record<string, number>>
}

/** Says that the carried-forward answers of one risk-critical group still hold: all of them were in view. Answers that
 *  are not carried forward are left as they are. Throws NotFound, NotAllowed, and Conflict when an answer of the group
 *  was changed since it was looked at or the assessment is closed. */
export async function confirmAnswers(
  ctx: Context,
  input: ConfirmAnswers,
): Promise<Result<{ readonly confirmed: readonly string[] }>> {
  ctx.may('assessment.write', { people: [input.personId] })
  const { assessment, group, flags } = await openForWriting(ctx, input.personId, input.assessmentId)
  const stored = await answersOf(ctx.tx, group, assessment.id)
  const set = questionSetVersion(assessment.questionSet)
  const asked = confirmationGroups(set, assessment.layer, stored).find(one => one.code === input.group)
  if (!asked) throw new NotFound('There is nothing of that kind to confirm in this assessment.')
  if (asked.answers.some(({ question: { code } }) => stored.get(code)?.version !== input.seen[code])) {
    throw new Conflict('An answer was changed since you looked. Look at the group again, then confirm it.')
  }
  const confirmed = asked.answers.filter(answer => !answer.confirmed).map(({ question }) => question.code)
  if (confirmed.length === 0) return ok({ confirmed })
  await ctx.tx.run(
    `UPDATE assessment.answer SET confirmed_at = $4, confirmed_by = $5
      WHERE person_id = $1 AND assessment_id = $2 AND question = ANY ($3)`,
    [assessment.personId, assessment.id, confirmed, ctx.now, ctx.viewer.username],
  )
  await countUse(ctx, assessment, flags, 1)
  ctx.record('alter', 'assessment.confirm-answers', [assessment.personId], {
    detail: { assessmentId: assessment.id, group: input.group, questions: confirmed },
  })
  return ok({ confirmed })
}
