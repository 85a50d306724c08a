import type { ComponentChildren } from 'preact'
import { classNames, type Look } from '../options.ts'

export type SkipLinkProps = Look & {
  readonly href?: string | undefined
  readonly text?: string | undefined
  readonly children?: ComponentChildren
}

export function SkipLink(props: SkipLinkProps) {
  return (
    <a
      href={props.href || '#content'}
      class={classNames('govuk-skip-link', props.classes)}
      {...props.attributes}
      data-module="govuk-skip-link"
    >
      {props.children || props.text}
    </a>
  )
}
