import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../store/index.ts'

export type Metrics = {
  readonly registry: Registry
  answered(labels: { readonly method: string; readonly route: string; readonly status: number }, seconds: number): void
  defect(route: string): void
}

/** What a Prometheus server collects: time and number of answers by page name, defects, queue and outbox, the process. */
export function openMetrics(db: Database): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const time = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by page or route name',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const defects = new Counter({
    name: 'throughline_defects_total',
    help: 'Answers that said "there is a problem with the service"',
    labelNames: ['route'],
    registers: [registry],
  })
  const jobs = gauge(registry, 'throughline_jobs', 'Jobs in the queue', ['state'])
  const outbox = gauge(registry, 'throughline_outbox_events', 'Events not yet taken from the outbox', [])
  registry.registerMetric(
    new Gauge({
      name: 'throughline_database_up',
      help: '1 when the database answers',
      registers: [],
      async collect() {
        this.set((await readQueues(db, jobs, outbox)) ? 1 : 0)
      },
    }),
  )
  return {
    registry,
    answered: ({ method, route, status }, seconds) => time.observe({ method, route, status: String(status) }, seconds),
    defect: route => defects.inc({ route }),
  }
}

function gauge(registry: Registry, name: string, help: string, labelNames: string[]): Gauge {
  return new Gauge({ name, help, labelNames, registers: [registry] })
}

/** Asked once for each collection; a database that is away is itself a figure, not a fault. */
async function readQueues(db: Database, jobs: Gauge, outbox: Gauge): Promise<boolean> {
  try {
    await db.transaction('worker', { userId: 'system:metrics', allowed: [], barred: [] }, async tx => {
      const states = await tx.rows<{ state: string; jobs: number }>(
        `SELECT CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'gave-up' ELSE 'waiting' END AS state,
           count(*) AS jobs FROM platform.queued_jobs() GROUP BY 1`,
      )
      jobs.reset()
      for (const state of ['waiting', 'running', 'gave-up']) jobs.set({ state }, 0)
      for (const row of states) jobs.set({ state: row.state }, row.jobs)
      const { events } = await tx.one<{ events: number }>(
        'SELECT count(*) AS events FROM platform.outbox WHERE taken_at IS NULL',
      )
      outbox.set(events)
    })
    return true
  } catch {
    return false
  }
}
