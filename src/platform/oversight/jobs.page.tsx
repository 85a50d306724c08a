import { instant } from '../calendar/index.ts'
import { Table, Tag } from '../components/index.ts'
import { type JobRun, jobRuns, type QueuedJob, queuedJobs } from '../jobs/index.ts'
import { page } from '../web/index.ts'
import { type Backlog, backlog } from '../webhooks/index.ts'
import { plural, savedAt } from '../words/index.ts'
import { AdminTabs } from './admin-tabs.tsx'

type JobsModel = {
  readonly queued: readonly QueuedJob[]
  readonly runs: readonly JobRun[]
  readonly backlog: Backlog
  readonly failedOnly: boolean
}

const runsShown = 100

const stateTags = {
  waiting: { text: 'Waits', classes: 'govuk-tag--grey' },
  running: { text: 'Runs', classes: 'govuk-tag--blue' },
  'gave-up': { text: 'Gave up', classes: 'govuk-tag--red' },
} as const

/** What ran, what failed, and what waits. */
export const jobsPage = page<JobsModel>({
  path: '/admin/jobs',
  name: 'platform.jobs',
  title: 'Jobs',
  allow: 'platform.see-jobs',
  section: 'admin',
  async view(ctx, at) {
    const failedOnly = at.query.one('show') === 'failed'
    return {
      failedOnly,
      queued: await queuedJobs(ctx.tx),
      runs: await jobRuns(ctx.tx, { failedOnly, limit: runsShown }),
      backlog: await backlog(ctx.tx),
    }
  },
  body: ({ queued, runs, backlog: { events, waiting, dead }, failedOnly }) => (
    <>
      <AdminTabs active="jobs" />
      <h1 class="govuk-heading-l">Jobs</h1>
      <p class="govuk-body">
        {plural(events, 'event')} not yet taken from the outbox,{' '}
        {plural(waiting, 'webhook delivery', 'webhook deliveries')} on the way, {dead} that gave up.
      </p>
      <h2 class="govuk-heading-m">Waiting and running</h2>
      {queued.length === 0 ? (
        <p class="govuk-body">No job waits.</p>
      ) : (
        <Table
          caption="Jobs in the queue, due first"
          captionClasses="govuk-visually-hidden"
          head={['Job', 'State', 'Due', 'Tries'].map(text => ({ text }))}
          rows={queued.map(one => [
            { text: one.name },
            { html: <Tag {...stateTags[one.state]} /> },
            { text: savedAt(instant(one.runAt)) },
            { text: `${one.attempts} of ${one.mostAttempts}` },
          ])}
        />
      )}
      <h2 class="govuk-heading-m">{failedOnly ? 'Runs that failed' : 'Last runs'}</h2>
      <p class="govuk-body">
        {failedOnly ? (
          <a class="govuk-link" href="/admin/jobs">
            Show every run
          </a>
        ) : (
          <a class="govuk-link" href="/admin/jobs?show=failed">
            Show only runs that failed
          </a>
        )}
      </p>
      {runs.length === 0 ? (
        <p class="govuk-body">
          {failedOnly ? 'No run failed in the last 30 days.' : 'No job ran in the last 30 days.'}
        </p>
      ) : (
        <Table
          caption="Runs, newest first"
          captionClasses="govuk-visually-hidden"
          head={['Job', 'Started', 'Took', 'Try', 'Result'].map(text => ({ text }))}
          rows={runs.map(run => [
            { text: run.name },
            { text: savedAt(instant(run.startedAt)) },
            { text: `${((Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000).toFixed(1)} seconds` },
            { text: run.attempt },
            { html: <RunResult run={run} /> },
          ])}
        />
      )}
    </>
  ),
})

function RunResult({ run }: { readonly run: JobRun }) {
  if (!run.failed) return <Tag text="Done" classes="govuk-tag--green" />
  return (
    <>
      <Tag text={run.gaveUp ? 'Gave up' : 'Failed'} classes="govuk-tag--red" /> {run.problem}
    </>
  )
}
