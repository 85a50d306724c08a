import { Checkboxes, Input, Radios, Textarea } from '../../../platform/components/index.ts'
import { useProblem } from '../../../platform/web/index.ts'
import type { FieldView } from './section.view.ts'

/** One question of an assessment: its field, where its answer comes from, and what another window saved. */
export function QuestionField({ field, inTable = false }: { readonly field: FieldView; readonly inTable?: boolean }) {
  const { question, when } = field
  return (
    <div class="app-question" data-asked-when={when?.question} data-asked-of={when?.isOneOf}>
      {when && <p class="govuk-body-s app-secondary app-without-script">{when.words}</p>}
      <Answer field={field} inTable={inTable} />
      {field.theirs && (
        <div class="govuk-inset-text">
          <p class="govuk-body-s govuk-!-font-weight-bold">Saved meanwhile in another window</p>
          <p class="govuk-body app-kept-text">{field.theirs}</p>
        </div>
      )}
      {field.carried && <p class="govuk-body-s app-secondary">{field.carried}</p>}
      {question.kind === 'text' && !question.forThePerson && <input type="hidden" name="third" value={question.code} />}
      {question.kind === 'text' && question.forThePerson && (
        <Checkboxes
          name="third"
          idPrefix={`third-${question.code}`}
          classes="govuk-checkboxes--small"
          values={field.thirdParty ? [question.code] : []}
          items={[{ value: question.code, text: 'Contains third-party or victim information' }]}
        />
      )}
    </div>
  )
}

/** Few and short answers stand in one line. */
function lookOf({ options }: FieldView['question']): string {
  const short = options.length <= 4 && options.reduce((sum, option) => sum + option.text.length, 0) <= 26
  return short ? 'govuk-radios--small govuk-radios--inline' : 'govuk-radios--small'
}

function Answer({ field, inTable }: { readonly field: FieldView; readonly inTable: boolean }) {
  const { question, value } = field
  const found = useProblem(question.code)
  const over =
    field.over > 0 ? { text: `Shorten this by ${field.over} characters. It is kept, but cannot be signed` } : undefined
  const errorMessage = found ?? over
  const hint = question.hint ? { text: question.hint } : undefined
  const label = { text: question.text, classes: 'govuk-label--s' }
  // In a table the row and the column say it to the eye, and the legend to a screen reader.
  const legend = inTable
    ? { html: <span class="govuk-visually-hidden">{question.text}</span>, classes: 'app-legend-unseen' }
    : { text: question.text, classes: 'govuk-fieldset__legend--s' }
  const one = typeof value === 'string' ? value : value.join('\n')
  const items = question.options.map(option => ({ value: option.code, text: option.text }))
  const common = { name: question.code, hint, errorMessage }
  switch (question.kind) {
    case 'choice':
      return <Radios {...common} classes={lookOf(question)} fieldset={{ legend }} value={one} items={items} />
    case 'choices':
      return (
        <>
          <input type="hidden" name={question.code} value="" />
          <Checkboxes
            {...common}
            classes="govuk-checkboxes--small"
            fieldset={{ legend }}
            values={[value].flat()}
            items={items}
          />
        </>
      )
    case 'text':
      return <Textarea {...common} label={label} value={one} rows={4} />
    case 'count':
      return <Input {...common} label={label} value={one} classes="govuk-input--width-4" inputmode="numeric" />
    case 'date':
      return <Input {...common} label={label} value={one} classes="govuk-input--width-10" />
  }
}
