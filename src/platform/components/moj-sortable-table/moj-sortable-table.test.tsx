import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { MojSortableTable } from './moj-sortable-table.tsx'

test('columns say how they are sorted and cells what they are sorted by', () => {
  const html = renderToString(
    <MojSortableTable
      head={[{ text: 'Name', sort: 'ascending' }, { text: 'Hearing', sort: 'none' }, { text: 'Notes' }]}
      rows={[[{ text: 'Abbot' }, { text: '1 May 2027', sortValue: '2027-05-01' }, { text: '' }]]}
    />,
  )
  expect(html).toContain('<table class="govuk-table" data-module="moj-sortable-table">')
  expect(html).toContain('<th scope="col" class="govuk-table__header" aria-sort="ascending">Name</th>')
  expect(html).toContain('<th scope="col" class="govuk-table__header" aria-sort="none">Hearing</th>')
  expect(html).toContain('<th scope="col" class="govuk-table__header">Notes</th>')
  expect(html).toContain('<td class="govuk-table__cell" data-sort-value="2027-05-01">1 May 2027</td>')
})
