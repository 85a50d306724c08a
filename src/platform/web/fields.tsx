import { Input, Radios, Select, Textarea } from '../components/index.ts'
import { useAnswer, useProblem } from './ui.tsx'

type Labelled = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** What stands in the field before anything was typed. */
  readonly value?: string | null
}

export type Choice = { readonly value: string; readonly text: string; readonly hint?: string }

/** One line of text that keeps what was typed and shows its own problem. */
export function TextField(props: Labelled & { readonly wide?: boolean; readonly type?: 'text' | 'search' | 'email' }) {
  return (
    <Input
      name={props.name}
      label={{ text: props.label }}
      type={props.type}
      hint={props.hint ? { text: props.hint } : undefined}
      classes={props.wide ? 'govuk-!-width-two-thirds' : 'govuk-input--width-20'}
      value={useAnswer(props.name, props.value ?? '')}
      errorMessage={useProblem(props.name)}
    />
  )
}

/** A day, typed any way people write days. The command reads it (`readDate`). */
export function DayField(props: Labelled) {
  return (
    <Input
      name={props.name}
      label={{ text: props.label }}
      hint={{ text: props.hint ?? 'For example, 27 3 2026' }}
      classes="govuk-input--width-10"
      value={useAnswer(props.name, props.value ?? '')}
      errorMessage={useProblem(props.name)}
    />
  )
}

/** Several lines of text: any character is taken. */
export function LongTextField(props: Labelled & { readonly rows?: number }) {
  return (
    <Textarea
      name={props.name}
      label={{ text: props.label }}
      hint={props.hint ? { text: props.hint } : undefined}
      rows={props.rows ?? 4}
      value={useAnswer(props.name, props.value ?? '')}
      errorMessage={useProblem(props.name)}
    />
  )
}

/** One of a few, all shown. */
export function ChoiceField(props: Labelled & { readonly choices: readonly Choice[] }) {
  return (
    <Radios
      name={props.name}
      fieldset={{ legend: { text: props.label, classes: 'govuk-fieldset__legend--s' } }}
      hint={props.hint ? { text: props.hint } : undefined}
      value={useAnswer(props.name, props.value ?? '')}
      items={props.choices.map(({ value, text, hint }) => ({ value, text, hint: hint ? { text: hint } : undefined }))}
      errorMessage={useProblem(props.name)}
    />
  )
}

/** One of many. The first choice asks to choose. */
export function SelectField(props: Labelled & { readonly choices: readonly Choice[] }) {
  return (
    <Select
      name={props.name}
      label={{ text: props.label }}
      hint={props.hint ? { text: props.hint } : undefined}
      value={useAnswer(props.name, props.value ?? '')}
      items={[{ value: '', text: 'Choose' }, ...props.choices.map(({ value, text }) => ({ value, text }))]}
      errorMessage={useProblem(props.name)}
    />
  )
}
