import { z } from 'zod'
import { Button, Checkboxes } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { ChoiceField, DayField, Form, LongTextField, useAnswer } from '../../../platform/web/index.ts'
import { answerEnquiry, chaseEnquiry, closeEnquiryUnreturned } from '../commands/follow-enquiry.ts'
import { type EnquiryOnRecord, enquiriesOf } from '../queries/enquiries-of.ts'
import type { OpenCase } from '../queries/open-case.ts'
import { casePage, casePost } from './case-page.tsx'
import { dayTyped } from './day-typed.ts'
import { Enquiry } from './enquiries.page.tsx'
import { type EnquiryView, enquiryView } from './enquiries.view.ts'

const text = z.string().default('')
const version = z.coerce.number('Open the page again')
const today = 'For example, today or 27 3 2026'

export const enquiryPage = casePage<{ readonly view: EnquiryView; readonly version: number; readonly may: boolean }>({
  path: '/enquiries/:enquiry',
  name: 'person.enquiry',
  title: 'One enquiry',
  allow: 'person.see-enquiries',
  tab: 'enquiries',
  back: { path: '/enquiries', text: 'Enquiries' },
  view: async (ctx, opened, at) => {
    const enquiry = await enquiryOf(ctx, opened, at.params.enquiry)
    return {
      view: enquiryView(enquiry, opened.crn, ctx.today),
      version: enquiry.version,
      may: ctx.can('person.enquire'),
    }
  },
  body: ({ view, version: seen, may }) => (
    <>
      <h1 class="govuk-heading-l">{view.kind}</h1>
      <Enquiry enquiry={view} href={null} />
      {may && view.standing !== 'answered' && <AnswerForm seen={seen} />}
      {may && view.standing !== 'answered' && (
        <div class="app-beside">
          <Form intent="chase">
            <h2 class="govuk-heading-m">Chase it</h2>
            <input type="hidden" name="version" value={seen} />
            <DayField name="chasedOn" label="When did you remind them?" hint={today} value="today" />
            <LongTextField name="chaseNote" label="Note (optional)" rows={2} />
            <Button text="Record the reminder" classes="govuk-button--secondary" />
          </Form>
          {view.standing !== 'not-returned' && (
            <Form intent="close">
              <h2 class="govuk-heading-m">Close it as sent, not returned</h2>
              <input type="hidden" name="version" value={seen} />
              <DayField name="closedOn" label="When did you stop waiting?" hint={today} value="today" />
              <LongTextField name="closeNote" label="Note (optional)" rows={2} />
              <Button text="Close as sent, not returned" classes="govuk-button--warning" />
            </Form>
          )}
        </div>
      )}
    </>
  ),
  posts: {
    answer: casePost({
      allow: 'person.enquire',
      form: z.object({
        ...{ answeredOn: text, answer: text, thirdParty: text, version },
        found: z.enum(['nothing-known', 'something-known'], 'Choose whether they hold anything'),
      }),
      run: async (ctx, opened, form, at) => {
        const answeredOn = dayTyped(form.answeredOn, 'answeredOn', ctx.today)
        if (!answeredOn.ok) return answeredOn
        const { id, personId } = await enquiryOf(ctx, opened, at.params.enquiry)
        const thirdParty = form.thirdParty === 'yes'
        const done = await answerEnquiry(ctx, { ...form, id, personId, answeredOn: answeredOn.value, thirdParty })
        return done.ok ? backToEnquiries(opened, 'The answer is recorded') : done
      },
    }),
    chase: casePost({
      allow: 'person.enquire',
      form: z.object({ chasedOn: text, chaseNote: text, version }),
      run: async (ctx, opened, form, at) => {
        const chasedOn = dayTyped(form.chasedOn, 'chasedOn', ctx.today)
        if (!chasedOn.ok) return chasedOn
        const { id, personId } = await enquiryOf(ctx, opened, at.params.enquiry)
        const followed = { id, personId, version: form.version, chasedOn: chasedOn.value, note: form.chaseNote }
        const done = await chaseEnquiry(ctx, followed)
        return done.ok ? backToEnquiries(opened, 'The reminder is recorded') : done
      },
    }),
    close: casePost({
      allow: 'person.enquire',
      form: z.object({ closedOn: text, closeNote: text, version }),
      run: async (ctx, opened, form, at) => {
        const closedOn = dayTyped(form.closedOn, 'closedOn', ctx.today)
        if (!closedOn.ok) return closedOn
        const { id, personId } = await enquiryOf(ctx, opened, at.params.enquiry)
        const followed = { id, personId, version: form.version, closedOn: closedOn.value, note: form.closeNote }
        const done = await closeEnquiryUnreturned(ctx, followed)
        return done.ok ? backToEnquiries(opened, 'The enquiry is closed as sent, not returned') : done
      },
    }),
  },
})

function AnswerForm({ seen }: { readonly seen: number }) {
  return (
    <Form intent="answer">
      <h2 class="govuk-heading-m">Record the answer</h2>
      <input type="hidden" name="version" value={seen} />
      <DayField name="answeredOn" label="When did they answer?" hint={today} value="today" />
      <ChoiceField
        name="found"
        label="Do they hold anything about this person?"
        choices={[
          { value: 'nothing-known', text: 'No, nothing is known' },
          { value: 'something-known', text: 'Yes, they told us something' },
        ]}
      />
      <LongTextField name="answer" label="What did they tell you?" rows={6} />
      <Checkboxes
        name="thirdParty"
        values={[useAnswer('thirdParty')]}
        items={[{ value: 'yes', text: 'This holds information about a victim or another person: never disclose it' }]}
      />
      <Button text="Record the answer" />
    </Form>
  )
}

async function enquiryOf(ctx: Context, opened: OpenCase, id: string | undefined): Promise<EnquiryOnRecord> {
  const enquiry = (await enquiriesOf(ctx.tx, opened.group)).find(one => one.id === id)
  if (!enquiry) throw new NotFound('There is no such enquiry on this record.')
  return enquiry
}

function backToEnquiries(opened: OpenCase, say: string) {
  return { ok: true as const, value: { to: `/case/${opened.crn}/enquiries`, say } }
}
