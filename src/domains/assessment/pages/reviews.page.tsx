import { Table, Tag } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { type ReviewInQueue, reviewsDue } from '../queries/reviews-due.ts'
import { type ReviewWords, reviewWords } from './review-words.ts'

type Model = {
  readonly whose: 'mine' | 'team'
  readonly rows: readonly (Pick<ReviewInQueue, 'name' | 'crn' | 'id'> & { readonly words: ReviewWords })[]
}

/** The queue of reviews: the one due first on top. */
export const reviewsPage = page<Model>({
  path: '/reviews',
  name: 'assessment.reviews',
  title: 'Reviews due',
  allow: 'assessment.write',
  section: 'reviews',
  view: async (ctx, at) => {
    const whose = at.query.one('whose') === 'team' ? 'team' : 'mine'
    const reviews = await reviewsDue(ctx, whose)
    if (reviews.length > 0) ctx.look('assessment.reviews', [...new Set(reviews.map(one => one.personId))])
    const rows = reviews.map(one => ({ name: one.name, crn: one.crn, id: one.id, words: reviewWords(one, ctx.today) }))
    return { whose, rows }
  },
  body: ({ whose, rows }) => (
    <>
      <h1 class="govuk-heading-l">Reviews due</h1>
      <p class="govuk-body">
        {whose === 'mine' ? 'Of the people you manage' : 'Of the people of your team'}, the one due first on top.{' '}
        <a class="govuk-link" href={whose === 'mine' ? '/reviews?whose=team' : '/reviews'}>
          {whose === 'mine' ? 'Show my team' : 'Show only mine'}
        </a>
      </p>
      {rows.length === 0 && (
        <p class="govuk-body">
          {whose === 'mine' ? 'Nobody you manage is due for a review.' : 'Nobody of your team is due for a review.'}
        </p>
      )}
      {rows.length > 0 && (
        <Table
          head={[{ text: 'Person' }, { text: 'What changed' }, { text: 'Due' }]}
          rows={rows.map(({ name, crn, id, words }) => [
            {
              html: (
                <>
                  <a class="govuk-link" href={`/case/${crn}/reviews/${id}`}>
                    {name}
                  </a>
                  <span class="app-secondary">CRN {crn}</span>
                </>
              ),
            },
            { text: words.changed },
            {
              html: (
                <>
                  {words.due.text} {words.due.late && <Tag text="Late" classes="govuk-tag--red" />}
                </>
              ),
            },
          ])}
        />
      )}
      <p class="govuk-hint">What calls for a review, and by when, is an assumption.</p>
    </>
  ),
})
