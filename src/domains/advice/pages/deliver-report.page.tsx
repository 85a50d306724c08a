import { z } from 'zod'
import { atLondon, readDate, readTime } from '../../../platform/calendar/index.ts'
import { Button } from '../../../platform/components/index.ts'
import { ok, problems } from '../../../platform/errors/index.ts'
import { ChoiceField, DayField, Form, LongTextField, TextField } from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { deliverReport } from '../commands/deliver-report.ts'
import { deliveryWords } from '../report-words.ts'
import { reportPath } from './report-addresses.ts'
import { requestOf } from './request-of.ts'

const text = z.string().default('')

/** Records how, when and by whom the signed report reached the court. */
export const deliverReportPage = casePage<{ readonly path: string }>({
  path: '/reports/:request/report/deliver',
  name: 'advice.deliver-report',
  title: 'Record how the report reached the court',
  allow: 'advice.deliver',
  tab: null,
  view: async (ctx, opened, at) => ({ path: reportPath(opened.crn, (await requestOf(ctx, opened, at)).id) }),
  body: ({ path }) => (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={path}>
          The report
        </a>
      </p>
      <h1 class="govuk-heading-l">How the report reached the court</h1>
      <Form intent="deliver">
        <ChoiceField
          name="way"
          label="How?"
          choices={Object.entries(deliveryWords).map(([value, words]) => ({ value, text: words }))}
        />
        <DayField name="day" label="Day" hint="For example, today or 27 3 2026" value="today" />
        <TextField name="time" label="Time" hint="For example, 9:30am" />
        <TextField name="spokenBy" label="Who gave it in court (only by word of mouth)" />
        <LongTextField name="writtenNote" label="Note of what was said (only by word of mouth)" />
        <Button text="Record the delivery" preventDoubleClick />
      </Form>
    </>
  ),
  posts: {
    deliver: casePost({
      allow: 'advice.deliver',
      form: z.object({
        way: z.enum(['court-store', 'digital-case-system', 'spoken-in-court'], 'Choose how it reached the court'),
        ...{ day: text, time: text, spokenBy: text, writtenNote: text },
      }),
      run: async (ctx, opened, form, at) => {
        const day = readDate(form.day, 'appointment', ctx.today)
        if (!day.ok) return problems({ field: 'day', code: day.problem.code, text: day.problem.message })
        const time = readTime(form.time)
        if (!time.ok) return problems({ field: 'time', code: time.problem.code, text: time.problem.message })
        const { personId, group } = opened
        const requestId = (await requestOf(ctx, opened, at)).id
        const { way, spokenBy, writtenNote } = form
        const deliveredAt = atLondon(day.date, time.time)
        const done = await deliverReport(ctx, { personId, group, requestId, way, deliveredAt, spokenBy, writtenNote })
        return done.ok ? ok({ to: reportPath(opened.crn, requestId), say: 'The delivery is recorded' }) : done
      },
    }),
  },
})
