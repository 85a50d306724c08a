import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrationFolders } from '../../src/app/domains.ts'
import { startPostgres, stopAbandonedPostgres } from '../../src/platform/postgres-server/index.ts'
import { migrate } from '../../src/platform/store/index.ts'

/** Where test databases come from; `template` holds the migrated schema and is copied for every test file. */
export type TestServer = {
  readonly ownerUrl: string
  readonly template: string
  readonly secret: string
  readonly rolePrefix: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

/** One PostgreSQL for the whole run: the one DATABASE_URL names, else the one npm brought, in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), folderPrefix))
  const own = process.env.DATABASE_URL
    ? undefined
    : await startPostgres({
        dataDir: folder,
        // These data need not outlive a power cut; nothing about durability is tested on this server.
        settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 },
      })
  const serverUrl = process.env.DATABASE_URL ?? own?.ownerUrl ?? ''
  const run = `throughline_test_${process.pid}_${Date.now().toString(36)}`
  const server: TestServer = {
    ownerUrl: serverUrl,
    template: `${run}_template`,
    secret: 'only for tests, never for people: 0123456789',
    rolePrefix: 'throughline_test',
  }
  await onServer(serverUrl, `CREATE DATABASE ${server.template}`)
  await migrate({ ...server, ownerUrl: databaseUrl(server, server.template) }, migrationFolders())
  project.provide('testServer', server)
  return async () => {
    for (const database of await databasesOf(serverUrl, run)) {
      await onServer(serverUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    }
    await own?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The templates of a run; what the tests made they have dropped. */
async function databasesOf(url: string, run: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [`${run}_`],
    )
    return rows.map(row => row.name)
  } finally {
    await client.end()
  }
}

const folderPrefix = 'throughline-test-'

/** A run that was killed leaves its server behind; the next run clears up after it. */
async function sweep(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter(file => file.startsWith(folderPrefix))) {
    const folder = path.join(os.tmpdir(), name)
    try {
      if (Date.now() - fs.statSync(folder).mtimeMs < 600_000) continue
      const empty = !fs.existsSync(path.join(folder, 'cluster'))
      if (empty || (await stopAbandonedPostgres(folder))) fs.rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another account's, or gone meanwhile.
    }
  }
}

export function databaseUrl(server: TestServer, database: string): string {
  const url = new URL(server.ownerUrl)
  url.pathname = `/${database}`
  return url.href
}

/** One statement as the owner, outside any test database. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
