import { Button, type ButtonProps } from '../button/button.tsx'
import { type Content, classNames, type HeadingLevel, headingTag, type Look, said } from '../options.ts'

export type MojPageHeaderActionsProps = Look & {
  readonly heading: Content & { readonly level?: HeadingLevel | undefined; readonly classes?: string | undefined }
  readonly items?: readonly ButtonProps[] | undefined
}

/** The heading of a page with its buttons on the same line. */
export function MojPageHeaderActions(props: MojPageHeaderActionsProps) {
  const Heading = headingTag(props.heading.level ?? 1)
  return (
    <div class={classNames('moj-page-header-actions', props.classes)} {...props.attributes}>
      <div class="moj-page-header-actions__title">
        <Heading class={props.heading.classes ?? 'govuk-heading-xl'}>{said(props.heading)}</Heading>
      </div>
      {props.items && (
        <div class="moj-page-header-actions__actions">
          <div class="moj-button-group moj-button-group--inline">
            {props.items.map(item => (
              <Button {...item} />
            ))}
          </div>
        </div>
      )}
    </div>
  )
}
