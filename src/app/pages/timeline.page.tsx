import { casePage } from '../../domains/person/index.ts'
import { Button, Checkboxes, MojTimeline } from '../../platform/components/index.ts'
import { Form } from '../../platform/web/index.ts'
import { readTimelineFilter, type TimelineView, timelineView } from './timeline.view.ts'
import { timelineEvents } from './timeline-events.ts'

export const timelinePage = casePage<TimelineView>({
  path: '/timeline',
  name: 'app.timeline',
  title: 'Timeline',
  tab: 'timeline',
  view: async (ctx, opened, at) => {
    const filter = readTimelineFilter(at.query.all('kind'), at.query.one('system'), at.query.one('all'))
    return timelineView(opened.crn, await timelineEvents(ctx, opened), filter, ctx.today)
  },
  body: (model, _opened, at) => (
    <>
      <h1 class="govuk-heading-l">Timeline</h1>
      <div class="app-with-filter">
        <Form method="get" action={model.base}>
          <Checkboxes
            name="kind"
            classes="govuk-checkboxes--small"
            fieldset={{ legend: { text: 'Show only', classes: 'govuk-fieldset__legend--s' } }}
            values={[...model.chosen]}
            items={[...model.kinds]}
          />
          <Checkboxes
            name="system"
            classes="govuk-checkboxes--small"
            values={model.system ? ['yes'] : []}
            items={[{ value: 'yes', text: 'Also what the service did by itself' }]}
          />
          <Button text="Filter" classes="govuk-button--secondary" />
        </Form>
        <div>
          <p class="govuk-body">
            {model.counted}, latest first.{' '}
            {model.hidden && (
              <a class="govuk-link" href={`${model.base}${at.query.with({ system: 'yes' })}`}>
                {model.hidden}
              </a>
            )}
          </p>
          {model.entries.length === 0 && <p class="govuk-body">{model.empty}</p>}
          <MojTimeline
            items={model.entries.map(entry => ({
              label: {
                html: entry.href ? (
                  <a class="govuk-link" href={entry.href}>
                    {entry.title}
                  </a>
                ) : (
                  entry.title
                ),
              },
              datetime: { timestamp: entry.at, text: `${entry.when}, ${entry.kind.toLowerCase()}` },
              byline: entry.by ? { text: entry.by } : undefined,
              html: entry.text ? <p class="govuk-body app-kept-text">{entry.text}</p> : '',
            }))}
          />
          {model.more && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${model.base}${at.query.with({ all: 'yes' })}`}>
                {model.more}
              </a>
            </p>
          )}
        </div>
      </div>
    </>
  ),
})
