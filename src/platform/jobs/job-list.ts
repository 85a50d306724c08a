import type { Tx } from '../store/index.ts'

export type QueuedJob = {
  readonly id: number
  readonly name: string
  readonly runAt: string
  readonly attempts: number
  readonly mostAttempts: number
  readonly state: 'waiting' | 'running' | 'gave-up'
}

/** What waits, runs or has given up; the 500 that are due first. */
export async function queuedJobs(tx: Tx): Promise<readonly QueuedJob[]> {
  const rows = await tx.rows<{
    id: number
    name: string
    run_at: string
    attempts: number
    max_attempts: number
    locked_at: string | null
  }>('SELECT id, name, run_at, attempts, max_attempts, locked_at FROM platform.queued_jobs()')
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    runAt: row.run_at,
    attempts: row.attempts,
    mostAttempts: row.max_attempts,
    state: row.locked_at !== null ? 'running' : row.attempts >= row.max_attempts ? 'gave-up' : 'waiting',
  }))
}

export type JobRun = {
  readonly id: string
  readonly name: string
  readonly startedAt: string
  readonly endedAt: string
  readonly attempt: number
  readonly failed: boolean
  readonly gaveUp: boolean
  readonly problem: string | null
}

/** The latest runs, newest first; of one name, or only those that failed, when asked. */
export async function jobRuns(
  tx: Tx,
  asked: { readonly name?: string; readonly failedOnly?: boolean; readonly limit: number },
): Promise<readonly JobRun[]> {
  const rows = await tx.rows<{
    id: string
    name: string
    started_at: string
    ended_at: string
    attempt: number
    failed: boolean
    gave_up: boolean
    problem: string | null
  }>(
    `SELECT id, name, started_at, ended_at, attempt, failed, gave_up, problem FROM platform.job_run
     WHERE ($1::text IS NULL OR name = $1) AND (failed OR NOT $2) ORDER BY started_at DESC, id DESC LIMIT $3`,
    [asked.name ?? null, asked.failedOnly ?? false, asked.limit],
  )
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    attempt: row.attempt,
    failed: row.failed,
    gaveUp: row.gave_up,
    problem: row.problem,
  }))
}

/** Runs older than thirty days are forgotten. */
export async function sweepRuns(tx: Tx, now: string): Promise<number> {
  return tx.run(`DELETE FROM platform.job_run WHERE started_at < $1::timestamptz - interval '30 days'`, [now])
}
