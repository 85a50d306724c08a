import { QuestionField } from './question-field.tsx'
import type { Block } from './section-blocks.ts'

/** A row for each thing asked about and a field for each column. Each field says its whole question to a screen reader;
 *  on a narrow screen the rows stand below each other and each field names its column. */
export function QuestionTable({ table }: { readonly table: Extract<Block, { is: 'table' }> }) {
  return (
    <table class="govuk-table app-table--stack">
      <caption class="govuk-table__caption govuk-visually-hidden">{table.name}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <td class="govuk-table__cell" />
          {table.columns.map(column => (
            <th scope="col" class="govuk-table__header govuk-!-width-one-quarter">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {table.rows.map(row => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header govuk-!-font-weight-regular">
              {row.name}
            </th>
            {table.columns.map(column => {
              const field = row.cells.find(one => one.question.inTable?.column === column)
              return (
                <td class="govuk-table__cell" data-label={column}>
                  {field && <QuestionField field={field} inTable />}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
