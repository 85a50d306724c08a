import { z } from 'zod'
import { BackLink, Button, MojScrollablePane, SummaryList, Table } from '../../../platform/components/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { Form, LongTextField, page, post } from '../../../platform/web/index.ts'
import { reviewBreakGlass } from '../commands/break-glass.ts'
import { breakGlassToReview, readsUnderBreakGlass } from '../queries/limited-access-register.ts'
import { LimitTabs } from './limits.page.tsx'
import { type LookView, lookView, type UseView, useView } from './limits.view.ts'

const place = '/limited-access/emergency-openings'

export const emergencyOpeningsPage = page<readonly UseView[]>({
  path: place,
  name: 'person.emergency-openings',
  title: 'Emergency openings to review',
  allow: 'person.limit-access',
  section: 'limits',
  view: async ctx => (await breakGlassToReview(ctx)).map(useView),
  body: uses => (
    <>
      <LimitTabs active="uses" />
      <h1 class="govuk-heading-l">Emergency openings to review</h1>
      {uses.length === 0 && <p class="govuk-body">Every emergency opening so far has been reviewed.</p>}
      {uses.length > 0 && (
        <MojScrollablePane label="Emergency openings">
          <Table
            classes="app-table--compact"
            head={['CRN', 'Who', 'Opened', 'Until', 'Reason given', 'Action'].map(text => ({ text }))}
            rows={uses.map(use => [
              { text: use.crn },
              { text: use.who },
              { text: use.when },
              { text: use.ends },
              { html: <span class="app-kept-text">{use.reason}</span> },
              {
                html: (
                  <a class="govuk-link" href={`${place}/${use.id}`}>
                    Review
                    <span class="govuk-visually-hidden">
                      {' '}
                      the opening of {use.crn} by {use.who}
                    </span>
                  </a>
                ),
              },
            ])}
          />
        </MojScrollablePane>
      )}
    </>
  ),
})

type OpeningModel = { readonly use: UseView; readonly reads: readonly LookView[] }

export const emergencyOpeningPage = page<OpeningModel>({
  path: `${place}/:id`,
  name: 'person.emergency-opening',
  title: 'Review an emergency opening',
  allow: 'person.limit-access',
  section: 'limits',
  view: async (ctx, at) => {
    const use = (await breakGlassToReview(ctx)).find(one => one.id === at.params.id)
    if (!use) throw new NotFound('This emergency opening is not waiting for a review.')
    return { use: useView(use), reads: (await readsUnderBreakGlass(ctx, use.id)).map(lookView) }
  },
  before: () => <BackLink href={place} text="Emergency openings" />,
  body: ({ use, reads }) => (
    <>
      <h1 class="govuk-heading-l">Review an emergency opening</h1>
      <SummaryList
        rows={[
          { key: { text: 'CRN' }, value: { text: use.crn } },
          { key: { text: 'Who' }, value: { text: use.who } },
          { key: { text: 'Opened' }, value: { text: use.when } },
          { key: { text: 'Until' }, value: { text: use.ends } },
          { key: { text: 'Reason given' }, value: { text: use.reason } },
        ]}
      />
      <LooksTable looks={reads} empty="Nothing was read under this opening." />
      <Form>
        <LongTextField name="review" label="What you found" hint="An opening that still runs ends with your review." />
        <Button text="Record the review" />
      </Form>
    </>
  ),
  posts: {
    '': post({
      allow: 'person.limit-access',
      form: z.object({ review: z.string().default('') }),
      run: async (ctx, { review }, at) => {
        const done = await reviewBreakGlass(ctx, { id: at.params.id ?? '', review })
        return done.ok ? { ok: true, value: { to: place, say: 'The review is recorded' } } : done
      },
    }),
  },
})

/** Lines of the audit chain about a person. */
export function LooksTable({ looks, empty }: { readonly looks: readonly LookView[]; readonly empty: string }) {
  if (looks.length === 0) return <p class="govuk-body">{empty}</p>
  return (
    <MojScrollablePane label="Who looked">
      <Table
        classes="app-table--compact"
        head={['When', 'Who', 'What', 'Reason given'].map(text => ({ text }))}
        rows={looks.map(look => [
          { text: look.when },
          { text: look.who },
          { text: look.what },
          { html: <span class="app-kept-text">{look.why}</span> },
        ])}
      />
    </MojScrollablePane>
  )
}
