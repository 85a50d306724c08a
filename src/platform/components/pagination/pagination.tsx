import type { ComponentChildren } from 'preact'
import { type Attributes, type Content, classNames, type Look, type Maybe, said, speaks } from '../options.ts'

export type PaginationItem = {
  readonly number?: string | number | undefined
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  /** A gap in the numbers; the other options are then not used. */
  readonly ellipsis?: boolean | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type PaginationLink = Content & {
  readonly href?: string | undefined
  /** What the page is, under the link; only where there are no numbers. */
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type PaginationProps = Look & {
  readonly items?: readonly Maybe<PaginationItem>[] | undefined
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly landmarkLabel?: string | undefined
}

const PREVIOUS =
  'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z'
const NEXT =
  'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z'

export function Pagination(props: PaginationProps) {
  const block = !props.items && Boolean(props.next || props.previous)
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...props.attributes}
    >
      {props.previous?.href && arrowLink(props.previous, props.previous.href, 'prev', block)}
      {props.items && (
        <ul class="govuk-pagination__list">
          {props.items.map(item => item && Object.keys(item).length > 0 && pageItem(item))}
        </ul>
      )}
      {props.next?.href && arrowLink(props.next, props.next.href, 'next', block)}
    </nav>
  )
}

function arrowLink(link: PaginationLink, href: string, type: 'prev' | 'next', block: boolean) {
  const arrow = (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={type === 'prev' ? PREVIOUS : NEXT} />
    </svg>
  )
  const words: ComponentChildren = speaks(link) ? (
    said(link)
  ) : (
    <>
      {type === 'prev' ? 'Previous' : 'Next'}
      <span class="govuk-visually-hidden"> page</span>
    </>
  )
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={type} {...link.attributes}>
        {(block || type === 'prev') && [arrow, ' ']}
        <span
          class={classNames(
            'govuk-pagination__link-title',
            block && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {words}
        </span>
        {link.labelText && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && type === 'next' && [' ', arrow]}
      </a>
    </div>
  )
}

function pageItem(item: PaginationItem) {
  return (
    <li
      class={classNames(
        'govuk-pagination__item',
        item.current && 'govuk-pagination__item--current',
        item.ellipsis && 'govuk-pagination__item--ellipsis',
      )}
    >
      {item.ellipsis ? (
        '⋯'
      ) : (
        <a
          class="govuk-link govuk-pagination__link"
          href={item.href ?? ''}
          aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
          aria-current={item.current ? 'page' : undefined}
          {...item.attributes}
        >
          {item.number}
        </a>
      )}
    </li>
  )
}
