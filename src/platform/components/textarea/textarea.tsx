import { describing, type FieldOptions, FormGroup } from '../form-group/form-group.tsx'
import { classNames } from '../options.ts'

export type TextareaProps = FieldOptions & {
  readonly rows?: number | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
}

export function Textarea(props: TextareaProps) {
  const id = props.id || props.name
  // A parser drops one line break after the tag, so a text that begins with one needs another to keep it.
  const value = props.value?.startsWith('\n') ? `\n${props.value}` : props.value
  return (
    <FormGroup field={props} id={id}>
      <textarea
        class={classNames('govuk-textarea', props.errorMessage && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows || 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describing(id, props.describedBy, props.hint, props.errorMessage)}
        autocomplete={props.autocomplete || undefined}
        {...props.attributes}
      >
        {value}
      </textarea>
    </FormGroup>
  )
}
