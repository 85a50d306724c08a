import { Button, Checkboxes, Details, Input, InsetText, Radios, Textarea } from '../../../platform/components/index.ts'
import { Form, useAnswer, useProblem } from '../../../platform/web/index.ts'
import type { FieldView } from './report-section.view.ts'

/** One field of the report, with the questions that help to write it. */
export function ReportFieldInput({ view }: { readonly view: FieldView }) {
  const { field, value, tooLong } = view
  const problem = useProblem(field.id)
  const typed = useAnswer(field.id, typeof value === 'string' ? value : '')
  const hint = [field.hint, view.limit, view.from].flatMap(part => part?.replace(/\.$/, '') ?? []).join('. ')
  const shared = {
    name: field.id,
    ...(hint ? { hint: { text: hint } } : {}),
    errorMessage: problem ?? (tooLong ? { text: tooLong } : undefined),
  }
  const legend = { legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } }
  return (
    <>
      <input type="hidden" name={`seen.${field.id}`} value={view.seen} />
      {field.kind === 'line' && <Input {...shared} label={label(field.label)} value={typed} />}
      {field.kind === 'text' && (
        <Textarea {...shared} label={label(field.label)} value={typed} rows={rowsFor(typed)} spellcheck />
      )}
      {field.kind === 'choice' && (
        <Radios {...shared} fieldset={legend} value={typed} items={field.choices.map(choiceItem)} />
      )}
      {field.kind === 'choices' && <ChoicesInput view={view} shared={shared} />}
      {field.prompts.length > 0 && (
        <Details summaryText="Questions that help">
          <ul class="govuk-list govuk-list--bullet">
            {field.prompts.map(prompt => (
              <li>{prompt}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function ChoicesInput(props: {
  readonly view: FieldView
  readonly shared: { readonly name: string; readonly errorMessage: { readonly text: string } | undefined }
}) {
  const { field, value } = props.view
  const chosen = typeof value === 'string' ? [] : value
  const own = chosen.filter(one => !field.choices.some(choice => choice.value === one))
  return (
    <>
      <Checkboxes
        {...props.shared}
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } }}
        items={field.choices.map(choice => ({ ...choiceItem(choice), ...(choice.value === 'none' ? exclusive : {}) }))}
        values={chosen}
      />
      {field.ownChoices && (
        <Textarea
          name={`${field.id}-own`}
          label={{ text: 'Others, one a line' }}
          rows={3}
          value={useAnswer(`${field.id}-own`, own.join('\n'))}
        />
      )}
    </>
  )
}

/** What was typed here while somebody else wrote in the same field: both are shown, and one is chosen. */
export function BesideText({ view }: { readonly view: FieldView }) {
  return (
    <>
      {view.beside.map(({ id, text, by }) => (
        <InsetText>
          <h3 class="govuk-heading-s">{view.field.label}: two texts</h3>
          <p class="govuk-body">
            {by} wrote this while the field was changed elsewhere. What stands in the form was kept. Nothing was lost.
          </p>
          <p class="govuk-body app-written">{text || 'An empty text'}</p>
          <div class="govuk-button-group">
            <Form intent="settle">
              <input type="hidden" name="change" value={id} />
              <input type="hidden" name="use" value="mine" />
              <Button classes="govuk-button--secondary">
                Use this text<span class="govuk-visually-hidden"> for {view.field.label}</span>
              </Button>
            </Form>
            <Form intent="settle">
              <input type="hidden" name="change" value={id} />
              <input type="hidden" name="use" value="theirs" />
              <Button classes="govuk-button--secondary">
                Keep what stands<span class="govuk-visually-hidden"> for {view.field.label}</span>
              </Button>
            </Form>
          </div>
        </InsetText>
      ))}
    </>
  )
}

const exclusive = { behaviour: 'exclusive' } as const
const label = (text: string) => ({ text, classes: 'govuk-label--s' })
const choiceItem = ({ value, text, hint }: FieldView['field']['choices'][number]) => ({
  ...{ value, text },
  ...(hint ? { hint: { text: hint } } : {}),
})

function rowsFor(text: string): number {
  return Math.min(30, Math.max(6, Math.ceil(text.length / 90) + 2))
}
