import type { ComponentChildren } from 'preact'
import { type Content, classNames, type Look } from '../options.ts'
import { Tag } from '../tag/tag.tsx'

export type PhaseBannerProps = Look & {
  readonly text?: string | undefined
  readonly children?: ComponentChildren
  readonly tag?: (Content & { readonly classes?: string | undefined }) | undefined
}

export function PhaseBanner(props: PhaseBannerProps) {
  return (
    <div class={classNames('govuk-phase-banner govuk-width-container', props.classes)} {...props.attributes}>
      <p class="govuk-phase-banner__content">
        <Tag classes={classNames('govuk-phase-banner__content__tag', props.tag?.classes)} text={props.tag?.text}>
          {props.tag?.html}
        </Tag>{' '}
        <span class="govuk-phase-banner__text">{props.children || props.text}</span>
      </p>
    </div>
  )
}
