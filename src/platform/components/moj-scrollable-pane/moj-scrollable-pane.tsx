import type { ComponentChildren } from 'preact'
import { classNames, type Look } from '../options.ts'

export type MojScrollablePaneProps = Look & {
  /** What scrolls, read out when the keyboard comes to it. */
  readonly label: string
  readonly children?: ComponentChildren
}

/** A wide table that scrolls on its own, by keyboard too, so that the page never does sideways. */
export function MojScrollablePane(props: MojScrollablePaneProps) {
  return (
    <section
      class={classNames('moj-scrollable-pane', props.classes)}
      aria-label={props.label}
      tabindex={0}
      {...props.attributes}
    >
      {props.children}
    </section>
  )
}
