import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseCronItems } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../test/support/database.ts'
import { machine } from '../platform/access/index.ts'
import { inContext, type Services } from '../platform/context/index.ts'
import { kitOf } from '../platform/jobs/index.ts'
import type { Database } from '../platform/store/index.ts'
import { migrationFolders as folders } from './domains.ts'
import { anchorFile, jobsOf, readiness } from './platform-parts.ts'
import { servicesOn } from './services.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'platform-parts-'))
const settings = { dataFolder: folder, secret: 'only for tests, never for people: 0123456789' }
let db: Database
let services: Services

beforeAll(async () => {
  db = await testDatabase()
  services = servicesOn(db)
})
afterAll(async () => {
  await dropAll()
  rmSync(folder, { recursive: true })
})

describe('the jobs of the product', () => {
  const jobs = jobsOf(settings)

  test('have names of their own and crontab lines the queue understands', () => {
    expect(new Set(jobs.map(job => job.name)).size).toBe(jobs.length)
    const lines = jobs.flatMap(({ name, every }) => (every ? [{ task: name, match: every }] : []))
    expect(parseCronItems(lines)).toHaveLength(lines.length)
  })

  test.each(jobs.filter(job => job.every).map(job => [job.name, job] as const))(
    '%s runs, and runs again',
    async (name, job) => {
      for (const attempt of [1, 2])
        await job.run(kitOf(services, name, attempt, false), job.payload.parse({ _cron: {} }))
    },
  )

  test('publish one signed anchor when something was written, and none when nothing was', async () => {
    const published = () => readFileSync(anchorFile(settings), 'utf8').trim().split('\n').length
    const before = published()
    await inContext(services, { viewer: machine('test'), requestId: 'test', channel: 'test' }, async ctx =>
      ctx.record('system', 'test.something', []),
    )
    const anchor = jobs.find(job => job.name === 'audit.anchor')!
    for (const attempt of [1, 2]) await anchor.run(kitOf(services, anchor.name, attempt, false), undefined)
    expect(published()).toBe(before + 1)
  })
})

describe('readiness', () => {
  test('asks the database for every migration of this program', async () => {
    expect(await readiness(db, folders())).toEqual({ database: true, migrations: true })
    const newer = [...folders(), { ...folders()[0]!, domain: 'zoo' }]
    expect(await readiness(db, newer)).toEqual({ database: true, migrations: false })
  })

  test('says that the database is away', async () => {
    const other = await testDatabase()
    await other.close()
    const away = { ...other, transaction: () => Promise.reject(new Error('away')) }
    expect(await readiness(away, folders())).toEqual({ database: false, migrations: false })
  })
})
