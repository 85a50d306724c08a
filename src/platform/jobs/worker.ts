import { Logger, parseCronItems, type Runner, run, runOnce, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Services } from '../context/index.ts'
import { faultOf } from '../observe/index.ts'
import { newId, roleUrl, type Tx } from '../store/index.ts'
import { type Job, kitOf, usualAttempts } from './job.ts'

export type WorkerOptions = {
  readonly services: Services
  readonly jobs: readonly Job[]
  /** Told of every run that failed, by name and kind of fault. */
  readonly onFailure?: (name: string, fault: string, gaveUp: boolean) => void
  readonly concurrency?: number
}

export type Worker = {
  /** Takes no new jobs, waits for those under way, lets its connections go. */
  stop(): Promise<void>
}

const silent = new Logger(() => () => undefined)

/** Works the queue as the worker role. It is woken by NOTIFY and looks for itself every two seconds as well. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const pool = workerPool(options)
  const runner: Runner = await run({
    pgPool: pool,
    taskList: tasksOf(options),
    parsedCronItems: parseCronItems(
      options.jobs.flatMap(({ name, every, attempts }) =>
        every === undefined
          ? []
          : [
              {
                task: name,
                match: every,
                options: { backfillPeriod: 0, maxAttempts: attempts ?? usualAttempts, jobKey: name },
              },
            ],
      ),
    ),
    concurrency: options.concurrency ?? 2,
    pollInterval: 2000,
    noHandleSignals: true,
    noPreparedStatements: !(options.services.db.settings.prepare ?? true),
    logger: silent,
  })
  return {
    async stop() {
      await runner.stop()
      await pool.end()
    },
  }
}

/** Runs what is due now and returns: for commands and tests. */
export async function workOnce(options: WorkerOptions): Promise<void> {
  const pool = workerPool(options)
  try {
    await runOnce({ pgPool: pool, taskList: tasksOf(options), noHandleSignals: true, logger: silent, concurrency: 1 })
  } finally {
    await pool.end()
  }
}

function workerPool({ services, concurrency = 2 }: WorkerOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: roleUrl(services.db.settings, 'worker'),
    max: concurrency + 2,
    application_name: 'throughline-jobs',
  })
  // A broken connection is replaced at its next use; without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

function tasksOf(options: WorkerOptions): TaskList {
  return Object.fromEntries(options.jobs.map(job => [job.name, taskOf(options, job)]))
}

function taskOf({ services, onFailure }: WorkerOptions, job: Job): TaskList[string] {
  return async (payload, helpers) => {
    const { attempts, max_attempts: most } = helpers.job
    const last = attempts >= most
    const started = services.clock().now
    const note = (problem: string | null) =>
      services.db.transaction('worker', { userId: 'jobs', allowed: [], barred: [] }, tx =>
        noteRun(tx, { name: job.name, started, ended: services.clock().now, attempt: attempts, problem, gaveUp: last }),
      )
    try {
      await job.run(kitOf(services, job.name, attempts, last), job.payload.parse(payload))
    } catch (error) {
      const { kind } = faultOf(error)
      onFailure?.(job.name, kind, last)
      await note(kind)
      // The queue stores what is thrown: the kind only, never a message that may quote data.
      throw new Error(kind)
    }
    await note(null)
  }
}

type Run = {
  readonly name: string
  readonly started: string
  readonly ended: string
  readonly attempt: number
  readonly problem: string | null
  readonly gaveUp: boolean
}

async function noteRun(tx: Tx, run: Run): Promise<void> {
  await tx.run(
    `INSERT INTO platform.job_run (id, name, started_at, ended_at, attempt, failed, gave_up, problem)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      newId(),
      run.name,
      run.started,
      run.ended,
      run.attempt,
      run.problem !== null,
      run.problem !== null && run.gaveUp,
      run.problem,
    ],
  )
}
