import { Table, type TableCell, type TableProps } from '../table/table.tsx'

export type SortableColumn = TableCell & {
  /** The order the rows are in when the page comes; `none` for a column that can be sorted, missing for one that cannot. */
  readonly sort?: 'ascending' | 'descending' | 'none' | undefined
}

export type SortableCell = TableCell & {
  /** What the column is ordered by where that is not the words (a date: 2026-11-21). */
  readonly sortValue?: string | number | undefined
}

export type MojSortableTableProps = Omit<TableProps, 'head' | 'rows'> & {
  readonly head: readonly SortableColumn[]
  readonly rows: readonly (readonly SortableCell[])[]
}

/** A table whose columns sort where script runs; without, the rows stay in the order of the page. */
export function MojSortableTable({ head, rows, ...props }: MojSortableTableProps) {
  return (
    <Table
      {...props}
      attributes={{ 'data-module': 'moj-sortable-table', ...props.attributes }}
      head={head.map(({ sort, ...column }) =>
        sort ? { ...column, attributes: { 'aria-sort': sort, ...column.attributes } } : column,
      )}
      rows={rows.map(row =>
        row.map(({ sortValue, ...cell }) =>
          sortValue === undefined
            ? cell
            : { ...cell, attributes: { 'data-sort-value': sortValue, ...cell.attributes } },
        ),
      )}
    />
  )
}
