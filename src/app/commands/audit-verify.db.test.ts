import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { machine } from '../../platform/access/index.ts'
import { anchorKey, appendAudit, publishAnchors, writeAnchor } from '../../platform/audit/index.ts'
import { type Database, newId } from '../../platform/store/index.ts'
import { anchorFile } from '../platform-parts.ts'
import auditVerify from './audit-verify.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'audit-verify-'))
const now = '2026-11-21T09:00:00.000Z'
let db: Database

beforeAll(async () => {
  db = await testDatabase()
  await db.transaction('worker', { userId: 'test', allowed: [], barred: [] }, async tx => {
    for (let n = 0; n < 30; n++) {
      await appendAudit(tx, { viewer: machine('test'), at: now, requestId: 'r', channel: 'test' }, [
        { operation: 'consult', what: 'test.look', people: [newId()] },
      ])
    }
    await writeAnchor(tx, anchorKey(db.settings.secret), now)
    await publishAnchors(tx, anchorFile({ dataFolder: folder }))
  })
})
afterAll(async () => {
  await dropAll()
  rmSync(folder, { recursive: true })
})

const run = (...args: string[]) => runWith({}, ...args)

async function runWith(more: NodeJS.ProcessEnv, ...args: string[]) {
  const said = { out: '', err: '' }
  const env = {
    DATABASE_URL: db.settings.ownerUrl,
    THROUGHLINE_SECRET: db.settings.secret,
    THROUGHLINE_DATA: folder,
    ...more,
  }
  const code = await auditVerify(
    args,
    env,
    text => {
      said.out += text
    },
    text => {
      said.err += text
    },
  )
  return { code, ...said }
}

test('a log that is as it was written is said to be so', async () => {
  expect(await run()).toEqual({
    code: 0,
    out: 'The audit log is as it was written: 30 entries, 1 anchor.\n',
    err: '',
  })
  expect(JSON.parse((await run('--json')).out)).toEqual({ entries: 30, anchors: 1, findings: [] })
})

test('without the published file it says what it could not see', async () => {
  const { code, out } = await run('--anchors', path.join(folder, 'none.jsonl'))
  expect([code, out.includes('No anchor is published yet')]).toEqual([0, true])
})

test('after a change of the secret the former one is needed', async () => {
  const env = { THROUGHLINE_SECRET: 'another secret of at least 32 characters' }
  expect((await runWith(env)).out).toContain('Anchor 1 of the database is not signed by this deployment')
})

test('a change is named and the exit code is 1', async () => {
  const owner = new pg.Client({ connectionString: db.settings.ownerUrl })
  await owner.connect()
  await owner.query(`UPDATE platform.audit_entry SET body = replace(body, 'test.look', 'test.lock') WHERE n = 1`)
  await owner.end()
  const { code, out } = await run()
  expect(code).toBe(1)
  expect(out).toMatch(
    /^The audit log is not as it was written: \d+ findings in 30 entries, 1 anchor\.\n {2}Entry 1 of stream/,
  )
})

test('help is shown, and an unknown option refused with code 2', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('npm run audit:verify') })
  expect(await run('--nonsense')).toMatchObject({ code: 2, out: '' })
})
