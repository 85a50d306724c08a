import type { Context, Reaction } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { identityGroup, lockFlags } from '../../person/index.ts'
import { asksAboutNeeds, isReview } from '../queries/assessed-standing.ts'
import { assessmentOf } from '../queries/assessments-of.ts'
import { type ReviewDue, reviewsOf } from '../queries/reviews-due.ts'

const longestReason = 4_000

/** Says that a task of review is not needed, and why. The task stays on the record. Throws NotFound, NotAllowed, and
 *  Conflict when it is done already. */
export async function dismissReview(
  ctx: Context,
  input: { readonly personId: string; readonly reviewId: string; readonly reason: string },
): Promise<Result<undefined>> {
  ctx.may('assessment.write', { people: [input.personId] })
  const reason = input.reason.trim()
  if (reason === '') {
    return problems({ field: 'reason', code: 'reason-missing', text: 'Say why no review is needed' })
  }
  if (reason.length > longestReason) {
    const text = `Shorten the reason to ${longestReason} characters or fewer`
    return problems({ field: 'reason', code: 'too-long', text })
  }
  const review = await reviewInHand(ctx, input)
  await ctx.tx.run(
    `UPDATE assessment.review_due SET closed_at = $3, closed_by = $4, closed_by_name = $5, closed_as = 'not-needed',
       closed_reason = $6 WHERE person_id = $1 AND id = $2`,
    [review.personId, review.id, ctx.now, ctx.viewer.username, ctx.viewer.name, reason],
  )
  const detail = { review: review.id, trigger: review.trigger }
  ctx.record('alter', 'assessment.dismiss-review', [review.personId], { detail })
  return ok(undefined)
}

/** An open task of the person, locked against a second answer. Throws NotFound, Conflict. */
export async function reviewInHand(
  ctx: Context,
  { personId, reviewId }: { readonly personId: string; readonly reviewId: string },
): Promise<ReviewDue> {
  await lockFlags(ctx.tx, personId)
  const group = await identityGroup(ctx.tx, personId)
  await ctx.tx.rows('SELECT 1 FROM assessment.review_due WHERE person_id = ANY ($1) AND id::text = $2 FOR UPDATE', [
    group,
    reviewId,
  ])
  const review = (await reviewsOf(ctx.tx, group)).find(one => one.id === reviewId)
  if (!review) throw new NotFound('There is no such review on this record.')
  if (review.closedAt) throw new Conflict('This review was done or found not to be needed already.')
  return review
}

/** An assessment is complete: the reviews it does are done. It does those raised before it began and those it was begun
 *  for; needs that are out of date only when it asks about needs; predictors on their own do none. */
export const closeReviews: Reaction = async (ctx, event) => {
  const { assessmentId } = event.body as { readonly assessmentId?: string }
  if (event.personId === null || assessmentId === undefined) return
  const group = await identityGroup(ctx.tx, event.personId)
  const assessment = await assessmentOf(ctx.tx, group, assessmentId)
  if (!assessment || !isReview(assessment.layer)) return
  await ctx.tx.run(
    `UPDATE assessment.review_due SET closed_at = $2, closed_by = $3, closed_by_name = $4, closed_as = 'reviewed',
       assessment_id = $5
      WHERE person_id = ANY ($1) AND closed_at IS NULL AND (raised_at <= $6 OR assessment_id = $5)
        AND (trigger <> 'needs-out-of-date' OR $7)`,
    [
      ...[group, ctx.now, ctx.viewer.username, ctx.viewer.name, assessment.id, assessment.openedAt],
      asksAboutNeeds(assessment.layer),
    ],
  )
}

/** A signing was taken back: the reviews it did are to do again. */
export const reopenReviews: Reaction = async (ctx, event) => {
  const { assessmentId } = event.body as { readonly assessmentId?: string }
  if (event.personId === null || assessmentId === undefined) return
  const group = await identityGroup(ctx.tx, event.personId)
  await ctx.tx.run(
    `UPDATE assessment.review_due SET closed_at = NULL, closed_by = NULL, closed_by_name = NULL, closed_as = NULL
      WHERE person_id = ANY ($1) AND assessment_id = $2 AND closed_as = 'reviewed'`,
    [group, assessmentId],
  )
}
