import type { ComponentChildren } from 'preact'

export type RowsTableProps = {
  /** Read out before the table; shown only when `showCaption` says so. */
  readonly caption: string
  readonly showCaption?: boolean
  readonly head: readonly { readonly text: string; readonly numeric?: boolean }[]
  readonly groups: readonly {
    readonly heading?: string
    readonly rows: readonly (readonly ComponentChildren[])[]
  }[]
}

/** A dense list of rows, in groups when they have headings. On a narrow screen each row becomes a block whose cells are
 *  named, so nothing scrolls sideways. */
export function RowsTable({ caption, showCaption, head, groups }: RowsTableProps) {
  return (
    <table class="govuk-table app-table--compact app-table--stack">
      <caption class={showCaption ? 'govuk-table__caption govuk-table__caption--m' : 'govuk-visually-hidden'}>
        {caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {head.map(({ text, numeric }) => (
            <th
              scope="col"
              class={numeric ? 'govuk-table__header govuk-table__header--numeric' : 'govuk-table__header'}
            >
              {text}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(group => (
        <tbody class="govuk-table__body">
          {group.heading && (
            <tr class="govuk-table__row">
              <th scope="rowgroup" colspan={head.length} class="govuk-table__header">
                {group.heading}
              </th>
            </tr>
          )}
          {group.rows.map(cells => (
            <tr class="govuk-table__row">
              {cells.map((cell, index) => (
                <td
                  class={head[index]?.numeric ? 'govuk-table__cell govuk-table__cell--numeric' : 'govuk-table__cell'}
                  data-label={index === 0 ? undefined : head[index]?.text}
                >
                  {cell || null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
