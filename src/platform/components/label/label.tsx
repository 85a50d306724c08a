import type { ComponentChildren } from 'preact'
import { type Content, classNames, type Look } from '../options.ts'

/** A label as a field takes it. */
export type LabelOptions = Content & Look & { readonly isPageHeading?: boolean | undefined }

export type LabelProps = Look & {
  readonly text?: string | number | undefined
  readonly children?: ComponentChildren
  readonly for?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

export function Label(props: LabelProps) {
  const words = props.children ? props.children : props.text
  if (!words) return null
  const label = (
    <label class={classNames('govuk-label', props.classes)} for={props.for || undefined} {...props.attributes}>
      {words}
    </label>
  )
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
