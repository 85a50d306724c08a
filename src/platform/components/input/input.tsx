import { describing, type FieldOptions, FormGroup } from '../form-group/form-group.tsx'
import { type Content, classNames, type Look, said, speaks } from '../options.ts'

export type Affix = Content & Look

export type InputProps = FieldOptions & {
  readonly type?: 'text' | 'search' | 'email' | 'tel' | 'url' | 'number' | 'password' | undefined
  readonly inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url' | undefined
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly prefix?: Affix | undefined
  readonly suffix?: Affix | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: 'off' | 'none' | 'on' | 'sentences' | 'words' | 'characters' | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly inputWrapper?: Look | undefined
}

export function Input(props: InputProps) {
  const id = props.id || props.name
  const { formGroup, prefix, suffix } = props
  const before = formGroup?.beforeInput
  const after = formGroup?.afterInput
  const input = (
    <input
      class={classNames('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={id}
      name={props.name}
      type={(props.type || 'text') as 'text' /* preact types each kind of input apart */}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describing(id, props.describedBy, props.hint, props.errorMessage)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  )
  const wrapped = speaks(prefix) || speaks(suffix) || speaks(before) || speaks(after)
  return (
    <FormGroup field={props} id={id} bare>
      {wrapped ? (
        <div
          class={classNames('govuk-input__wrapper', props.inputWrapper?.classes)}
          {...props.inputWrapper?.attributes}
        >
          {speaks(before) && said(before)}
          {speaks(prefix) && affix(prefix, 'govuk-input__prefix')}
          {input}
          {speaks(suffix) && affix(suffix, 'govuk-input__suffix')}
          {speaks(after) && said(after)}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}

function affix(options: Affix, base: string) {
  return (
    <div class={classNames(base, options.classes)} aria-hidden="true" {...options.attributes}>
      {said(options)}
    </div>
  )
}
