import { type Attributes, type Content, classNames, type Look, type Maybe } from '../options.ts'

export type TabItem = {
  readonly id?: string | undefined
  readonly label: string
  readonly attributes?: Attributes | undefined
  readonly panel: Content & { readonly attributes?: Attributes | undefined }
}

export type TabsProps = Look & {
  readonly id?: string | undefined
  /** Needed unless every item has an id. */
  readonly idPrefix?: string | undefined
  readonly title?: string | undefined
  readonly items?: readonly Maybe<TabItem>[] | undefined
}

export function Tabs(props: TabsProps) {
  const items = props.items ?? []
  const panelId = (item: TabItem, index: number) => item.id || `${props.idPrefix ?? ''}-${index + 1}`
  return (
    <div
      id={props.id || undefined}
      class={classNames('govuk-tabs', props.classes)}
      {...props.attributes}
      data-module="govuk-tabs"
    >
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map(
            (item, index) =>
              item && (
                <li class={classNames('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
                  <a class="govuk-tabs__tab" href={`#${panelId(item, index)}`} {...item.attributes}>
                    {item.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
      {items.map(
        (item, index) =>
          item && (
            <div
              class={classNames('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
              id={panelId(item, index)}
              {...item.panel.attributes}
            >
              {item.panel.html || (item.panel.text && <p class="govuk-body">{item.panel.text}</p>)}
            </div>
          ),
      )}
    </div>
  )
}
