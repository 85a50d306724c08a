import type { ComponentChildren } from 'preact'
import { Button } from '../button/button.tsx'
import { type Attributes, type Content, said } from '../options.ts'

export type SelectedFilters = {
  readonly heading: Content
  readonly clearLink: { readonly text: string; readonly href: string }
  readonly categories: readonly {
    readonly heading: Content
    readonly items: readonly { readonly text: string; readonly href: string }[]
  }[]
}

export type MojFilterProps = {
  readonly heading: Content
  readonly submit?: { readonly text?: string | undefined; readonly attributes?: Attributes | undefined } | undefined
  readonly selectedFilters?: SelectedFilters | undefined
  /** The fields. The page puts the whole in a `<form method="get">`. */
  readonly optionsHtml?: ComponentChildren
  readonly attributes?: Attributes | undefined
}

export function MojFilter(props: MojFilterProps) {
  return (
    <div class="moj-filter" data-module="moj-filter" {...props.attributes}>
      <div class="moj-filter__header">
        <div class="moj-filter__header-title">
          <h2 class="govuk-heading-m">{said(props.heading)}</h2>
        </div>
        <div class="moj-filter__header-action" />
      </div>
      <div class="moj-filter__content">
        {props.selectedFilters && selected(props.selectedFilters)}
        <div class="moj-filter__options">
          <Button text={props.submit?.text || 'Apply filters'} attributes={props.submit?.attributes} />
          {props.optionsHtml}
        </div>
      </div>
    </div>
  )
}

function selected(filters: SelectedFilters) {
  return (
    <div class="moj-filter__selected">
      <div class="moj-filter__selected-heading">
        <div class="moj-filter__heading-title">
          <h2 class="govuk-heading-m">{said(filters.heading)}</h2>
        </div>
        <div class="moj-filter__heading-action">
          <p>
            <a class="govuk-link govuk-link--no-visited-state" href={filters.clearLink.href}>
              {filters.clearLink.text}
            </a>
          </p>
        </div>
      </div>
      {filters.categories.map(category => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{said(category.heading)}</h3>
          <ul class="moj-filter-tags">
            {category.items.map(item => (
              <li>
                <a class="moj-filter__tag" href={item.href}>
                  <span class="govuk-visually-hidden">Remove this filter</span> {item.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  )
}
