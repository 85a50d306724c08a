import { Button, Checkboxes, Details, Radios, Select, Tag, Textarea } from '../../../platform/components/index.ts'
import { Form, useAnswer, useProblem, useUi } from '../../../platform/web/index.ts'
import { outcomeTypes } from '../rules/outcome-state.ts'
import { attendanceWords, preparationWords } from '../words.ts'
import type { OutcomeView, RemarkView } from './defendant-work.view.ts'

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** How far the case is prepared, and whether the defendant came. */
export function PreparationSection(props: {
  readonly version: number
  readonly preparation: string
  readonly prepared: string | null
  readonly attendance: string | null
}) {
  const ui = useUi()
  return (
    <section aria-labelledby="preparation">
      <h2 class="govuk-heading-m" id="preparation">
        Preparation
      </h2>
      {ui.can('court.prepare') ? (
        <Form intent="prepare">
          <input type="hidden" name="version" value={props.version} />
          <Radios
            name="preparation"
            classes="govuk-radios--small"
            fieldset={{ legend: { text: 'How far is this case prepared?', classes: 'govuk-fieldset__legend--s' } }}
            value={props.preparation}
            items={choices(preparationWords)}
            formGroup={{ classes: 'govuk-!-margin-bottom-3' }}
          />
          <Button text="Save preparation" classes="govuk-button--secondary" />
        </Form>
      ) : (
        <p class="govuk-body">{preparationWords[props.preparation]}</p>
      )}
      {props.prepared && <p class="govuk-body-s">{props.prepared}</p>}
      {ui.can('court.write-note') && (
        <Form intent="attendance">
          <input type="hidden" name="version" value={props.version} />
          <Select
            id="attendance"
            name="attendance"
            label={{ text: 'Attendance' }}
            value={props.attendance ?? ''}
            items={[{ value: '', text: 'Not recorded' }, ...choices(attendanceWords)]}
            formGroup={{ classes: 'govuk-!-margin-bottom-3' }}
          />
          <Button text="Save attendance" classes="govuk-button--secondary" />
        </Form>
      )}
    </section>
  )
}

/** The outcome of the hearing: what it is, who works on it, and the steps open to the viewer. */
export function OutcomeSection(props: {
  readonly outcome: OutcomeView | null
  readonly notRequired: boolean
  readonly version: number
  readonly suggested: readonly string[]
  readonly sentenceHref: string | null
  /** Where a court report is asked for. */
  readonly reportHref: string | null
}) {
  const { outcome, notRequired, version } = props
  const ui = useUi()
  return (
    <section aria-labelledby="outcome">
      <h2 class="govuk-heading-m" id="outcome">
        Outcome
      </h2>
      {props.reportHref && ui.can('court.record-outcome') && (
        <p class="govuk-body">
          <a class="govuk-link" href={props.reportHref}>
            Ask for a court report
          </a>
        </p>
      )}
      {outcome && (
        <>
          <p class="govuk-body">
            <strong>{outcome.words}</strong> <Tag text={outcome.stateWords} classes={outcomeLook[outcome.state]} />
          </p>
          <p class="govuk-body">With: {outcome.mine ? 'you' : outcome.who}</p>
          {outcome.heldReason && <p class="govuk-body">On hold because: {outcome.heldReason}</p>}
          {ui.can('court.assign-outcome') && <OutcomeSteps outcome={outcome} />}
        </>
      )}
      {!outcome && notRequired && <p class="govuk-body">Staff said that no outcome is required.</p>}
      {outcome?.state !== 'RESULTED' && ui.can('court.record-outcome') && (
        <Details summaryText={outcome ? 'Change the outcome' : 'Add the outcome'} open={!outcome && !notRequired}>
          <OutcomeForm outcome={outcome} suggested={props.suggested} />
        </Details>
      )}
      {!outcome && ui.can('court.record-outcome') && (
        <Form intent={notRequired ? 'outcome-required' : 'outcome-not-required'}>
          <input type="hidden" name="version" value={version} />
          <Button
            text={notRequired ? 'An outcome is required after all' : 'No outcome is required'}
            classes="govuk-button--secondary"
          />
        </Form>
      )}
      {props.sentenceHref && ui.can('court.enter-sentence') && (
        <p class="govuk-body">
          <a class="govuk-link" href={props.sentenceHref}>
            Enter a sentence by hand
          </a>
        </p>
      )}
      {outcome && (
        <Details summaryText="Who changed what">
          <ul class="govuk-list">
            {outcome.changes.map(change => (
              <li>
                {change.text}
                <span class="app-secondary">
                  {change.by}, {change.when}
                </span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

export const outcomeLook = {
  NEW: 'govuk-tag--blue',
  IN_PROGRESS: 'govuk-tag--yellow',
  ON_HOLD: 'govuk-tag--orange',
  RESULTED: 'govuk-tag--green',
} as const

function OutcomeForm(props: { readonly outcome: OutcomeView | null; readonly suggested: readonly string[] }) {
  const { outcome, suggested } = props
  const [main, ...also] = outcome?.types ?? suggested
  return (
    <Form intent={outcome ? 'change-outcome' : 'add-outcome'}>
      {outcome && (
        <>
          <input type="hidden" name="outcomeId" value={outcome.id} />
          <input type="hidden" name="version" value={outcome.version} />
        </>
      )}
      <Select
        id="types"
        name="main"
        label={{ text: 'Main outcome' }}
        hint={!outcome && main ? { text: 'Suggested by the results of the court: check it' } : undefined}
        errorMessage={useProblem('types')}
        value={useAnswer('main', main ?? '')}
        items={[{ value: '', text: 'Choose an outcome' }, ...choices(outcomeTypes)]}
      />
      <Details summaryText="More than one thing happened" open={also.length > 0}>
        <Checkboxes
          name="also"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'Also', classes: 'govuk-fieldset__legend--s' } }}
          values={also}
          items={choices(outcomeTypes)}
        />
      </Details>
      <Button text="Save outcome" />
    </Form>
  )
}

function OutcomeSteps({ outcome }: { readonly outcome: OutcomeView }) {
  const ui = useUi()
  if (outcome.state === 'RESULTED') return null
  const step = (intent: string, text: string, secondary = true) => (
    <Form intent={intent}>
      <input type="hidden" name="outcomeId" value={outcome.id} />
      <Button text={text} {...(secondary ? { classes: 'govuk-button--secondary' } : {})} />
    </Form>
  )
  return (
    <>
      <div class="govuk-button-group">
        {outcome.mine &&
          outcome.state === 'IN_PROGRESS' &&
          ui.can('court.result') &&
          step('result', 'Mark as resulted', false)}
        {!outcome.mine && step('assign', outcome.state === 'NEW' ? 'Take it on' : 'Take it over')}
        {outcome.state === 'ON_HOLD' && step('release', 'Take off hold')}
      </div>
      {outcome.state !== 'ON_HOLD' && (
        <Details summaryText="Put on hold">
          <Form intent="hold">
            <input type="hidden" name="outcomeId" value={outcome.id} />
            <Textarea
              id="hold-reason"
              name="reason"
              rows={2}
              label={{ text: 'Why can it not be resulted yet?' }}
              value={useAnswer('reason')}
              errorMessage={useProblem('reason')}
            />
            <Button text="Put on hold" classes="govuk-button--secondary" />
          </Form>
        </Details>
      )}
    </>
  )
}

/** Hearing notes or case comments, with the form for another. What is being written keeps itself. */
export function RemarksSection(props: {
  readonly kind: 'note' | 'comment'
  readonly remarks: readonly RemarkView[]
  readonly keepsDrafts: boolean
  readonly path: string
}) {
  const { kind, remarks, keepsDrafts } = props
  const ui = useUi()
  const words = remarkWords[kind]
  const may = ui.can(kind === 'note' ? 'court.write-note' : 'court.comment')
  return (
    <section aria-labelledby={words.id}>
      <h2 class="govuk-heading-m" id={words.id}>
        {words.heading}
      </h2>
      {remarks.length === 0 && <p class="govuk-body">{words.empty}</p>}
      {remarks.map(remark => (
        <article class="govuk-!-margin-bottom-4">
          <p class="govuk-body app-written govuk-!-margin-bottom-1">{remark.body}</p>
          <p class="govuk-body-s">
            {remark.by}, {remark.when}
            {remark.mine && (
              <>
                {' '}
                <a class="govuk-link" href={`${props.path}/${kind}s/${remark.id}`}>
                  Change
                  <span class="govuk-visually-hidden">
                    {' '}
                    {words.one} of {remark.when}
                  </span>
                </a>
              </>
            )}
          </p>
        </article>
      ))}
      {may && (
        <Form>
          <Textarea
            id={kind}
            name={kind}
            rows={4}
            label={{ text: words.label, classes: 'govuk-label--s' }}
            hint={{ text: words.hint }}
            value={useAnswer(kind)}
            errorMessage={useProblem(kind)}
            attributes={keepsDrafts ? { 'data-draft': true } : {}}
          />
          <div class="govuk-button-group">
            <Button text={words.save} name="intent" value={`add-${kind}`} />
            {keepsDrafts && (
              <Button text="Save draft" name="intent" value="save-draft" classes="govuk-button--secondary" />
            )}
          </div>
        </Form>
      )}
    </section>
  )
}

const remarkWords = {
  note: {
    id: 'notes',
    heading: 'Hearing notes',
    one: 'note',
    empty: 'No note has been written about this hearing.',
    label: 'Add a hearing note',
    hint: 'About this hearing only. It does not go to the contact log of the record.',
    save: 'Save note',
  },
  comment: {
    id: 'comments',
    heading: 'Comments on the case',
    one: 'comment',
    empty: 'Nobody has commented on this case.',
    label: 'Add a comment',
    hint: 'Seen at every hearing of this case. It does not go to the contact log of the record.',
    save: 'Save comment',
  },
} as const
