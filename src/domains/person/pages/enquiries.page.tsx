import { z } from 'zod'
import { Button, SummaryList, Tag } from '../../../platform/components/index.ts'
import { type Choice, DayField, Form, LongTextField, SelectField, TextField } from '../../../platform/web/index.ts'
import { askEnquiry } from '../commands/ask-enquiry.ts'
import { enquiryKinds } from '../parameters/enquiry-kinds.ts'
import { enquiriesOf } from '../queries/enquiries-of.ts'
import { casePage, casePost } from './case-page.tsx'
import { dayTyped } from './day-typed.ts'
import { type EnquiriesView, type EnquiryView, enquiriesView } from './enquiries.view.ts'

const text = z.string().default('')

export const enquiriesPage = casePage<EnquiriesView>({
  path: '/enquiries',
  name: 'person.enquiries',
  title: 'Enquiries',
  allow: 'person.see-enquiries',
  tab: 'enquiries',
  view: async (ctx, opened) =>
    enquiriesView(await enquiriesOf(ctx.tx, opened.group), opened.crn, ctx.today, ctx.can('person.enquire')),
  body: model => (
    <>
      <h1 class="govuk-heading-l">Enquiries</h1>
      <p class="govuk-body">
        What other agencies were asked, and what they answered. Nobody can sign that nothing is known before these two
        are answered or closed as sent, not returned.
      </p>
      <SummaryList
        rows={model.needed.map(({ kind, tag }) => ({
          key: { text: kind },
          value: { html: <Tag text={tag.text} classes={`govuk-tag--${tag.colour}`} /> },
        }))}
      />
      {model.mayEnquire && (
        <Button text="Record an enquiry" href={`${model.base}/ask`} classes="govuk-button--secondary" />
      )}
      {model.enquiries.length === 0 && <p class="govuk-body">Nobody has been asked about this person yet.</p>}
      {model.enquiries.map(enquiry => (
        <Enquiry enquiry={enquiry} href={enquiry.href} />
      ))}
      <p class="govuk-body govuk-hint">
        When an enquiry counts as overdue is an assumption: no published period was found.
      </p>
    </>
  ),
})

export function Enquiry({ enquiry, href }: { readonly enquiry: EnquiryView; readonly href: string | null }) {
  return (
    <section class="app-card" aria-labelledby={`enquiry-${enquiry.id}`}>
      <h2 class="govuk-heading-s" id={`enquiry-${enquiry.id}`}>
        {enquiry.kind} <Tag text={enquiry.tag.text} classes={`govuk-tag--${enquiry.tag.colour}`} />
      </h2>
      <p class="govuk-body">
        {enquiry.askedOf}
        <span class="app-secondary">{enquiry.asked}</span>
        {enquiry.due && <span class="app-secondary">{enquiry.due}</span>}
      </p>
      {enquiry.question && <p class="govuk-body app-kept-text">{enquiry.question}</p>}
      {enquiry.steps.map(step => (
        <p class="govuk-body app-kept-text">
          {step.what}
          <span class="app-secondary">{step.who}</span>
          {step.thirdParty && <span class="app-secondary">Holds third-party or victim information: not disclosed</span>}
          {step.words && <span class="app-secondary app-kept-text">{step.words}</span>}
        </p>
      ))}
      {href && (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            Chase, answer or close<span class="govuk-visually-hidden"> {enquiry.kind}</span>
          </a>
        </p>
      )}
    </section>
  )
}

export const askEnquiryPage = casePage<readonly Choice[]>({
  path: '/enquiries/ask',
  name: 'person.ask-enquiry',
  title: 'Record an enquiry',
  allow: 'person.enquire',
  tab: 'enquiries',
  back: { path: '/enquiries', text: 'Enquiries' },
  view: async ctx => enquiryKinds.on(ctx.today).value.map(({ code, name }) => ({ value: code, text: name })),
  body: choices => (
    <>
      <h1 class="govuk-heading-l">Record an enquiry</h1>
      <Form intent="ask">
        <SelectField name="kind" label="What kind of enquiry?" choices={choices} />
        <TextField name="askedOf" label="Who did you ask?" hint="Office, team or person" wide />
        <LongTextField name="question" label="What did you ask? (optional)" />
        <DayField name="askedOn" label="When did you ask?" hint="For example, today or 27 3 2026" value="today" />
        <Button text="Record the enquiry" />
      </Form>
    </>
  ),
  posts: {
    ask: casePost({
      allow: 'person.enquire',
      form: z.object({ kind: text, askedOf: text, question: text, askedOn: text }),
      run: async (ctx, opened, form) => {
        const askedOn = dayTyped(form.askedOn, 'askedOn', ctx.today)
        if (!askedOn.ok) return askedOn
        const done = await askEnquiry(ctx, { ...form, personId: opened.personId, askedOn: askedOn.value })
        if (!done.ok) return done
        return { ok: true, value: { to: `/case/${opened.crn}/enquiries`, say: 'The enquiry is recorded' } }
      },
    }),
  },
})
