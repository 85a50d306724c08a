import { Accordion, Details, MojIdentityBar, MojSubNavigation, MojTimeline, SummaryList, Tabs, Tag } from '../index.ts'

export function Identity({ name }: { readonly name: string }) {
  return (
    <MojIdentityBar
      title={{
        html: (
          <>
            <span class="app-identity">
              <span class="app-identity__name">{name}</span>
              <span class="app-nowrap">CRN X000001</span>
              <span class="app-nowrap">3 May 1980, 47 years old</span>
            </span>
            <span class="app-flags">
              <Tag classes="govuk-tag--red" text="Risk to staff" />
              <Tag classes="govuk-tag--orange" text="Domestic abuse" />
            </span>
          </>
        ),
      }}
      menus={[{ items: [{ text: 'Add a note', href: '#note' }] }]}
    />
  )
}

export function PersonRecord() {
  return (
    <>
      <h1 class="govuk-heading-l">Overview</h1>
      <MojSubNavigation
        label="Record"
        items={[
          { text: 'Overview', href: '#overview', active: true },
          { text: 'Orders', href: '#orders' },
          { text: 'Court history', href: '#court' },
          { text: 'Addresses', href: '#addresses' },
        ]}
      />
      <div class="app-beside">
        <SummaryList
          card={{ title: { text: 'What the court sent' } }}
          rows={[
            { key: { text: 'Name' }, value: { html: <span class="app-differs">Alan Smith</span> } },
            { key: { text: 'Date of birth' }, value: { text: '3 May 1980' } },
            { key: { text: 'PNC' }, value: { text: '2004/0012345A' } },
          ]}
        />
        <SummaryList
          card={{
            title: { text: 'What is on record' },
            actions: {
              items: [
                { text: 'Change', href: '#change' },
                { text: 'History', href: '#history' },
              ],
            },
          }}
          rows={[
            {
              key: { text: 'Name' },
              value: { text: 'Alan Smyth' },
              actions: { items: [{ text: 'Change', href: '#name', visuallyHiddenText: 'name' }] },
            },
            { key: { text: 'Date of birth' }, value: { text: '3 May 1980' } },
            { key: { text: 'PNC' }, value: { text: '2004/0012345A' } },
          ]}
        />
      </div>
      <Details summaryText="Why is this person proposed?">
        <p class="govuk-body">Surname sounds alike, date of birth is the same, PNC is the same.</p>
      </Details>
      <Tabs
        idPrefix="order"
        title="Order"
        items={[
          { label: 'Requirements', panel: { text: 'Unpaid work: 62 of 120 hours worked.' } },
          { label: 'Appointments', panel: { text: 'Next: Friday 21 May 2027 at 11am.' } },
        ]}
      />
      <Accordion
        id="gallery-history"
        items={[
          {
            heading: { text: 'Community order' },
            summary: { text: 'Made 14 January 2025' },
            content: { text: '12 months.' },
          },
          { heading: { text: 'Fine' }, content: { text: '£120.' } },
        ]}
      />
      <MojTimeline
        headingLevel={3}
        items={[
          {
            label: { text: 'Hearing' },
            datetime: { timestamp: '2027-05-21T10:00:00Z', text: '21 May 2027 at 11am' },
            byline: { text: 'Asha Bell' },
            html: <p class="govuk-body">Adjourned for a report.</p>,
          },
          {
            label: { text: 'Order made' },
            datetime: { timestamp: '2025-01-14', text: '14 January 2025' },
            html: <p class="govuk-body">Community order of 12 months.</p>,
          },
        ]}
      />
    </>
  )
}
