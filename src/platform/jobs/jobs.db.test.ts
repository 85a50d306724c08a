import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { permissionTable } from '../access/index.ts'
import { instant, londonDay } from '../calendar/index.ts'
import type { Services } from '../context/index.ts'
import type { Database, DbRole } from '../store/index.ts'
import { addJob, type Job, job, jobRuns, noPayload, queuedJobs, startWorker, sweepRuns, workOnce } from './index.ts'

let db: Database
let owner: pg.Client
let services: Services
let done: unknown[] = []

const greet = job({
  name: 'test.greet',
  about: 'greets',
  payload: z.object({ name: z.string() }),
  async run(kit, { name }) {
    await kit.transaction(async ctx => {
      const { role } = await ctx.tx.one<{ role: string }>('SELECT current_user AS role')
      done.push([name, role, ctx.viewer.username])
    })
  },
})
const stumble = job({
  name: 'test.stumble',
  about: 'falls over something it must not repeat',
  payload: noPayload,
  async run() {
    throw new RangeError('Smith, John, born 1980-01-01 was not found')
  },
})
const tick = job({
  name: 'test.tick',
  about: 'runs by the clock',
  payload: noPayload,
  every: '0 4 * * *',
  run: async () => void done.push('tick'),
})
const jobs: readonly Job[] = [greet, stumble, tick]

const as = <T>(role: DbRole, work: Parameters<typeof db.transaction<T>>[2]) =>
  db.transaction(role, { userId: 'test', allowed: [], barred: [] }, work)

beforeAll(async () => {
  db = await testDatabase()
  owner = new pg.Client({ connectionString: db.settings.ownerUrl })
  await owner.connect()
  services = {
    db,
    permissions: permissionTable(),
    clock: () => ({ now: instant(new Date()), today: londonDay(instant(new Date())) }),
    limitsOf: async () => ({ allowed: [], barred: [] }),
    reactions: new Map(),
  }
})
afterAll(async () => {
  await owner.end()
  await dropAll()
})
beforeEach(() => {
  done = []
})

describe('a job', () => {
  test('added by a page or by a machine runs as the worker once the transaction has committed', async () => {
    await as('web', tx => addJob(tx, 'test.greet', { name: 'Ada' }))
    await as('worker', tx => addJob(tx, 'test.greet', { name: 'Grace' }))
    await workOnce({ services, jobs })
    expect(done).toEqual([
      ['Ada', 'throughline_test_worker', 'system:test.greet'],
      ['Grace', 'throughline_test_worker', 'system:test.greet'],
    ])
    expect(await as('web', queuedJobs)).toEqual([])
    expect((await as('web', tx => jobRuns(tx, { name: 'test.greet', limit: 9 }))).map(run => run.failed)).toEqual([
      false,
      false,
    ])
  })

  test('of a transaction that was rolled back never runs', async () => {
    const rolledBack = as('web', async tx => {
      await addJob(tx, 'test.greet', { name: 'Nobody' })
      throw new Error('rolled back')
    })
    await expect(rolledBack).rejects.toThrow()
    await workOnce({ services, jobs })
    expect(done).toEqual([])
  })

  test('added twice under one key runs once, with the later payload', async () => {
    await as('web', tx => addJob(tx, 'test.greet', { name: 'first' }, { key: 'greeting' }))
    await as('web', tx => addJob(tx, 'test.greet', { name: 'second' }, { key: 'greeting' }))
    await workOnce({ services, jobs })
    expect(done.map(entry => (entry as string[])[0])).toEqual(['second'])
  })

  test('that fails is tried again later and gives up after its last try; no message is written down', async () => {
    const told: string[] = []
    await as('web', tx => addJob(tx, 'test.stumble', {}, { attempts: 2 }))
    const options = {
      services,
      jobs,
      onFailure: (name: string, fault: string, gaveUp: boolean) => told.push(`${name} ${fault} ${gaveUp}`),
    }
    await workOnce(options)
    expect((await as('web', queuedJobs)).map(waiting => [waiting.state, waiting.attempts])).toEqual([['waiting', 1]])
    await owner.query('UPDATE graphile_worker._private_jobs SET run_at = now()')
    await workOnce(options)
    expect((await as('web', queuedJobs)).map(waiting => waiting.state)).toEqual(['gave-up'])
    expect(told).toEqual(['test.stumble RangeError false', 'test.stumble RangeError true'])
    const runs = await as('web', tx => jobRuns(tx, { failedOnly: true, limit: 9 }))
    expect(runs.map(run => [run.problem, run.gaveUp])).toEqual([
      ['RangeError', true],
      ['RangeError', false],
    ])
    const { rows } = await owner.query('SELECT * FROM graphile_worker._private_jobs')
    expect(JSON.stringify([rows, runs])).not.toContain('Smith')
    await owner.query('DELETE FROM graphile_worker._private_jobs')
  })

  test('with a payload of the wrong form fails and says so', async () => {
    await as('web', tx => addJob(tx, 'test.greet', { name: 7 }))
    await workOnce({ services, jobs })
    expect(
      (await as('web', tx => jobRuns(tx, { name: 'test.greet', failedOnly: true, limit: 1 })))[0]?.problem,
    ).toContain('ZodError')
    await owner.query('DELETE FROM graphile_worker._private_jobs')
  })
})

describe('the worker', () => {
  test('takes up a job within moments and knows what runs by the clock', async () => {
    const worker = await startWorker({ services, jobs })
    await as('web', tx => addJob(tx, 'test.greet', { name: 'Ada' }))
    for (let n = 0; n < 100 && done.length === 0; n++) await new Promise(wait => setTimeout(wait, 50))
    await worker.stop()
    expect(done).toHaveLength(1)
    const { rows } = await owner.query('SELECT identifier FROM graphile_worker._private_known_crontabs')
    expect(rows).toEqual([{ identifier: 'test.tick' }])
  })

  test('is the only role that can touch the queue itself', async () => {
    for (const role of ['web', 'matcher', 'stats'] as const) {
      const attempt = as(role, tx => tx.rows('SELECT * FROM graphile_worker._private_jobs'))
      await expect(attempt, role).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('forgets runs after thirty days', async () => {
    await owner.query(`UPDATE platform.job_run SET started_at = now() - interval '31 days'`)
    await as('worker', tx => sweepRuns(tx, new Date().toISOString()))
    expect(await as('web', tx => jobRuns(tx, { limit: 9 }))).toEqual([])
  })
})
