import {
  InsetText,
  MojAlert,
  MojMessages,
  MojTicketPanel,
  NotificationBanner,
  Panel,
  TaskList,
  WarningText,
} from '../index.ts'

export function Notices() {
  return (
    <>
      <h1 class="govuk-heading-l">Notices</h1>
      <NotificationBanner titleId="important" text="Two people changed this note. Both texts are below." />
      <MojAlert title="Information" text="The list was last updated at 9:30am." />
      <MojAlert variant="success" title="Sentence accepted" showTitleAsHeading text="It is on the record." />
      <MojAlert variant="warning" title="Held" text="Held because the end date is before the start." dismissible />
      <MojAlert variant="error" title="Not sent" text="The message could not be read." />
      <WarningText text="This person must not be seen alone." />
      <InsetText text="Proposed by the service from the court's result. Nothing counts until it is accepted." />
      <Panel titleText="Outcome saved" headingLevel={2} text="The sentence is on the person's record." />
      <MojTicketPanel
        items={[{ html: <p class="govuk-body">Claimed by Asha Bell</p>, classes: 'moj-ticket-panel__content--blue' }]}
      />
      <h2 class="govuk-heading-m">To do</h2>
      <TaskList
        idPrefix="tasks"
        items={[
          { title: { text: 'Check the match' }, href: '#match', status: { text: 'Completed' } },
          {
            title: { text: 'Accept the sentence' },
            hint: { text: 'Two requirements are proposed' },
            href: '#accept',
            status: { tag: { text: 'Not started', classes: 'govuk-tag--blue' } },
          },
          {
            title: { text: 'Write the report' },
            status: { text: 'Cannot start yet', classes: 'govuk-task-list__status--cannot-start-yet' },
          },
        ]}
      />
      <MojMessages
        label="Messages"
        items={[
          { id: '1', type: 'sent', sender: 'Asha', text: 'Please come at 11am.', day: '20 May 2027', time: '9am' },
          { id: '2', type: 'received', sender: 'Alan', text: 'I will.', day: '20 May 2027', time: '9:12am' },
        ]}
      />
    </>
  )
}
