import { z } from 'zod'
import { Button, Table, Tag } from '../../../platform/components/index.ts'
import { ok } from '../../../platform/errors/index.ts'
import { ChoiceField, Form, SelectField } from '../../../platform/web/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { startAssessment } from '../commands/start-assessment.ts'
import { assessmentPurposes } from '../parameters/assessment-purposes.ts'
import { assessmentsOf } from '../queries/assessments-of.ts'
import { periodOf } from '../queries/period-of.ts'
import { reviewsOf } from '../queries/reviews-due.ts'
import type { Layer } from '../questions/question.ts'
import { assessmentState } from '../rules/assessment-state.ts'
import { layerWords } from '../words.ts'
import { type ReviewWords, reviewWords } from './review-words.ts'
import { stateTags } from './signing-words.ts'

type Row = {
  readonly href: string
  readonly layer: string
  readonly purpose: string
  readonly state: { readonly text: string; readonly colour: string }
  readonly opened: string
}

type ReviewRow = { readonly href: string; readonly words: ReviewWords }

type AssessmentsModel = {
  readonly reviews: readonly ReviewRow[]
  readonly rows: readonly Row[]
  readonly base: string
  readonly mayStart: boolean
}

export const assessmentsPage = casePage<AssessmentsModel>({
  path: '/assessments',
  name: 'assessment.assessments',
  title: 'Assessment',
  allow: 'assessment.view',
  tab: 'assessments',
  view: async (ctx, opened) => {
    const base = `/case/${opened.crn}/assessments`
    const names = new Map(assessmentPurposes.on(ctx.today).value.map(one => [one.code, one.name]))
    const all = await assessmentsOf(ctx.tx, opened.group)
    const rows = all.flatMap((one): Row[] => {
      const state = assessmentState(one.acts)
      if (state === 'DELETED') return []
      return [
        {
          href: `${base}/${one.id}`,
          layer: layerWords[one.layer].name,
          purpose: names.get(one.purpose) ?? one.purpose,
          state: stateTags[state],
          opened: `${longDate(one.assessedOn)}, ${one.openedByName}`,
        },
      ]
    })
    const reviews = (await reviewsOf(ctx.tx, opened.group))
      .filter(one => one.closedAt === null)
      .map(one => ({ href: `/case/${opened.crn}/reviews/${one.id}`, words: reviewWords(one, ctx.today) }))
    return { reviews, rows, base, mayStart: ctx.can('assessment.write') }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Assessment</h1>
      {model.reviews.length > 0 && <Reviews reviews={model.reviews} />}
      {model.mayStart && <Button text="Start an assessment" href={`${model.base}/start`} />}
      {model.rows.length === 0 && <p class="govuk-body">Nobody has assessed this person yet.</p>}
      {model.rows.length > 0 && (
        <Table
          classes="app-table--stack"
          head={[{ text: 'Kind' }, { text: 'For' }, { text: 'Opened' }, { text: 'Where it stands' }]}
          rows={model.rows.map(row => [
            {
              html: (
                <a class="govuk-link" href={row.href}>
                  {row.layer}
                </a>
              ),
            },
            { text: row.purpose },
            { text: row.opened },
            { html: <Tag text={row.state.text} classes={`govuk-tag--${row.state.colour}`} /> },
          ])}
        />
      )}
    </>
  ),
})

function Reviews({ reviews }: { readonly reviews: readonly ReviewRow[] }) {
  return (
    <section class="app-card" aria-labelledby="reviews">
      <h2 class="govuk-heading-m" id="reviews">
        {plural(reviews.length, 'review')} due
      </h2>
      <ul class="govuk-list">
        {reviews.map(({ href, words }) => (
          <li>
            <a class="govuk-link" href={href}>
              {words.changed}
            </a>
            <span class="app-secondary">
              {words.due.text} {words.due.late && <Tag text="Late" classes="govuk-tag--red" />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const choice = z.string().default('')
const layers = ['L3.2', 'L3', 'L1', 'FAST', 'CSRP'] as const satisfies readonly Layer[]

type StartModel = {
  readonly purposes: readonly { readonly value: string; readonly text: string }[]
  readonly asks: 'open-already' | 'awaiting-countersignature' | null
  readonly asksHistoric: boolean
}

export const startPage = casePage<StartModel>({
  path: '/assessments/start',
  name: 'assessment.start',
  title: 'Start an assessment',
  allow: 'assessment.write',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: async (ctx, _opened, at) => {
    const asks = at.problems.find(one => one.field === 'continueOrLock')?.code
    return {
      purposes: assessmentPurposes.on(ctx.today).value.map(({ code, name }) => ({ value: code, text: name })),
      asks:
        asks === 'open-already' || asks === 'awaiting-countersignature'
          ? asks
          : at.answers.continueOrLock
            ? 'open-already'
            : null,
      asksHistoric: at.problems.some(one => one.field === 'cloneHistoric') || at.answers.cloneHistoric !== undefined,
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Start an assessment</h1>
      <p class="govuk-body">
        Before you open it in an appointment: close other records and mail, and keep the screen to yourself.
      </p>
      <Form intent="start">
        <SelectField name="purpose" label="What is it for?" choices={model.purposes} />
        <ChoiceField
          name="layer"
          label="How deep does it go?"
          choices={layers.map(value => ({ value, text: layerWords[value].name, hint: layerWords[value].about }))}
        />
        {model.asks && (
          <ChoiceField
            name="continueOrLock"
            label={
              model.asks === 'awaiting-countersignature'
                ? 'One is awaiting countersignature. What do you want to do?'
                : 'One is open already. What do you want to do?'
            }
            choices={[
              { value: 'continue', text: 'Go on with it' },
              { value: 'lock', text: 'Lock it incomplete and start another' },
            ]}
          />
        )}
        {model.asksHistoric && (
          <ChoiceField
            name="cloneHistoric"
            label="Begin with the answers of an earlier period of supervision?"
            choices={[
              { value: 'yes', text: 'Yes, each marked with its day' },
              { value: 'no', text: 'No, begin empty' },
            ]}
          />
        )}
        <Button text="Start" />
      </Form>
      <p class="govuk-body-s app-secondary">Which kinds fit which purpose is our assumption.</p>
    </>
  ),
  posts: {
    start: casePost({
      allow: 'assessment.write',
      form: z.object({ purpose: choice, layer: choice, continueOrLock: choice, cloneHistoric: choice }),
      run: async (ctx, opened, form) => {
        const layer = layers.find(one => one === form.layer)
        const continueOrLock = (['continue', 'lock'] as const).find(one => one === form.continueOrLock)
        const done = await startAssessment(ctx, {
          personId: opened.personId,
          purpose: form.purpose,
          // An unknown kind is refused as one that does not fit the purpose.
          layer: layer ?? (form.layer as Layer),
          periodId: await periodOf(ctx, opened.group),
          ...(continueOrLock ? { continueOrLock } : {}),
          ...(form.cloneHistoric === '' ? {} : { cloneHistoric: form.cloneHistoric === 'yes' }),
        })
        if (!done.ok) return done
        const { id, continued, carried } = done.value
        const say = continued
          ? 'This is the assessment that was open'
          : carried > 0
            ? `Started with ${plural(carried, 'answer')} carried forward`
            : 'Started'
        return ok({ to: `/case/${opened.crn}/assessments/${id}`, say })
      },
    }),
  },
})
