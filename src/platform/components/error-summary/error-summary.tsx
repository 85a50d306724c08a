import type { ComponentChildren } from 'preact'
import { type Attributes, type Content, classNames, type Look, said } from '../options.ts'

export type ErrorSummaryItem = Content & {
  /** `#` and the id of the field to go to. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type ErrorSummaryProps = Look & {
  readonly titleText?: string | undefined
  readonly titleHtml?: ComponentChildren
  readonly descriptionText?: string | undefined
  readonly descriptionHtml?: ComponentChildren
  readonly children?: ComponentChildren
  readonly errorList?: readonly ErrorSummaryItem[] | undefined
  readonly disableAutoFocus?: boolean | undefined
}

export function ErrorSummary(props: ErrorSummaryProps) {
  const description = props.children || props.descriptionHtml || props.descriptionText
  return (
    <div
      class={classNames('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.titleHtml || props.titleText}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {props.errorList && props.errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errorList.map(item => (
                <li>
                  {item.href ? (
                    <a href={item.href} {...item.attributes}>
                      {said(item)}
                    </a>
                  ) : (
                    said(item)
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
