import type { ComponentChildren } from 'preact'
import { type Content, classNames, type Look } from '../options.ts'

/** A hint as a field takes it; the field makes its id. */
export type HintOptions = Content & Look

export type HintProps = Look & {
  readonly id?: string | undefined
  readonly text?: string | number | undefined
  readonly children?: ComponentChildren
}

export function Hint(props: HintProps) {
  return (
    <div id={props.id || undefined} class={classNames('govuk-hint', props.classes)} {...props.attributes}>
      {props.children ? props.children : props.text}
    </div>
  )
}
