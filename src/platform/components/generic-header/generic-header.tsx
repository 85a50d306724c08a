import type { ComponentChildren } from 'preact'
import { classNames, type Look } from '../options.ts'

export type GenericHeaderProps = Look & {
  readonly logoText?: string | undefined
  readonly logoHtml?: ComponentChildren
  readonly url?: string | undefined
  readonly containerClasses?: string | undefined
}

/** A header with a name and nothing of GOV.UK's: no crown, no logo. */
export function GenericHeader(props: GenericHeaderProps) {
  return (
    <div class={classNames('govuk-generic-header', props.classes)} {...props.attributes}>
      <div class={`govuk-generic-header__container ${props.containerClasses || 'govuk-width-container'}`}>
        <div class="govuk-generic-header__logo">
          <a href={props.url || '/'} class="govuk-generic-header__homepage-link">
            {props.logoHtml || props.logoText}
          </a>
        </div>
      </div>
    </div>
  )
}
