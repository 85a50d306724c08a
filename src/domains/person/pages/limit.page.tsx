import { z } from 'zod'
import { type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import { BackLink, Button, SummaryList } from '../../../platform/components/index.ts'
import { DayField, Form, LongTextField, page, post } from '../../../platform/web/index.ts'
import { endLimit, reviewLimit } from '../commands/limit-access.ts'
import { type RegisteredLimit, registeredLimit } from '../queries/limited-access-register.ts'
import { dayTyped } from './day-typed.ts'
import { limitRowView } from './limits.view.ts'

type LimitModel = { readonly limit: RegisteredLimit; readonly today: LocalDate; readonly ended: boolean }

export const limitPage = page<LimitModel>({
  path: '/limited-access/limits/:id',
  name: 'person.limit',
  title: 'Review or end a limit',
  allow: 'person.limit-access',
  section: 'limits',
  view: async (ctx, at) => {
    const limit = await registeredLimit(ctx, at.params.id ?? '')
    return { limit, today: ctx.today, ended: limit.endsOn !== null && limit.endsOn <= ctx.today }
  },
  before: () => <BackLink href="/limited-access" text="Limited-access register" />,
  body: ({ limit, today, ended }) => (
    <>
      <h1 class="govuk-heading-l">Review or end a limit</h1>
      <Limit limit={limit} today={today} />
      {ended && <p class="govuk-body">This limit has ended. It stays on the register’s record.</p>}
      {!ended && (
        <div class="app-beside">
          <Form intent="review">
            <h2 class="govuk-heading-m">It is still needed</h2>
            <DayField
              name="nextReviewOn"
              label="Next review"
              hint="For example, 27 3 2027. Leave empty for the usual period."
            />
            <LongTextField name="notes" label="What you found" />
            <Button text="Keep the limit" classes="govuk-button--secondary" />
          </Form>
          <Form intent="end">
            <h2 class="govuk-heading-m">End it</h2>
            <input type="hidden" name="version" value={limit.version} />
            <DayField name="endsOn" label="First day without the limit" hint="For example, today or 27 3 2027" />
            <LongTextField name="reason" label="Why it ends" />
            <Button text="End the limit" classes="govuk-button--warning" />
          </Form>
        </div>
      )}
    </>
  ),
  posts: {
    review: post({
      allow: 'person.limit-access',
      form: z.object({ nextReviewOn: z.string().default(''), notes: z.string().default('') }),
      run: async (ctx, form, at) => {
        const nextReviewOn = dayTyped(form.nextReviewOn, 'nextReviewOn', ctx.today, 'optional')
        if (!nextReviewOn.ok) return nextReviewOn
        const id = at.params.id ?? ''
        const kept = await reviewLimit(ctx, { id, nextReviewOn: nextReviewOn.value, notes: form.notes })
        return kept.ok ? { ok: true, value: { to: '/limited-access', say: 'The limit is kept' } } : kept
      },
    }),
    end: post({
      allow: 'person.limit-access',
      form: z.object({
        endsOn: z.string().default(''),
        reason: z.string().default(''),
        version: z.coerce.number('Open the page again').int('Open the page again'),
      }),
      run: async (ctx, form, at) => {
        const endsOn = dayTyped(form.endsOn, 'endsOn', ctx.today)
        if (!endsOn.ok) return endsOn
        const { reason, version } = form
        const done = await endLimit(ctx, { id: at.params.id ?? '', endsOn: endsOn.value, reason, version })
        return done.ok ? { ok: true, value: { to: '/limited-access', say: 'The end of the limit is recorded' } } : done
      },
    }),
  },
})

function Limit({ limit, today }: { readonly limit: RegisteredLimit; readonly today: LocalDate }) {
  const row = limitRowView(limit, today, plusDays(today, 0))
  return (
    <SummaryList
      rows={[
        { key: { text: 'CRN' }, value: { text: row.crn } },
        { key: { text: row.what }, value: { text: row.who } },
        { key: { text: 'Why' }, value: { text: row.why } },
        { key: { text: 'Authorised by' }, value: { text: row.authoriser } },
        { key: { text: 'Until' }, value: { text: row.until } },
        { key: { text: 'Review due' }, value: { text: row.review } },
        { key: { text: 'Set by' }, value: { text: limit.startedBy } },
      ]}
    />
  )
}
