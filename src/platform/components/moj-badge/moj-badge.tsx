import type { ComponentChildren } from 'preact'
import { classNames, type Look } from '../options.ts'

/** The macro's `label` is left out: it writes an empty `aria-label`, which names nothing. */
export type MojBadgeProps = Look & {
  readonly text?: string | number | undefined
  readonly children?: ComponentChildren
}

export function MojBadge(props: MojBadgeProps) {
  return (
    <span class={classNames('moj-badge', props.classes)} {...props.attributes}>
      {props.children ? props.children : props.text}
    </span>
  )
}
