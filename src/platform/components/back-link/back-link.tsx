import type { ComponentChildren } from 'preact'
import { classNames, type Look } from '../options.ts'

export type BackLinkProps = Look & {
  readonly href?: string | undefined
  readonly text?: string | undefined
  readonly children?: ComponentChildren
}

export function BackLink(props: BackLinkProps) {
  return (
    <a href={props.href || '#'} class={classNames('govuk-back-link', props.classes)} {...props.attributes}>
      {props.children || props.text || 'Back'}
    </a>
  )
}
