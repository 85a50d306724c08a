import { InsetText, MojSubNavigation, Tag } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { type At, page, useUi } from '../../../platform/web/index.ts'
import { plural } from '../../../platform/words/index.ts'
import { RowsTable } from '../../court/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { identityBar } from '../../person/index.ts'
import { writerHoursOn } from '../commands/set-writer-hours.ts'
import { openRequests } from '../queries/request-queue.ts'
import { type TeamCapacity, teamCapacity } from '../rules/team-capacity.ts'
import { Bar } from './bar.tsx'
import {
  inTab,
  type QueueFilter,
  type QueueRow,
  queueRow,
  queueTabs,
  queueTabWords,
  reminderWords,
  rowsShown,
  tabOf,
} from './report-queue.view.ts'
import { requestPath } from './request-address.ts'

type ShownRow = QueueRow & { readonly name: string; readonly crn: string | null; readonly court: string }

type QueueModel = {
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly active: boolean }[]
  readonly rows: readonly ShownRow[]
  readonly clocks: readonly ShownRow[]
  readonly filtered: string | null
  readonly capacity: TeamCapacity
  readonly courts: readonly string[]
}

export const reportQueuePage = page<QueueModel>({
  path: '/reports',
  name: 'advice.report-queue',
  title: 'Court reports',
  allow: 'advice.see-reports',
  section: 'reports',
  view: queueModel,
  body: model => <Queue model={model} />,
})

async function queueModel(ctx: Context, at: At): Promise<QueueModel> {
  const { viewer, today } = ctx
  const where = { courts: viewer.courtCodes, regionCode: viewer.courtCodes.length > 0 ? null : viewer.regionCode }
  const requests = await openRequests(ctx.tx, where)
  const people = [...new Set(requests.map(one => one.personId))]
  const bars = await identityBar(ctx.tx, people)
  if (people.length > 0) ctx.look('advice.report-queue', people)
  const courtNames = new Map((await allCourts(ctx.tx, today)).map(court => [court.code, court.name]))
  const rows = requests.map((request): ShownRow => {
    const bar = bars.get(request.personId)
    const court = courtNames.get(request.courtCode) ?? request.courtCode
    return { ...queueRow(request, ctx.now, today), name: bar?.name ?? 'Name not known', crn: bar?.crn ?? null, court }
  })
  const filter: QueueFilter = {
    tab: tabOf(at.query.one('tab')),
    writer: at.query.one('writer'),
    cohort: at.query.one('cohort'),
    custody: at.query.one('custody') === 'yes',
  }
  const work = requests
    .filter(one => one.state !== 'AWAITING_REPLY')
    .map(one => ({ ...one, suggestedDepth: one.triage?.suggestedDepth ?? null }))
  const shown = rowsShown(rows, filter) as readonly ShownRow[]
  const writer = rows.find(row => row.writerUsername === filter.writer)?.writer ?? filter.writer
  const parts = [writer && `written by ${writer}`, filter.cohort, filter.custody && 'in custody'].filter(Boolean)
  return {
    tabs: queueTabs.map(tab => ({
      text: `${queueTabWords[tab]} (${rows.filter(row => inTab(row, tab)).length})`,
      href: `/reports?tab=${tab}`,
      active: tab === filter.tab && parts.length === 0,
    })),
    rows: shown,
    clocks: rows.filter(row => row.clock !== null),
    filtered: parts.length > 0 ? parts.join(', ') : null,
    capacity: teamCapacity(work, await writerHoursOn(ctx.tx, today), today).outcome,
    courts: viewer.courtCodes.map(code => courtNames.get(code) ?? code),
  }
}

function Queue({ model }: { readonly model: QueueModel }) {
  const ui = useUi()
  return (
    <>
      <h1 class="govuk-heading-l">Court reports</h1>
      <p class="govuk-body">
        {model.courts.length > 0 ? `Open reports for ${model.courts.join(', ')}. ` : 'Open reports in your region. '}
        People you may not see are left out.
      </p>
      <p class="govuk-body">
        {ui.can('advice.see-measures') && (
          <>
            <a class="govuk-link" href="/reports/measures">
              Measures of court reports
            </a>{' '}
            <a class="govuk-link" href="/reports/concordance">
              Proposed and sentenced
            </a>
          </>
        )}{' '}
        {ui.can('advice.see-quality') && (
          <a class="govuk-link" href="/reports/quality">
            Quality of court reports
          </a>
        )}{' '}
        {ui.can('advice.agree-outside-frame') && (
          <a class="govuk-link" href="/reports/proposals-to-agree">
            Proposals to agree
          </a>
        )}{' '}
        {ui.can('advice.pilot') && (
          <a class="govuk-link" href="/reports/pilots">
            Pilot courts
          </a>
        )}
      </p>
      {model.clocks.length > 0 && <Clocks rows={model.clocks} />}
      <MojSubNavigation label="Reports" items={model.tabs} />
      {model.filtered && (
        <p class="govuk-body">
          Only those {model.filtered}.{' '}
          <a class="govuk-link" href="/reports">
            Show all
          </a>
        </p>
      )}
      {model.rows.length === 0 ? <p class="govuk-body">No reports here.</p> : <Rows rows={model.rows} />}
      <Capacity capacity={model.capacity} />
    </>
  )
}

function Clocks({ rows }: { readonly rows: readonly ShownRow[] }) {
  return (
    <section class="app-card" aria-labelledby="on-the-day">
      <h2 class="govuk-heading-m" id="on-the-day">
        On the day
      </h2>
      <ul class="govuk-list">
        {rows.map(row => (
          <li>
            <Tag
              text={row.clock?.standing === 'late' ? 'Late' : row.clock?.standing === 'soon' ? 'Soon' : 'Today'}
              classes={row.clock?.standing === 'late' ? 'govuk-tag--red' : 'govuk-tag--yellow'}
            />{' '}
            <Name row={row} /> <strong>{row.clock?.text}</strong>, {row.writer ?? 'not allocated'}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Name({ row }: { readonly row: ShownRow }) {
  const href = row.crn
    ? requestPath(row.crn, row.requestId)
    : row.appearanceId
      ? `/court/defendants/${row.personId}/${row.appearanceId}`
      : null
  return href ? (
    <a class="govuk-link" href={href}>
      {row.name}
    </a>
  ) : (
    <>{row.name}</>
  )
}

function Rows({ rows }: { readonly rows: readonly ShownRow[] }) {
  return (
    <RowsTable
      caption="Court reports by the day the court needs them"
      head={[
        { text: 'Needed by' },
        { text: 'Person' },
        { text: 'Report' },
        { text: 'Court' },
        { text: 'Priority' },
        { text: 'Writer' },
      ]}
      groups={[
        {
          rows: rows.map(row => [
            <>
              <span class="app-nowrap">{row.due}</span>
              {row.internalDue && <div class="app-secondary">Ready by {row.internalDue}</div>}
              {row.reminders.map(reminder => (
                <div>
                  <Tag
                    text={reminderWords[reminder]}
                    classes={reminder === 'overdue' ? 'govuk-tag--red' : 'govuk-tag--yellow'}
                  />
                </div>
              ))}
            </>,
            <>
              <Name row={row} />
              <div class="app-secondary">{row.crn ?? 'No record yet: settle who this is at court'}</div>
            </>,
            <>
              {row.report}
              <div class="app-secondary">{row.depth}</div>
            </>,
            row.court,
            <>
              {row.custody && <Tag text="Custody" classes="govuk-tag--orange" />}
              {row.cohorts.map(cohort => (
                <div>
                  <a class="govuk-link" href={`/reports?cohort=${encodeURIComponent(cohort)}`}>
                    {cohort}
                  </a>
                </div>
              ))}
            </>,
            <>
              {row.writer ?? row.state}
              {row.writer && <div class="app-secondary">{row.state}</div>}
            </>,
          ]),
        },
      ]}
    />
  )
}

const hours = (number: number | null) => (number === null ? 'Not known' : plural(number, 'hour'))

/** Hours of the writers beside the hours the open reports take; the hours for each depth are an assumption, and said so. */
function Capacity({ capacity }: { readonly capacity: TeamCapacity }) {
  const ui = useUi()
  const widest = Math.max(1, ...capacity.writers.flatMap(one => [one.hoursNeeded, one.hoursAWeek ?? 0]))
  return (
    <section aria-labelledby="capacity">
      <h2 class="govuk-heading-m" id="capacity">
        Hours needed and hours there are
      </h2>
      <p class="govuk-body">
        The open reports take {hours(capacity.hoursNeeded)}; the writers’ hours a week:{' '}
        {hours(capacity.hoursAWeek).toLowerCase()}.{' '}
        <a class="govuk-link" href="/reports?tab=unallocated">
          {plural(capacity.unallocated.reports, 'report')} not allocated
        </a>{' '}
        ({hours(capacity.unallocated.hoursNeeded)}).
      </p>
      <InsetText>
        Assumption: hours for each kind of report are ours (
        <a class="govuk-link" href="/rules/advice.hours-per-report">
          advice.hours-per-report
        </a>
        ).
        {capacity.notEstimated > 0 &&
          ` ${plural(capacity.notEstimated, 'report')} without a depth ${capacity.notEstimated === 1 ? 'is' : 'are'} not counted.`}
      </InsetText>
      {capacity.writers.length > 0 && (
        <RowsTable
          caption="Hours by writer"
          head={[
            { text: 'Writer' },
            { text: 'Reports', numeric: true },
            { text: 'Hours needed' },
            { text: 'Hours a week', numeric: true },
          ]}
          groups={[
            {
              rows: capacity.writers.map(one => [
                one.name,
                <a class="govuk-link" href={`/reports?writer=${encodeURIComponent(one.username)}`}>
                  {one.reports}
                </a>,
                <>
                  <Bar
                    value={one.hoursNeeded}
                    of={widest}
                    {...(one.hoursAWeek === null ? {} : { mark: one.hoursAWeek })}
                  />{' '}
                  {hours(one.hoursNeeded)}
                </>,
                hours(one.hoursAWeek),
              ]),
            },
          ]}
        />
      )}
      {ui.can('advice.allocate') && (
        <p class="govuk-body">
          <a class="govuk-link" href="/reports/hours">
            Set the hours of writers
          </a>
        </p>
      )}
    </section>
  )
}
