import { classNames, type Look } from '../options.ts'
import { Pagination, type PaginationLink } from '../pagination/pagination.tsx'

export type MojPaginationItem = {
  readonly number?: string | number | undefined
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly ellipsis?: boolean | undefined
}

export type MojPaginationProps = Look & {
  readonly items?: readonly MojPaginationItem[] | undefined
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly landmarkLabel?: string | undefined
  readonly results?:
    | {
        /** What is counted: 'results' unless given. */
        readonly text?: string | undefined
        readonly from?: number | undefined
        readonly to?: number | undefined
        readonly count?: number | undefined
        readonly pages?: { readonly current: number; readonly count: number } | undefined
      }
    | undefined
}

/** Page numbers (when there are several) and a line that says what is shown. */
export function MojPagination(props: MojPaginationProps) {
  const items = props.items ?? []
  const line = resultsLine(props.results, items.length > 0)
  return (
    <div class="moj-pagination">
      {items.length > 1 && (
        <Pagination
          items={items.map(({ number, href, current, ellipsis }) =>
            ellipsis ? { ellipsis } : { number, href, current },
          )}
          previous={props.previous}
          next={props.next}
          landmarkLabel={props.landmarkLabel}
          classes={classNames('moj-pagination__pagination', props.classes)}
          attributes={props.attributes}
        />
      )}
      {line && <p class="moj-pagination__results">{line}</p>}
    </div>
  )
}

function resultsLine(results: MojPaginationProps['results'], paged: boolean): string | undefined {
  if (!results) return undefined
  const { text = 'results', from, to, count, pages } = results
  if (paged && pages?.current && pages.count) return `Page ${pages.current} of ${pages.count}`
  if (paged && from && to) {
    return count ? `Showing ${from} to ${to} of ${count} total ${text}` : `Showing ${text} ${from} to ${to}`
  }
  return count ? `${count} total ${text}` : undefined
}
