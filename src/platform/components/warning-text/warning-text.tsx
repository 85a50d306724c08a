import type { ComponentChildren } from 'preact'
import { classNames, type Look } from '../options.ts'

export type WarningTextProps = Look & {
  readonly text?: string | undefined
  readonly children?: ComponentChildren
  readonly iconFallbackText?: string | undefined
}

export function WarningText(props: WarningTextProps) {
  return (
    <div class={classNames('govuk-warning-text', props.classes)} {...props.attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallbackText || 'Warning'}</span> {props.children || props.text}
      </strong>
    </div>
  )
}
