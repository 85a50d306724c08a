import {
  BackLink,
  Breadcrumbs,
  LanguageNavigation,
  MojButtonMenu,
  MojPrimaryNavigation,
  MojSearch,
  MojSideNavigation,
  Pagination,
  Table,
} from '../index.ts'

export function Navigation() {
  return (
    <>
      <BackLink href="#back" />
      <Breadcrumbs
        items={[{ text: 'My courts', href: '#courts' }, { text: 'Northmoor', href: '#n' }, { text: 'Today' }]}
      />
      <h1 class="govuk-heading-l">Ways through</h1>
      <LanguageNavigation
        items={[
          { text: 'English', lang: 'en' },
          { text: 'Cymraeg', lang: 'cy', href: '#cy' },
        ]}
      />
      <MojPrimaryNavigation
        label="Parts"
        items={[
          { text: 'Cases', href: '#cases', active: true },
          { text: 'Outcomes', href: '#outcomes' },
        ]}
      />
      <MojSearch
        action="#search"
        label={{ text: 'Find a person' }}
        hint={{ text: 'Name, date of birth, CRN, PNC, CRO or URN' }}
        input={{ id: 'q', name: 'q', value: 'Smyth 3/5/80' }}
        button={{ text: 'Search' }}
      />
      <p class="govuk-body">0 results for 'Smyth 3/5/80'</p>
      <div class="app-with-filter">
        <MojSideNavigation
          label="Sections"
          items={[
            { text: 'Overview', href: '#o', active: true },
            { text: 'Sentence', href: '#s' },
          ]}
        />
        <Table
          caption="Requirements"
          firstCellIsHeader
          head={[{ text: 'Requirement' }, { text: 'Length' }, { text: 'Done', format: 'numeric' }]}
          rows={[
            [{ text: 'Unpaid work' }, { text: '120 hours' }, { text: 62, format: 'numeric' }],
            [{ text: 'Rehabilitation activity' }, { text: '20 days' }, { text: 3, format: 'numeric' }],
          ]}
        />
      </div>
      <MojButtonMenu
        button={{ text: 'Actions' }}
        items={[
          { text: 'Claim', href: '#claim' },
          { text: 'Hold', href: '#hold' },
        ]}
      />
      <Pagination
        previous={{ href: '#1', labelText: 'Thursday 20 May 2027' }}
        next={{ href: '#2', labelText: 'Monday 24 May 2027' }}
        landmarkLabel="Days"
      />
    </>
  )
}
