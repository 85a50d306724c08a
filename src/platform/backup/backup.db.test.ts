import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dropAll, emptyDatabase, testDatabase } from '../../../test/support/database.ts'
import { type Database, migrate, newId, roleUrl } from '../store/index.ts'
import { backUpDatabase, restoreDatabase } from './index.ts'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'backup-test-'))
const folder = path.join(home, 'monday')
const schemas = path.resolve(import.meta.dirname, '..')
const platformOnly = [{ place: '00', domain: 'platform', folder: path.join(schemas, 'store/migrations') }]
const awkward = `tab\there, back\\slash, line\nbreak, "quoted", émoji 🧾, \\N and \\.`
let original: Database

async function ask<Row extends pg.QueryResultRow>(database: Database, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: database.settings.ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Every row of every table as text, in a settled order. */
async function everything(database: Database): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: database.settings.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname <> 'information_schema' AND schemaname NOT LIKE 'pg\\_%' ORDER BY 1`,
  )
  const found: Record<string, string> = {}
  for (const { name } of rows) {
    const all = await client.query<{ all: string | null }>(
      `SELECT string_agg(t::text, E'\\n' ORDER BY t::text) AS all FROM ${name} AS t`,
    )
    found[name] = all.rows[0]?.all ?? ''
  }
  await client.end()
  return found
}

/** The migrations this template has, found again from its own names (01-platform-0001-foundation). */
async function foldersOf(database: Database) {
  const rows = await ask<{ name: string }>(database, 'SELECT name FROM throughline_migration_sum ORDER BY name')
  const places = new Map(
    rows.map(row => {
      const [, place = '', domain = ''] = /^(\d+)-(.*?)-\d{4}-/.exec(row.name) ?? []
      return [domain, place]
    }),
  )
  return [...places].map(([domain, place]) =>
    domain === 'platform'
      ? { place, domain, folder: path.join(schemas, 'store/migrations') }
      : { place, domain, folder: path.resolve(schemas, '../domains', domain, 'migrations') },
  )
}

beforeAll(async () => {
  original = await testDatabase()
  await runMigrations({ connectionString: original.settings.ownerUrl })
  await ask(original, `SELECT graphile_worker.add_job('deliver', json_build_object('to', 'somewhere'))`)
  await ask(
    original,
    `INSERT INTO platform.account (id, username, username_key, display_name, opened_at, opened_by)
     VALUES ($1, 'ada', 'ada', $2, now(), 'test')`,
    [newId(), awkward],
  )
  await ask(
    original,
    `INSERT INTO platform.session (token_hash, account_id, csrf, started_at, used_at)
     SELECT '\\x00ff0a5c'::bytea, id, 'c', now(), now() FROM platform.account`,
  )
  for (const restricted of [false, true]) {
    await ask(
      original,
      `INSERT INTO platform.outbox (person_id, id, at, type, body, restricted) VALUES ($1, $2, now(), 'test', $3, $4)`,
      [newId(), newId(), JSON.stringify({ text: awkward }), restricted],
    )
  }
  await ask(original, `SELECT platform.audit_append(3, now(), 'test', 'alter', 'test', '{}', $1)`, [awkward])
})
afterAll(async () => {
  await dropAll()
  fs.rmSync(home, { recursive: true, force: true })
})

describe('a backup', () => {
  test('brings back every row of every table, limited people and waiting jobs included', async () => {
    const made = await backUpDatabase(original.settings.ownerUrl, folder, '2026-11-21T09:00:00Z')
    expect(made.rows).toBeGreaterThan(60)
    const copy = await emptyDatabase()
    const restored = await restoreDatabase(copy.settings, await foldersOf(original), folder)
    expect(restored.rows).toBe(made.rows)
    expect(await everything(copy)).toEqual(await everything(original))
    expect(await copy.ping()).toBe(true)
    // The queue's own numbers go on from where they were.
    await ask(copy, `SELECT graphile_worker.add_job('deliver')`)
    expect(await ask(copy, 'SELECT count(*)::int AS n FROM graphile_worker.jobs')).toEqual([{ n: 2 }])
  })

  test('of an earlier release is restored as it was, and the next start brings it up to date', async () => {
    const later = path.join(home, 'later-release')
    const folders = (await foldersOf(original)).map(({ place, domain, folder: from }) => {
      const to = path.join(later, domain)
      fs.cpSync(from, to, { recursive: true })
      return { place, domain, folder: to }
    })
    fs.writeFileSync(
      path.join(later, 'platform/9000-later.sql'),
      `CREATE TABLE platform.later AS SELECT username FROM platform.account; ALTER TABLE platform.session DROP COLUMN csrf;`,
    )
    const copy = await emptyDatabase()
    await restoreDatabase(copy.settings, folders, folder)
    expect(await migrate(copy.settings, folders)).toEqual([expect.stringContaining('platform-9000-later')])
    expect(await ask(copy, 'SELECT username FROM platform.later')).toEqual([{ username: 'ada' }])
  })

  test('is readable by the account that made it only', () => {
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700)
    for (const file of fs.readdirSync(folder)) expect(fs.statSync(path.join(folder, file)).mode & 0o077).toBe(0)
  })

  test('never writes over an earlier one', async () => {
    await expect(backUpDatabase(original.settings.ownerUrl, folder, '2026-11-21T09:00:00Z')).rejects.toThrow(
      /exists already/,
    )
  })

  test('is refused to a role that row security would hide rows from', async () => {
    const asWeb = roleUrl(original.settings, 'web')
    await expect(backUpDatabase(asWeb, path.join(home, 'as-web'), '2026-11-21T09:00:00Z')).rejects.toThrow(
      /may not read every row/,
    )
  })
})

describe('a restore is refused with nothing changed', () => {
  test('into a database in use', async () => {
    const before = await everything(original)
    await expect(restoreDatabase(original.settings, platformOnly, folder)).rejects.toThrow(/is in use/)
    expect(await everything(original)).toEqual(before)
  })

  test('from a damaged file', async () => {
    const damaged = path.join(home, 'damaged')
    fs.cpSync(folder, damaged, { recursive: true })
    const file = path.join(damaged, 'platform.account.copy.gz')
    fs.truncateSync(file, fs.statSync(file).size - 1)
    const copy = await emptyDatabase()
    await expect(restoreDatabase(copy.settings, platformOnly, damaged)).rejects.toThrow(/account.*backup is damaged/)
    expect(await ask(copy, "SELECT to_regclass('platform.account') AS there")).toEqual([{ there: null }])
  })

  test('from a backup that was cut off', async () => {
    const cut = path.join(home, 'cut')
    fs.cpSync(folder, cut, { recursive: true })
    fs.rmSync(path.join(cut, 'manifest.json'))
    const copy = await emptyDatabase()
    await expect(restoreDatabase(copy.settings, platformOnly, cut)).rejects.toThrow(/not a whole backup/)
  })

  test('of a release that ours does not follow', async () => {
    const copy = await emptyDatabase()
    const other = path.join(home, 'other')
    fs.cpSync(folder, other, { recursive: true })
    const file = path.join(other, 'manifest.json')
    const changed = fs.readFileSync(file, 'utf8').replace(/("sha256": ")[0-9a-f]{8}/, '$100000000')
    fs.chmodSync(file, 0o600)
    fs.writeFileSync(file, changed)
    await expect(restoreDatabase(copy.settings, await foldersOf(original), other)).rejects.toThrow(
      /0001-\S+ differs\): restore it with that release/,
    )
  })
})
