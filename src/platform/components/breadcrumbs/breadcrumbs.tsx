import { type Attributes, type Content, classNames, type Look, said } from '../options.ts'

export type BreadcrumbItem = Content & {
  /** Without it the item is the page one is on. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type BreadcrumbsProps = Look & {
  readonly items: readonly BreadcrumbItem[]
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
}

export function Breadcrumbs(props: BreadcrumbsProps) {
  return (
    <nav
      class={classNames(
        'govuk-breadcrumbs',
        props.classes,
        props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      aria-label={props.labelText ?? 'Breadcrumb'}
      {...props.attributes}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map(item =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {said(item)}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {said(item)}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
