import { z } from 'zod'
import { BackLink, Button, Checkboxes, InsetText, MojSearch } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, problems } from '../../../platform/errors/index.ts'
import { keepPreference, readPreference } from '../../../platform/preferences/index.ts'
import { Form, page, post, useProblem } from '../../../platform/web/index.ts'
import { plural } from '../../../platform/words/index.ts'
import { activeCourts, type Court } from '../../organisation/index.ts'
import { courtCounts } from '../queries/court-counts.ts'
import { caseListDays } from '../rules/list-days.ts'
import { type ChooseCourtsModel, chooseCourtsView } from './choose-courts.view.ts'
import { type Count, type MyCourtsModel, myCourtsView } from './my-courts.view.ts'
import { RowsTable } from './rows-table.tsx'

const chosenName = 'court.my-courts'
const codesShape = z.array(z.string())

/** The courts this user chose, by name; until they choose, those of their account. */
export async function chosenCourts(ctx: Context, all: readonly Court[]): Promise<readonly Court[]> {
  const codes = await readPreference(ctx, chosenName, codesShape, [...ctx.viewer.courtCodes])
  return all.filter(court => codes.includes(court.code))
}

export const myCourtsPage = page<MyCourtsModel>({
  path: '/courts',
  name: 'court.my-courts',
  title: 'My courts',
  allow: 'court.see-list',
  section: 'courts',
  async view(ctx) {
    const courts = await chosenCourts(ctx, await activeCourts(ctx.tx, ctx.today))
    const { from, to } = caseListDays(ctx.today)
    const counts = await courtCounts(
      ctx.tx,
      courts.map(court => court.code),
      from,
      to,
    )
    return myCourtsView(courts, counts, ctx.today)
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">My courts</h1>
      {model.courts.length === 0 ? (
        <>
          <p class="govuk-body">
            You have not chosen a court yet. Choose the courts you work at to see their lists here.
          </p>
          <Button href="/courts/choose" text="Choose courts" />
        </>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href="/courts/choose">
            Choose other courts
          </a>
        </p>
      )}
      {model.courts.map(court => (
        <CourtCounts court={court} />
      ))}
    </>
  ),
})

function CourtCounts({ court }: { readonly court: MyCourtsModel['courts'][number] }) {
  return (
    <section aria-labelledby={`court-${court.code}`} class="govuk-!-margin-bottom-7">
      <h2 class="govuk-heading-m" id={`court-${court.code}`}>
        {court.name}
      </h2>
      {court.days.length === 0 ? (
        <p class="govuk-body">
          The court has sent no list for today or later.{' '}
          <a class="govuk-link" href={court.todayHref}>
            Open today’s list
          </a>
        </p>
      ) : (
        <RowsTable
          caption={`Lists of ${court.name}`}
          head={[
            { text: 'Day' },
            ...['Cases', 'To prepare', 'Possible matches', 'Breach', 'Outcome to add'].map(text => ({
              text,
              numeric: true,
            })),
          ]}
          groups={[
            {
              rows: court.days.map(day => [
                <>
                  <a class="govuk-link" href={day.href}>
                    {day.heading}
                  </a>
                  {day.hidden && <span class="app-secondary">{day.hidden}</span>}
                </>,
                countLink(day.listed, 'cases'),
                countLink(day.toPrepare, 'to prepare'),
                countLink(day.possible, 'possible matches'),
                countLink(day.breach, 'in breach'),
                countLink(day.outcomeToAdd, 'outcomes to add'),
              ]),
            },
          ]}
        />
      )}
      {court.behind.length > 0 && (
        <InsetText>
          <p class="govuk-body">Still to add from days gone by:</p>
          <ul class="govuk-list govuk-!-margin-bottom-0">
            {court.behind.map(day => (
              <li>
                <a class="govuk-link" href={day.href}>
                  {day.text}
                </a>
              </li>
            ))}
          </ul>
        </InsetText>
      )}
    </section>
  )
}

function countLink(count: Count, what: string) {
  return (
    <a class="govuk-link" href={count.href}>
      {count.number}
      <span class="govuk-visually-hidden"> {what}</span>
    </a>
  )
}

export const chooseCourtsPage = page<ChooseCourtsModel>({
  path: '/courts/choose',
  name: 'court.choose-courts',
  title: 'Choose your courts',
  allow: 'court.see-list',
  section: 'courts',
  async view(ctx, at) {
    const all = await activeCourts(ctx.tx, ctx.today)
    return chooseCourtsView(all, await chosenCourts(ctx, all), at.query.one('q'))
  },
  before: () => <BackLink href="/courts" text="My courts" />,
  body: model => (
    <>
      <h1 class="govuk-heading-l">Choose your courts</h1>
      <MojSearch
        action="/courts/choose"
        label={{ text: 'Search by name, area or court code', classes: 'govuk-label--s' }}
        input={{ id: 'q', name: 'q', value: model.search }}
        button={{ text: 'Search' }}
      />
      <Form action={model.action}>
        <ChosenCourts model={model} />
        <Button text="Save my courts" />
      </Form>
    </>
  ),
  posts: {
    '': post({
      allow: 'court.see-list',
      form: z.object({
        courts: z.union([z.string().transform(one => [one]), z.array(z.string())]).default([]),
        shown: z.union([z.string().transform(one => [one]), z.array(z.string())]).default([]),
      }),
      async run(ctx, form) {
        const all = await activeCourts(ctx.tx, ctx.today)
        const before = await chosenCourts(ctx, all)
        const notShown = before.filter(court => !form.shown.includes(court.code))
        const chosen = all.filter(court => form.courts.includes(court.code) || notShown.includes(court))
        if (chosen.length === 0) {
          return problems({ field: 'courts', code: 'none-chosen', text: 'Choose at least one court' })
        }
        await keepPreference(
          ctx,
          chosenName,
          chosen.map(court => court.code),
        )
        return ok({ to: '/courts', say: `${plural(chosen.length, 'court')} saved` })
      },
    }),
  },
})

function ChosenCourts({ model }: { readonly model: ChooseCourtsModel }) {
  return (
    <>
      {model.items.map(item => (
        <input type="hidden" name="shown" value={item.value} />
      ))}
      {model.items.length === 0 ? (
        <p class="govuk-body">{model.summary}. Try part of the name, such as a town.</p>
      ) : (
        <Checkboxes
          name="courts"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: model.summary, classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={useProblem('courts')}
          items={model.items}
        />
      )}
      {model.more && <p class="govuk-body">{model.more}</p>}
    </>
  )
}
