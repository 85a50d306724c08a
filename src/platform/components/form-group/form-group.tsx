import type { ComponentChildren } from 'preact'
import { ErrorMessage, type ErrorMessageOptions } from '../error-message/error-message.tsx'
import { Hint, type HintOptions } from '../hint/hint.tsx'
import { Label, type LabelOptions } from '../label/label.tsx'
import { type Content, classNames, idList, type Look, type Maybe, said } from '../options.ts'

/** Options of the group around one field. */
export type FormGroupOptions = Look & {
  readonly beforeInput?: Content | undefined
  readonly afterInput?: Content | undefined
}

/** Options of the group around several inputs (radios, checkboxes, dates). */
export type InputsGroupOptions = Look & {
  readonly beforeInputs?: Content | undefined
  readonly afterInputs?: Content | undefined
}

/** What every single field takes. `id` is the name unless given. */
export type FieldOptions = Look & {
  readonly id?: string | undefined
  readonly name: string
  readonly label: LabelOptions
  readonly hint?: Maybe<HintOptions>
  /** Shown above the field; marks the field and its group as in error. */
  readonly errorMessage?: Maybe<ErrorMessageOptions>
  readonly describedBy?: string | undefined
  readonly formGroup?: FormGroupOptions | undefined
}

/** The ids that describe a field: what was given, then its hint, then its error. */
export function describing(
  id: string,
  given: string | undefined,
  hint: Maybe<HintOptions>,
  errorMessage: Maybe<ErrorMessageOptions>,
) {
  return idList(given, hint && `${id}-hint`, errorMessage && `${id}-error`)
}

/** The hint of a field or group, with the id that `describing` names. */
export function fieldHint(id: string, hint: Maybe<HintOptions>) {
  return (
    hint && (
      <Hint id={`${id}-hint`} classes={hint.classes} attributes={hint.attributes} text={hint.text}>
        {hint.html}
      </Hint>
    )
  )
}

/** The error of a field or group, with the id that `describing` names. */
export function fieldError(id: string, error: Maybe<ErrorMessageOptions>) {
  return (
    error && (
      <ErrorMessage
        id={`${id}-error`}
        classes={error.classes}
        attributes={error.attributes}
        text={error.text}
        visuallyHiddenText={error.visuallyHiddenText}
      >
        {error.html}
      </ErrorMessage>
    )
  )
}

/** The class of a form group, marked when in error. */
export function groupClass(errorMessage: Maybe<ErrorMessageOptions>, group: Look | undefined) {
  return classNames('govuk-form-group', errorMessage && 'govuk-form-group--error', group?.classes)
}

type FormGroupProps = {
  readonly field: FieldOptions
  readonly id: string
  /** Set when the field lays `beforeInput` and `afterInput` out itself. */
  readonly bare?: boolean | undefined
  readonly children: ComponentChildren
}

/** Label, hint, error and field, in the order of the macros. */
export function FormGroup({ field, id, bare, children }: FormGroupProps) {
  const { label, formGroup } = field
  return (
    <div class={groupClass(field.errorMessage, formGroup)} {...formGroup?.attributes}>
      <Label
        for={id}
        text={label.text}
        classes={label.classes}
        attributes={label.attributes}
        isPageHeading={label.isPageHeading}
      >
        {label.html}
      </Label>
      {fieldHint(id, field.hint)}
      {fieldError(id, field.errorMessage)}
      {!bare && formGroup?.beforeInput && said(formGroup.beforeInput)}
      {children}
      {!bare && formGroup?.afterInput && said(formGroup.afterInput)}
    </div>
  )
}
