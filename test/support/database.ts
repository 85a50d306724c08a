import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/store/index.ts'
import { databaseUrl, onServer } from './postgres-for-tests.ts'

const open: { readonly name: string; readonly database: Database }[] = []
let made = 0

/** A fresh database with the whole schema and no rows, connected as every role. Call it in `beforeAll`, and
 *  `dropAll` in `afterAll`. The owner's connection is `database.settings.ownerUrl`. */
export function testDatabase(): Promise<Database> {
  return make(inject('testServer').template)
}

/** A database without even the schema, for what begins there: migrating, restoring. */
export function emptyDatabase(): Promise<Database> {
  return make('template0')
}

/** A fresh database like one that another test of this run filled: the first to ask for `name` fills it, the others wait
 *  and copy it. */
export async function filledDatabase(name: string, fill: (database: Database) => Promise<void>): Promise<Database> {
  const { ownerUrl, template } = inject('testServer')
  const filled = template.replace(/template$/, name)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [filled])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [filled])
    if (rowCount === 0) {
      const database = await make(template)
      await fill(database)
      const { name: made } = open.pop()!
      await database.close()
      await whenUnused(() => client.query(`ALTER DATABASE ${made} RENAME TO ${filled}`))
    }
  } finally {
    await client.end()
  }
  return make(filled)
}

async function make(template: string): Promise<Database> {
  const server = inject('testServer')
  made += 1
  const name = [
    server.template.replace(/_template$/, ''),
    process.env.VITEST_POOL_ID ?? '0',
    made,
    Math.random().toString(36).slice(2, 8),
  ].join('_')
  await onServer(server.ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY=wal_log`)
  const database = openDatabase({
    ownerUrl: databaseUrl(server, name),
    secret: server.secret,
    rolePrefix: server.rolePrefix,
    pool: { web: 4, worker: 3, matcher: 2, stats: 1 },
  })
  open.push({ name, database })
  return database
}

/** Closes and drops every database this test file made. */
export async function dropAll(): Promise<void> {
  const { ownerUrl } = inject('testServer')
  for (const { name, database } of open.splice(0)) {
    await database.close()
    await dropDatabase(ownerUrl, name)
  }
}

const notMine = '42501'
const inUse = '55006'

function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  return whenUnused(() => onServer(ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
}

/** A connection that is still going away cannot be cut off by an owner who is no superuser: it is waited for instead. */
async function whenUnused(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work()
      return
    } catch (error) {
      const { code } = error as { code?: string }
      if ((code !== notMine && code !== inUse) || attempt === 40) throw error
      await delay(250)
    }
  }
}
