import type { ComponentChildren } from 'preact'
import { type Content, classNames, type Look } from '../options.ts'

/** An error as a field takes it; the field makes its id. */
export type ErrorMessageOptions = Content & Look & { readonly visuallyHiddenText?: string | false | undefined }

export type ErrorMessageProps = Look & {
  readonly id?: string | undefined
  readonly text?: string | number | undefined
  readonly children?: ComponentChildren
  /** The word read out before the message: 'Error' unless given; '' or false for none. */
  readonly visuallyHiddenText?: string | false | undefined
}

export function ErrorMessage(props: ErrorMessageProps) {
  const hidden = props.visuallyHiddenText ?? 'Error'
  const words = props.children ? props.children : props.text
  return (
    <p id={props.id || undefined} class={classNames('govuk-error-message', props.classes)} {...props.attributes}>
      {hidden && <span class="govuk-visually-hidden">{hidden}:</span>}
      {hidden && ' '}
      {words}
    </p>
  )
}
