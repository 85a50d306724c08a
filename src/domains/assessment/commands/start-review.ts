import type { Context } from '../../../platform/context/index.ts'
import { Conflict, ok, type Result } from '../../../platform/errors/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { identityGroup } from '../../person/index.ts'
import { reviewTriggers } from '../parameters/review-triggers.ts'
import { completeOnes } from '../queries/assessed-standing.ts'
import { assessmentsOf, type OpensAt } from '../queries/assessments-of.ts'
import { periodOf } from '../queries/period-of.ts'
import type { ReviewDue } from '../queries/reviews-due.ts'
import type { Layer } from '../questions/question.ts'
import { questionSet, sectionsFor } from '../questions/question-set.ts'
import { reviewInHand } from './close-review.ts'
import { type StartedAssessment, startAssessment } from './start-assessment.ts'

export type StartReview = {
  readonly personId: string
  readonly reviewId: string
  readonly continueOrLock?: 'continue' | 'lock'
}

/** Begins the assessment a task of review asks for, as deep as the one it reviews and opened at the areas affected; one
 *  that is gone on with is opened there too. The task is done when that assessment is complete. Problems as
 *  `startAssessment`. Throws NotFound, NotAllowed, and Conflict for a person nobody has assessed. */
export async function startReview(ctx: Context, input: StartReview): Promise<Result<StartedAssessment>> {
  ctx.may('assessment.write', { people: [input.personId] })
  const review = await reviewInHand(ctx, input)
  const group = await identityGroup(ctx.tx, input.personId)
  const all = await assessmentsOf(ctx.tx, group)
  const layer = layerOfReview(completeOnes(all)[0]?.layer)
  if (!layer) throw new Conflict('There is no assessment to review yet. Start a first one.')
  const { continueOrLock } = input
  const opensAt = opensAtOf(review, layer, ctx)
  const done = await startAssessment(ctx, {
    ...{ personId: input.personId, layer, purpose: 'review', periodId: await periodOf(ctx, group), opensAt },
    ...{ cloneHistoric: true, ...(continueOrLock ? { continueOrLock } : {}) },
  })
  if (!done.ok) return done
  const { id, continued } = done.value
  if (continued) await openAlsoAt(ctx, group, id, review)
  await ctx.tx.run('UPDATE assessment.review_due SET assessment_id = $3 WHERE person_id = $1 AND id = $2', [
    review.personId,
    review.id,
    id,
  ])
  ctx.record('alter', 'assessment.start-review', [review.personId], { detail: { review: review.id, assessment: id } })
  return ok(done.value)
}

/** A review of a fast review goes as deep as what that one reviewed. */
function layerOfReview(last: Layer | undefined): Layer | undefined {
  return last === 'FAST' ? 'L3' : last
}

/** The areas of the task that its form has, with what changed. */
export function opensAtOf(review: ReviewDue, layer: Layer, { today }: Pick<Context, 'today'>): readonly OpensAt[] {
  const trigger = reviewTriggers.on(today).value.find(row => row.code === review.trigger)
  const because = `${trigger?.changed ?? 'Something changed'} (${longDate(review.happenedOn)})`
  return sectionsFor(questionSet(today), layer)
    .filter(({ code }) => review.sections.includes(code))
    .map(({ code }) => ({ section: code, because }))
}

async function openAlsoAt(ctx: Context, group: readonly string[], id: string, review: ReviewDue): Promise<void> {
  const open = (await assessmentsOf(ctx.tx, group)).find(one => one.id === id)
  if (!open) return
  const before = new Set(open.opensAt.map(({ section }) => section))
  const more = opensAtOf(review, open.layer, ctx).filter(({ section }) => !before.has(section))
  if (more.length === 0) return
  await ctx.tx.run('UPDATE assessment.assessment SET opens_at = $3 WHERE person_id = $1 AND id = $2', [
    open.personId,
    open.id,
    JSON.stringify([...open.opensAt, ...more]),
  ])
}
