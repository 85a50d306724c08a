import { z } from 'zod'
import { BackLink, Button, Details } from '../../../platform/components/index.ts'
import { ok } from '../../../platform/errors/index.ts'
import { type Choice, DayField, Form, page, post, SelectField, TextField } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { RowsTable } from '../../court/index.ts'
import { activeCourts, allCourts } from '../../organisation/index.ts'
import { endPilot, markPilot, type PilotCourt, pilotCourts } from '../commands/mark-pilot.ts'
import { dayTyped } from './form-answers.ts'

const text = z.string().default('')

type PilotsModel = {
  readonly pilots: readonly (PilotCourt & { readonly court: string })[]
  readonly courts: readonly Choice[]
}

/** Which courts are pilots, and since when. */
export const pilotsPage = page<PilotsModel>({
  path: '/reports/pilots',
  name: 'advice.pilots',
  title: 'Pilot courts',
  allow: 'advice.pilot',
  section: 'reports',
  async view(ctx) {
    const names = new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name]))
    const courts = await activeCourts(ctx.tx, ctx.today)
    return {
      pilots: (await pilotCourts(ctx.tx)).map(one => ({ ...one, court: names.get(one.courtCode) ?? one.courtCode })),
      courts: courts.map(court => ({ value: court.code, text: court.name })),
    }
  },
  before: () => <BackLink href="/reports" text="Court reports" />,
  body: ({ pilots, courts }) => (
    <>
      <h1 class="govuk-heading-l">Pilot courts</h1>
      <p class="govuk-body">
        <a class="govuk-link" href="/reports/pilots/comparison">
          Compare pilot courts with other courts
        </a>
      </p>
      {pilots.length === 0 ? (
        <p class="govuk-body">No court is a pilot.</p>
      ) : (
        <RowsTable
          caption="Pilot courts"
          head={[{ text: 'Court' }, { text: 'First day' }, { text: 'Last day' }, { text: 'Note' }]}
          groups={[
            {
              rows: pilots.map(one => [
                one.court,
                longDate(one.fromDay),
                one.toDay ? longDate(one.toDay) : 'Goes on',
                one.note ?? '',
              ]),
            },
          ]}
        />
      )}
      <Form intent="mark">
        <h2 class="govuk-heading-m">Mark a court</h2>
        <SelectField name="court" label="Court" choices={courts} />
        <DayField name="fromDay" label="First day" hint="For example, today or 27 3 2026" />
        <TextField name="note" label="Note (optional)" wide />
        <Button text="Mark as a pilot" />
      </Form>
      {pilots.some(one => one.toDay === null) && (
        <Details summaryText="End a pilot">
          <Form intent="end">
            <SelectField
              name="pilot"
              label="Pilot"
              choices={pilots
                .filter(one => one.toDay === null)
                .map(one => ({ value: `${one.id} ${one.version}`, text: one.court }))}
            />
            <DayField name="toDay" label="Last day" />
            <Button text="End the pilot" classes="govuk-button--warning" />
          </Form>
        </Details>
      )}
    </>
  ),
  posts: {
    mark: post({
      allow: 'advice.pilot',
      form: z.object({ court: text, fromDay: text, note: text }),
      run: async (ctx, form) => {
        const day = dayTyped(form.fromDay, 'fromDay', ctx.today)
        if (!day.ok) return day
        const done = await markPilot(ctx, { courtCode: form.court, fromDay: day.value, note: form.note })
        return done.ok ? ok({ to: '/reports/pilots', say: 'The court is marked' }) : done
      },
    }),
    end: post({
      allow: 'advice.pilot',
      form: z.object({ pilot: z.string().min(1, 'Choose the pilot'), toDay: text }),
      run: async (ctx, form) => {
        const day = dayTyped(form.toDay, 'toDay', ctx.today)
        if (!day.ok) return day
        const [id = '', version = ''] = form.pilot.split(' ')
        const done = await endPilot(ctx, { id, version: Number(version), toDay: day.value })
        return done.ok ? ok({ to: '/reports/pilots', say: 'The pilot is ended' }) : done
      },
    }),
  },
})
