import type { ComponentChildren } from 'preact'
import { Button } from '../button/button.tsx'
import { classNames, type HeadingLevel, headingTag, type Look } from '../options.ts'

export type PanelAction = Look & {
  readonly text: string
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly href?: string | undefined
}

export type PanelProps = Look & {
  readonly titleText?: string | undefined
  readonly titleHtml?: ComponentChildren
  readonly headingLevel?: HeadingLevel | undefined
  readonly text?: string | undefined
  readonly children?: ComponentChildren
  /** Only on a panel with the class `govuk-panel--interruption`. */
  readonly actions?: (Look & { readonly items?: readonly PanelAction[] | undefined }) | undefined
}

export function Panel(props: PanelProps) {
  const interrupts = Boolean(props.classes?.includes('govuk-panel--interruption'))
  const Heading = headingTag(props.headingLevel || 1)
  const body = props.children || props.text
  return (
    <div
      class={classNames('govuk-panel', !interrupts && 'govuk-panel--confirmation', props.classes)}
      {...props.attributes}
    >
      <Heading class="govuk-panel__title">{props.titleHtml || props.titleText}</Heading>
      {body && <div class="govuk-panel__body">{body}</div>}
      {interrupts && props.actions && (
        <div class={classNames('govuk-panel__actions', props.actions.classes)} {...props.actions.attributes}>
          {props.actions.items && props.actions.items.length > 0 && (
            <div class="govuk-button-group">
              {props.actions.items.map((action, index) => [index > 0 && ' ', panelAction(action)])}
            </div>
          )}
        </div>
      )}
    </div>
  )
}

function panelAction(action: PanelAction) {
  return !action.href || action.type === 'button' ? (
    <Button
      text={action.text}
      type={action.type || 'button'}
      classes={classNames('govuk-button--inverse', action.classes)}
      href={action.href}
      attributes={action.attributes}
    />
  ) : (
    <a class={classNames('govuk-link govuk-link--inverse', action.classes)} href={action.href} {...action.attributes}>
      {action.text}
    </a>
  )
}
