import type { ComponentChildren } from 'preact'
import { classNames, type Look } from '../options.ts'

export type DetailsProps = Look & {
  readonly summaryText?: string | undefined
  readonly summaryHtml?: ComponentChildren
  readonly text?: string | undefined
  readonly children?: ComponentChildren
  readonly id?: string | undefined
  readonly open?: boolean | undefined
}

export function Details(props: DetailsProps) {
  return (
    <details
      id={props.id || undefined}
      class={classNames('govuk-details', props.classes)}
      open={props.open}
      {...props.attributes}
    >
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summaryHtml || props.summaryText}</span>
      </summary>
      <div class="govuk-details__text">{props.children || props.text}</div>
    </details>
  )
}
