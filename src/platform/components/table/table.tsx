import { type Attributes, type Content, classNames, type Look, type Maybe, said } from '../options.ts'

export type TableCell = Content & {
  readonly format?: 'numeric' | undefined
  readonly classes?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
  readonly attributes?: Attributes | undefined
}

export type TableProps = Look & {
  readonly caption?: string | undefined
  readonly captionClasses?: string | undefined
  readonly head?: readonly TableCell[] | undefined
  readonly rows: readonly Maybe<readonly TableCell[]>[]
  readonly firstCellIsHeader?: boolean | undefined
}

export function Table(props: TableProps) {
  return (
    <table class={classNames('govuk-table', props.classes)} {...props.attributes}>
      {props.caption && (
        <caption class={classNames('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map(cell => (
              <th
                scope="col"
                class={classNames(
                  'govuk-table__header',
                  cell.format && `govuk-table__header--${cell.format}`,
                  cell.classes,
                )}
                {...rareAttributes(cell)}
              >
                {said(cell)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map(
          row =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) => (index === 0 && props.firstCellIsHeader ? rowHeader(cell) : dataCell(cell)))}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function rowHeader(cell: TableCell) {
  return (
    <th scope="row" class={classNames('govuk-table__header', cell.classes)} {...rareAttributes(cell)}>
      {said(cell)}
    </th>
  )
}

function dataCell(cell: TableCell) {
  return (
    <td
      class={classNames('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}
      {...rareAttributes(cell)}
    >
      {said(cell)}
    </td>
  )
}

/** Apart from the class, because most cells have none of these and a page has thousands of cells. */
function rareAttributes(cell: TableCell): Attributes | undefined {
  if (!cell.colspan && !cell.rowspan) return cell.attributes
  return { colspan: cell.colspan || undefined, rowspan: cell.rowspan || undefined, ...cell.attributes }
}
