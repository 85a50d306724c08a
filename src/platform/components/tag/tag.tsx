import type { ComponentChildren } from 'preact'
import { classNames, type Look } from '../options.ts'

export type TagProps = Look & {
  readonly text?: string | number | undefined
  readonly children?: ComponentChildren
}

export function Tag(props: TagProps) {
  return (
    <strong class={classNames('govuk-tag', props.classes)} {...props.attributes}>
      {props.children ? props.children : props.text}
    </strong>
  )
}
