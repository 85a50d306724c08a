import {
  type Content,
  classNames,
  type HeadingLevel,
  headingTag,
  i18nAttributes,
  type Look,
  type Maybe,
  said,
  speaks,
} from '../options.ts'

export type AccordionItem = {
  readonly heading: Content
  readonly summary?: Content | undefined
  readonly content: Content
  readonly expanded?: boolean | undefined
}

export type AccordionProps = Look & {
  /** Unique in the service: the browser remembers by it which sections are open. */
  readonly id: string
  readonly items: readonly Maybe<AccordionItem>[]
  readonly headingLevel?: HeadingLevel | undefined
  readonly rememberExpanded?: boolean | undefined
  readonly hideAllSectionsText?: string | undefined
  readonly hideSectionText?: string | undefined
  readonly hideSectionAriaLabelText?: string | undefined
  readonly showAllSectionsText?: string | undefined
  readonly showSectionText?: string | undefined
  readonly showSectionAriaLabelText?: string | undefined
}

export function Accordion(props: AccordionProps) {
  const Heading = headingTag(props.headingLevel || 2)
  return (
    <div
      class={classNames('govuk-accordion', props.classes)}
      data-module="govuk-accordion"
      id={props.id}
      {...i18nAttributes('hide-all-sections', props.hideAllSectionsText)}
      {...i18nAttributes('hide-section', props.hideSectionText)}
      {...i18nAttributes('hide-section-aria-label', props.hideSectionAriaLabelText)}
      {...i18nAttributes('show-all-sections', props.showAllSectionsText)}
      {...i18nAttributes('show-section', props.showSectionText)}
      {...i18nAttributes('show-section-aria-label', props.showSectionAriaLabelText)}
      data-remember-expanded={props.rememberExpanded}
      {...props.attributes}
    >
      {props.items.map(
        (item, index) =>
          item && (
            <div class={classNames('govuk-accordion__section', item.expanded && 'govuk-accordion__section--expanded')}>
              <div class="govuk-accordion__section-header">
                <Heading class="govuk-accordion__section-heading">
                  <span class="govuk-accordion__section-button" id={`${props.id}-heading-${index + 1}`}>
                    {said(item.heading)}
                  </span>
                </Heading>
                {speaks(item.summary) && (
                  <div class="govuk-accordion__section-summary govuk-body" id={`${props.id}-summary-${index + 1}`}>
                    {said(item.summary)}
                  </div>
                )}
              </div>
              <div id={`${props.id}-content-${index + 1}`} class="govuk-accordion__section-content">
                {item.content.html || (item.content.text && <p class="govuk-body">{item.content.text}</p>)}
              </div>
            </div>
          ),
      )}
    </div>
  )
}
