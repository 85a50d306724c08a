import type { ComponentChildren } from 'preact'
import { classNames, type Look } from '../options.ts'

export type InsetTextProps = Look & {
  readonly id?: string | undefined
  readonly text?: string | undefined
  readonly children?: ComponentChildren
}

export function InsetText(props: InsetTextProps) {
  return (
    <div id={props.id || undefined} class={classNames('govuk-inset-text', props.classes)} {...props.attributes}>
      {props.children || props.text}
    </div>
  )
}
