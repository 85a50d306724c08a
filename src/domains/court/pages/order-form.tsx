import { Details, Fieldset, Input, Select, Textarea } from '../../../platform/components/index.ts'
import { useAnswer, useProblem } from '../../../platform/web/index.ts'
import type { OrderForm } from '../rules/order-form.ts'
import { wordsFor } from '../words.ts'
import {
  families,
  lengthUnits,
  orderFormAnswers,
  requirementKinds,
  spareRows,
  termUnits,
} from './order-form-answers.ts'

type Filled = Readonly<Record<string, string>>

/** The fields of a sentence: one form for a proposal that is changed and for a sentence typed in. Dates are typed. */
export function OrderFields({ form }: { readonly form: OrderForm }) {
  const filled = orderFormAnswers(form)
  const rows = form.requirements.length + spareRows
  return (
    <>
      <Select
        id="family"
        name="family"
        label={{ text: 'Sentence', classes: 'govuk-label--s' }}
        errorMessage={useProblem('family')}
        value={useAnswer('family', filled.family)}
        items={families.map(value => ({ value, text: wordsFor({}, value) }))}
      />
      <div class="app-beside">
        <Day name="sentencedOn" text="Sentenced on" filled={filled} />
        <Day name="convictedOn" text="Convicted on" filled={filled} />
      </div>
      <TermFields prefix="length" text="Length (the custodial term of a suspended sentence)" filled={filled} />
      <TermFields prefix="operational" text="Operational period (suspended sentence only)" filled={filled} />
      <Day name="endsOn" text="Ends on, as the court said" filled={filled} />
      <h3 class="govuk-heading-s">Requirements</h3>
      {Array.from({ length: rows }, (_, row) =>
        row < form.requirements.length ? (
          <RequirementFields row={row} filled={filled} />
        ) : (
          <Details summaryText="Add a requirement">
            <RequirementFields row={row} filled={filled} />
          </Details>
        ),
      )}
      <Textarea id="notes" name="notes" rows={2} label={{ text: 'Notes' }} value={useAnswer('notes', filled.notes)} />
    </>
  )
}

function Day({ name, text, filled }: { readonly name: string; readonly text: string; readonly filled: Filled }) {
  return (
    <Input
      id={name}
      name={name}
      label={{ text }}
      classes="govuk-input--width-10"
      value={useAnswer(name, filled[name] ?? '')}
      errorMessage={useProblem(name)}
    />
  )
}

function TermFields({
  prefix,
  text,
  filled,
}: {
  readonly prefix: string
  readonly text: string
  readonly filled: Filled
}) {
  return (
    <Fieldset legend={{ text, classes: 'govuk-fieldset__legend--s' }}>
      <div class="govuk-button-group">
        {termUnits.map(unit => (
          <Input
            id={`${prefix}-${unit}`}
            name={`${prefix}-${unit}`}
            label={{ text: wordsFor({}, unit) }}
            inputmode="numeric"
            classes="govuk-input--width-3"
            value={useAnswer(`${prefix}-${unit}`, filled[`${prefix}-${unit}`] ?? '')}
            errorMessage={useProblem(`${prefix}-${unit}`)}
            formGroup={{ classes: 'govuk-!-margin-right-3' }}
          />
        ))}
      </div>
    </Fieldset>
  )
}

function RequirementFields({ row, filled }: { readonly row: number; readonly filled: Filled }) {
  const value = (name: string) => useAnswer(`${name}-${row}`, filled[`${name}-${row}`] ?? '')
  const problem = (name: string) => useProblem(`${name}-${row}`)
  const group = { classes: 'govuk-!-margin-right-3' }
  return (
    <Fieldset legend={{ text: `Requirement ${row + 1}`, classes: 'govuk-visually-hidden' }}>
      <div class="govuk-button-group">
        <Select
          id={`kind-${row}`}
          name={`kind-${row}`}
          label={{ text: 'Requirement' }}
          value={value('kind')}
          formGroup={group}
          items={[
            { value: '', text: 'None: leave it out' },
            ...requirementKinds.map(kind => ({ value: kind, text: wordsFor({}, kind) })),
          ]}
        />
        <Input
          id={`amount-${row}`}
          name={`amount-${row}`}
          label={{ text: 'Length' }}
          inputmode="numeric"
          classes="govuk-input--width-3"
          value={value('amount')}
          errorMessage={problem('amount')}
          formGroup={group}
        />
        <Select
          id={`unit-${row}`}
          name={`unit-${row}`}
          label={{ text: 'Unit' }}
          value={value('unit')}
          formGroup={group}
          items={[{ value: '', text: 'No length' }, ...lengthUnits.map(unit => ({ value: unit, text: unit }))]}
        />
        <Input
          id={`start-${row}`}
          name={`start-${row}`}
          label={{ text: 'Starts on' }}
          classes="govuk-input--width-5"
          value={value('start')}
          errorMessage={problem('start')}
          formGroup={group}
        />
        <Input
          id={`end-${row}`}
          name={`end-${row}`}
          label={{ text: 'Ends on' }}
          classes="govuk-input--width-5"
          value={value('end')}
          errorMessage={problem('end')}
          formGroup={group}
        />
      </div>
      <input type="hidden" name={`notes-${row}`} value={value('notes')} />
    </Fieldset>
  )
}
