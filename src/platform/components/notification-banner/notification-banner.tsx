import type { ComponentChildren } from 'preact'
import { classNames, type HeadingLevel, headingTag, type Look } from '../options.ts'

export type NotificationBannerProps = Look & {
  readonly text?: string | undefined
  readonly children?: ComponentChildren
  readonly titleText?: string | undefined
  readonly titleHtml?: ComponentChildren
  readonly titleHeadingLevel?: HeadingLevel | undefined
  readonly type?: 'success' | undefined
  readonly role?: 'alert' | 'region' | undefined
  readonly titleId?: string | undefined
  readonly disableAutoFocus?: boolean | undefined
}

export function NotificationBanner(props: NotificationBannerProps) {
  const success = props.type === 'success'
  const Heading = headingTag(props.titleHeadingLevel || 2)
  const titleId = props.titleId || 'govuk-notification-banner-title'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is alert or region, both may be labelled
    <div
      class={classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', props.classes)}
      role={props.role || (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.titleHtml || props.titleText || (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children || (props.text && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  )
}
