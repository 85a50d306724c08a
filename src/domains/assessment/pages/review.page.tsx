import { z } from 'zod'
import { Button, InsetText, SummaryList, Tag } from '../../../platform/components/index.ts'
import { NotFound, ok } from '../../../platform/errors/index.ts'
import { ChoiceField, Form, LongTextField } from '../../../platform/web/index.ts'
import { savedAt } from '../../../platform/words/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { dismissReview } from '../commands/close-review.ts'
import { startReview } from '../commands/start-review.ts'
import { completeOnes } from '../queries/assessed-standing.ts'
import { assessmentsOf } from '../queries/assessments-of.ts'
import { reviewsOf } from '../queries/reviews-due.ts'
import { type ReviewWords, reviewWords } from './review-words.ts'

type Model = {
  readonly words: ReviewWords
  readonly closed: string | null
  readonly reason: string | null
  readonly base: string
  /** The review that was begun for this task. */
  readonly begun: string | null
  readonly first: boolean
  readonly asks: boolean
  readonly mayReview: boolean
}

export const reviewPage = casePage<Model>({
  path: '/reviews/:review',
  name: 'assessment.review',
  title: 'Review the assessment',
  allow: 'assessment.view',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: async (ctx, opened, at) => {
    const review = (await reviewsOf(ctx.tx, opened.group)).find(one => one.id === at.params.review)
    if (!review) throw new NotFound('There is no such review on this record.')
    const base = `/case/${opened.crn}/assessments`
    const closedAs = review.closedAs === 'reviewed' ? 'Reviewed' : 'Found not to be needed'
    return {
      words: reviewWords(review, ctx.today),
      closed: review.closedAt ? `${closedAs} ${savedAt(review.closedAt)} by ${review.closedByName}` : null,
      reason: review.closedReason,
      base,
      begun: review.assessmentId ? `${base}/${review.assessmentId}` : null,
      first: completeOnes(await assessmentsOf(ctx.tx, opened.group)).length === 0,
      asks: at.problems.some(one => one.field === 'continueOrLock'),
      mayReview: ctx.can('assessment.write'),
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">{model.first ? 'Assess for the first time' : 'Review the assessment'}</h1>
      <SummaryList
        rows={[
          { key: { text: 'What changed' }, value: { text: model.words.changed } },
          {
            key: { text: 'Due' },
            value: {
              html: (
                <>
                  {model.words.due.text} {model.words.due.late && <Tag text="Late" classes="govuk-tag--red" />}
                </>
              ),
            },
          },
          {
            key: { text: 'Opens at' },
            value: { text: model.words.areas.length === 0 ? 'Every area' : model.words.areas.join(', ') },
          },
        ]}
      />
      <p class="govuk-hint">
        What calls for a review, by when and at which areas is an assumption: see{' '}
        <a class="govuk-link" href="/help/rules">
          rules and their sources
        </a>
        .
      </p>
      {model.closed && (
        <InsetText>
          {model.closed}
          {model.reason && <span class="app-secondary app-kept-text">{model.reason}</span>}
        </InsetText>
      )}
      {!model.closed && model.mayReview && <WaysToClose model={model} />}
    </>
  ),
  posts: {
    start: casePost({
      allow: 'assessment.write',
      form: z.object({ continueOrLock: z.enum(['continue', 'lock']).optional().catch(undefined) }),
      run: async (ctx, opened, { continueOrLock }, at) => {
        const { review = '' } = at.params
        const { personId, crn } = opened
        const input = { personId, reviewId: review, ...(continueOrLock ? { continueOrLock } : {}) }
        const done = await startReview(ctx, input)
        if (!done.ok) return done
        const say = done.value.continued ? 'This is the assessment that was open' : 'The review is started'
        return ok({ to: `/case/${crn}/assessments/${done.value.id}`, say })
      },
    }),
    dismiss: casePost({
      allow: 'assessment.write',
      form: z.object({ reason: z.string().default('') }),
      run: async (ctx, opened, { reason }, at) => {
        const { personId, crn } = opened
        const done = await dismissReview(ctx, { personId, reviewId: at.params.review ?? '', reason })
        return done.ok ? ok({ to: `/case/${crn}/assessments`, say: 'The review is marked as not needed' }) : done
      },
    }),
  },
})

function WaysToClose({ model }: { readonly model: Model }) {
  return (
    <>
      {model.first && <Button text="Start a first assessment" href={`${model.base}/start`} />}
      {!model.first && model.begun && <Button text="Go on with the review" href={model.begun} />}
      {!model.first && !model.begun && (
        <Form intent="start">
          {model.asks && (
            <ChoiceField
              name="continueOrLock"
              label="An assessment is open already. What do you want to do?"
              choices={[
                { value: 'continue', text: 'Go on with it, opened at what changed' },
                { value: 'lock', text: 'Lock it incomplete and start another' },
              ]}
            />
          )}
          <Button text="Start the review" />
        </Form>
      )}
      <h2 class="govuk-heading-m">No review is needed</h2>
      <Form intent="dismiss">
        <LongTextField name="reason" label="Why not?" hint="It stays on the record" />
        <Button text="Mark as not needed" classes="govuk-button--secondary" />
      </Form>
    </>
  )
}
