import { z } from 'zod'
import type { StaffAccount } from '../../../platform/access/index.ts'
import { BackLink, Button } from '../../../platform/components/index.ts'
import { ok } from '../../../platform/errors/index.ts'
import { DayField, Form, page, post, SelectField, TextField } from '../../../platform/web/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { RowsTable } from '../../court/index.ts'
import { reportWriters } from '../commands/allocate-request.ts'
import { setWriterHours, type WriterHours, writerHoursOn } from '../commands/set-writer-hours.ts'
import { dayTyped } from './form-answers.ts'

const text = z.string().default('')

/** How many hours a week each writer has for court reports. */
export const writerHoursPage = page<{
  readonly hours: readonly WriterHours[]
  readonly writers: readonly StaffAccount[]
}>({
  path: '/reports/hours',
  name: 'advice.writer-hours',
  title: 'Hours of writers',
  allow: 'advice.allocate',
  section: 'reports',
  view: async ctx => ({ hours: await writerHoursOn(ctx.tx, ctx.today), writers: await reportWriters(ctx) }),
  before: () => <BackLink href="/reports" text="Court reports" />,
  body: ({ hours, writers }) => (
    <>
      <h1 class="govuk-heading-l">Hours of writers</h1>
      {hours.length === 0 ? (
        <p class="govuk-body">Nobody’s hours are set: they are not known.</p>
      ) : (
        <RowsTable
          caption="Hours a week for court reports"
          head={[{ text: 'Writer' }, { text: 'Hours a week', numeric: true }, { text: 'Since' }]}
          groups={[{ rows: hours.map(one => [one.name, plural(one.hoursAWeek, 'hour'), longDate(one.fromDay)]) }]}
        />
      )}
      <Form intent="set">
        <SelectField
          name="writer"
          label="Writer"
          choices={writers.map(one => ({ value: one.username, text: one.name }))}
        />
        <TextField name="hours" label="Hours a week for court reports" />
        <DayField name="fromDay" label="Since" hint="For example, today or 27 3 2026" value="today" />
        <Button text="Set the hours" />
      </Form>
    </>
  ),
  posts: {
    set: post({
      allow: 'advice.allocate',
      form: z.object({ writer: text, hours: text, fromDay: text }),
      run: async (ctx, form) => {
        const day = dayTyped(form.fromDay, 'fromDay', ctx.today)
        if (!day.ok) return day
        const done = await setWriterHours(ctx, { ...form, fromDay: day.value })
        return done.ok ? ok({ to: '/reports/hours', say: 'The hours are set' }) : done
      },
    }),
  },
})
