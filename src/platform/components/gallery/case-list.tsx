import {
  Checkboxes,
  MojBadge,
  MojFilter,
  MojPageHeaderActions,
  MojPagination,
  MojScrollablePane,
  MojSortableTable,
  MojSubNavigation,
  Radios,
  Tag,
} from '../index.ts'

export function CaseList({ name }: { readonly name: string }) {
  return (
    <>
      {top()}
      <div class="app-with-filter">
        {filter()}
        <div>
          <MojScrollablePane label="Cases">
            <MojSortableTable
              classes="app-table--compact"
              caption="24 people"
              captionClasses="govuk-table__caption--s"
              head={[
                { text: 'Defendant', sort: 'ascending' },
                { text: 'Probation status', sort: 'none' },
                { text: 'Offence' },
                { text: 'Listing', sort: 'none' },
                { text: 'Session', sort: 'none' },
                { text: 'Court', sort: 'none', format: 'numeric' },
              ]}
              rows={[name, 'Abara, Chidi', 'Okonkwo-Jones, Mary', 'Restricted', 'Ó Briain, Seán'].map((who, index) => [
                {
                  html: (
                    <>
                      <a class="govuk-link" href="person-record.html">
                        {who}
                      </a>
                      <span class="app-secondary">{index === 3 ? 'X00000R' : '3 May 1980'}</span>
                    </>
                  ),
                },
                {
                  html: [
                    <Tag classes="govuk-tag--green" text="Current" />,
                    <Tag classes="govuk-tag--yellow" text="Possible record" />,
                    <Tag classes="govuk-tag--grey" text="No record" />,
                    <Tag classes="govuk-tag--grey" text="Restricted" />,
                    <>
                      <Tag classes="govuk-tag--blue" text="Previous" />{' '}
                      <MojBadge text="Breach" classes="moj-badge--red" />
                    </>,
                  ][index],
                },
                { text: 'Theft from a shop on 2 May 2027; common assault of an emergency worker' },
                { text: '1st' },
                { text: index % 2 ? 'Afternoon' : 'Morning' },
                { text: index + 1, format: 'numeric', sortValue: index + 1 },
              ])}
            />
          </MojScrollablePane>
          <MojPagination
            items={[
              { number: 1, href: '#1', current: true },
              { number: 2, href: '#2' },
              { ellipsis: true },
              { number: 5, href: '#5' },
            ]}
            next={{ href: '#2' }}
            results={{ from: 1, to: 5, count: 24, text: 'cases' }}
          />
        </div>
      </div>
    </>
  )
}

export function EmptyList() {
  return (
    <>
      {top()}
      <p class="govuk-body">0 cases match. Take a filter away to see more.</p>
      <MojPagination results={{ count: 0 }} />
    </>
  )
}

function top() {
  return (
    <>
      <MojPageHeaderActions
        heading={{ text: 'Northmoor Magistrates: Friday 21 May 2027', classes: 'govuk-heading-l' }}
        items={[{ text: 'Add a case', classes: 'govuk-button--secondary', href: '#add' }]}
      />
      <MojSubNavigation
        label="Lists"
        items={[
          { text: 'Case list (24)', href: '#list', active: true },
          { text: 'Heard (2)', href: '#heard' },
          { text: 'Removed (1)', href: '#removed' },
        ]}
      />
    </>
  )
}

function filter() {
  return (
    <form method="get" action="#" data-remember="gallery">
      <MojFilter
        heading={{ text: 'Filter' }}
        selectedFilters={{
          heading: { text: 'Chosen' },
          clearLink: { text: 'Clear filters', href: '#clear' },
          categories: [{ heading: { text: 'Session' }, items: [{ text: 'Morning', href: '#without-morning' }] }],
        }}
        optionsHtml={
          <>
            <Checkboxes
              name="session"
              classes="govuk-checkboxes--small"
              fieldset={{ legend: { text: 'Session', classes: 'govuk-fieldset__legend--s' } }}
              values={['am']}
              items={[
                { value: 'am', text: 'Morning (14)' },
                { value: 'pm', text: 'Afternoon (10)' },
              ]}
            />
            <Radios
              name="status"
              classes="govuk-radios--small"
              fieldset={{ legend: { text: 'Probation status', classes: 'govuk-fieldset__legend--s' } }}
              items={[
                { value: 'current', text: 'Current (9)' },
                { value: 'previous', text: 'Previous (4)' },
              ]}
            />
          </>
        }
      />
    </form>
  )
}
