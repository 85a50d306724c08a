import { Button, Details } from '../../../platform/components/index.ts'
import type { Decision } from '../../../platform/rules/index.ts'
import {
  ChoiceField,
  DayField,
  Form,
  LongTextField,
  SelectField,
  TextField,
  useUi,
} from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import type { TriageAnswers } from '../request-model.ts'
import { deliveryWords, depthWords } from '../request-words.ts'
import type { BeforePleaReply } from '../rules/before-plea.ts'
import type { RequestState } from '../rules/request-state.ts'
import { triageReasonText } from '../triage-words.ts'
import type { RequestModel } from './request.page.tsx'

type Of = { readonly model: RequestModel }
const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

export function RequiredByForm() {
  return (
    <Details summaryText="The court needs it by another day">
      <Form intent="required-by">
        <DayField name="requiredBy" label="Needed by" hint="A day on which the court sits" />
        <TextField name="requiredByReason" label="Why (optional)" wide />
        <Button text="Change the day" classes="govuk-button--secondary" />
      </Form>
    </Details>
  )
}

const replyWords: Readonly<Record<BeforePleaReply, string>> = {
  granted: 'Granted',
  refused: 'Refused',
  'refused-incomplete': 'Refused: incomplete. Say what is missing',
  'refused-insufficient-time': 'Refused: not enough time. Invite a request to vary the hearing date',
}

export function ReplyForm({ reply }: { readonly reply: Decision<BeforePleaReply> }) {
  return (
    <section class="app-card" aria-labelledby="reply-heading">
      <h2 class="govuk-heading-m" id="reply-heading">
        Answer the defence
      </h2>
      <p class="govuk-body">
        The conditions come to: <strong>{replyWords[reply.outcome]}</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {reply.reasons.map(one => (
          <li>{triageReasonText(one)}</li>
        ))}
      </ul>
      <Form intent="reply">
        <ChoiceField name="reply" label="Reply" value={reply.outcome} choices={choices(replyWords)} />
        <LongTextField name="replyReason" label="Why, or what is missing (needed for a refusal)" />
        <Button text="Record the reply" />
      </Form>
    </section>
  )
}

export function PleaForm() {
  return (
    <Details summaryText="Record the plea">
      <Form intent="plea">
        <ChoiceField
          name="plea"
          label="What was pleaded?"
          choices={[
            { value: 'guilty', text: 'Guilty to all' },
            { value: 'not-guilty', text: 'Not guilty', hint: 'The report is sealed: not used and not disclosed' },
          ]}
        />
        <Button text="Record the plea" classes="govuk-button--secondary" />
      </Form>
    </Details>
  )
}

const questions: readonly {
  readonly name: Exclude<keyof TriageAnswers, 'custodyMonthsLikely'>
  readonly text: string
}[] = [
  { name: 'courtIndicatesCustody', text: 'Has the court indicated custody?' },
  { name: 'dangerousness', text: 'Does the court need an assessment of dangerousness?' },
  { name: 'domesticAbuse', text: 'Is domestic abuse part of the offence?' },
  { name: 'treatment', text: 'Is a treatment requirement considered?' },
  { name: 'careHistory', text: 'Has the person been in care?' },
]

const known = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no')

export function TriageForms({ model }: Of) {
  const ui = useUi()
  const { request } = model
  if (!ui.can('advice.allocate')) return null
  const { answers } = request.facts
  const { triage } = request
  return (
    <>
      <Details summaryText="Answer what no record holds">
        <Form intent="answers">
          <input type="hidden" name="version" value={request.version} />
          {questions.map(({ name, text }) => (
            <SelectField
              name={name}
              label={text}
              value={known(answers[name])}
              choices={[
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No' },
              ]}
            />
          ))}
          <TextField
            name="custodyMonthsLikely"
            label="Months of custody that are likely (optional)"
            value={answers.custodyMonthsLikely === null ? '' : String(answers.custodyMonthsLikely)}
          />
          <Button text="Work out the suggestion again" classes="govuk-button--secondary" />
        </Form>
      </Details>
      <Form intent="triage">
        <input type="hidden" name="version" value={request.version} />
        <ChoiceField
          name="depth"
          label={triage?.decision ? 'Decide again' : 'Decide what the court is given'}
          value={triage?.decision?.depth ?? triage?.suggestedDepth ?? ''}
          choices={choices(depthWords)}
        />
        <SelectField
          name="delivery"
          label="How it is given"
          value={triage?.decision?.delivery ?? triage?.suggestedDelivery ?? ''}
          choices={choices(deliveryWords)}
        />
        <LongTextField name="differsBecause" label="Why it differs from the suggestion (if it does)" rows={2} />
        <Button text="Record the decision" classes="govuk-button--secondary" />
      </Form>
    </>
  )
}

export function AllocateForm({ model }: Of) {
  const { writer } = model.request
  return (
    <section aria-labelledby="writer-heading">
      <h2 class="govuk-heading-m" id="writer-heading">
        Writer
      </h2>
      <p class="govuk-body">{writer ? `${writer.name} writes the report.` : 'Nobody writes the report yet.'}</p>
      <Form intent="allocate">
        <SelectField
          name="writer"
          label={writer ? 'Give it to somebody else' : 'Give it to'}
          choices={model.writers.map(one => ({ value: one.username, text: one.name }))}
        />
        {writer && <TextField name="allocateReason" label="Why" hint="What is written so far is kept" wide />}
        <Button text="Allocate" classes="govuk-button--secondary" />
      </Form>
    </section>
  )
}

const howWords = { 'in-person': 'In person', phone: 'By phone', video: 'By video' } as const

export function InterviewForms({ model }: Of) {
  const ui = useUi()
  const { interviews, view } = model
  const writing = ['REQUESTED', 'ALLOCATED', 'IN_PROGRESS'].includes(model.request.state)
  const may = ui.can('advice.write') && view.may['interview-booked'] && model.request.state !== 'AWAITING_REPLY'
  const mayBook = may && writing
  if (interviews.length === 0 && !mayBook) return null
  const open = interviews.find(one => one.outcome === null && one.day <= model.today)
  return (
    <section aria-labelledby="interview">
      <h2 class="govuk-heading-m" id="interview">
        Interview
      </h2>
      <ul class="govuk-list">
        {interviews.map(one => (
          <li>
            {longDate(one.day)} at {one.startsAt}, {howWords[one.how].toLowerCase()}
            {one.place && `, ${one.place}`}
            {one.language && `, interpreter for ${one.language}`}
            {one.outcome === 'attended' && ': held'}
            {one.outcome === 'missed' && ': missed'}
            {one.outcomeReason && ` (${one.outcomeReason})`}
          </li>
        ))}
      </ul>
      {may && open && (
        <Form intent="interview">
          <input type="hidden" name="interview" value={open.id} />
          <ChoiceField
            name="outcome"
            label={`How did the interview of ${longDate(open.day)} go?`}
            choices={[
              { value: 'attended', text: 'It was held' },
              { value: 'missed', text: 'The person did not come' },
            ]}
          />
          <TextField name="interviewReason" label="More (optional)" wide />
          <Button text="Record the interview" classes="govuk-button--secondary" />
        </Form>
      )}
      {mayBook && (
        <Details summaryText={interviews.length === 0 ? 'Book an interview' : 'Book another interview'}>
          <Form intent="book">
            <DayField name="day" label="Day" />
            <TextField name="startsAt" label="Time" hint="For example, 9:30am or 14:30" />
            <SelectField name="how" label="How" choices={choices(howWords)} />
            <TextField name="place" label="Where, or the number or link" wide />
            <TextField
              name="language"
              label="Interpreter for (optional)"
              hint="The language"
              value={model.request.facts.interpreter}
            />
            <TextField name="details" label="More (optional)" wide />
            <Button text="Book the interview" classes="govuk-button--secondary" />
          </Form>
        </Details>
      )}
    </section>
  )
}

/** A sentence on record marks the report used by itself; staff correct it here. */
export function UseForm({ state }: { readonly state: RequestState }) {
  const choices = [
    ...(state === 'USED' ? [] : [{ value: 'used', text: 'Yes' }]),
    ...(state === 'NOT_USED' ? [] : [{ value: 'not-used', text: 'No' }]),
  ]
  return (
    <section aria-labelledby="use-heading">
      <h2 class="govuk-heading-m" id="use-heading">
        After sentence
      </h2>
      <Form intent="use">
        {state !== 'DELIVERED' && (
          <p class="govuk-body">
            {state === 'USED' ? 'The court used the report.' : 'The court did not use the report.'} Correct it here if
            that is wrong.
          </p>
        )}
        <ChoiceField name="use" label="Did the court use the report?" choices={choices} />
        <TextField name="useReason" label="Why not (needed for no)" wide />
        <Button text="Record it" classes="govuk-button--secondary" />
      </Form>
    </section>
  )
}

export function EndForm({ model }: Of) {
  const ui = useUi()
  const { may } = model.view
  const steps = [
    may.withdrawn &&
      ui.can('advice.allocate') && {
        value: 'withdrawn',
        text: 'Withdrawn',
        hint: 'Such as sentenced without a report',
      },
    may['not-completed'] &&
      ui.can('advice.write') && {
        value: 'not-completed',
        text: 'Could not be completed',
        hint: 'Did not come, refused, or not enough time. Tell the court',
      },
    may.reopened &&
      ui.can('advice.write') && {
        value: 'reopened',
        text: 'Open it again',
        hint: 'A new version; the old one is kept',
      },
  ].filter(step => typeof step === 'object')
  if (steps.length === 0) return null
  return (
    <Details summaryText="Withdraw, give up or open again">
      <Form intent="end">
        <ChoiceField name="step" label="What happened?" choices={steps} />
        <LongTextField name="endReason" label="Why" rows={2} />
        <Button text="Record it" classes="govuk-button--warning" />
      </Form>
    </Details>
  )
}
