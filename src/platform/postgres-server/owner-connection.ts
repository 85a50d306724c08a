import fs from 'node:fs'
import pg from 'pg'
import { type DataFolder, owner } from './data-folder.ts'
import { PostgresUnavailable } from './postgres-unavailable.ts'
import type { RunningServer } from './running-server.ts'

export const databaseName = 'throughline'

export function ownerUrl(port: number, password: string, database: string): string {
  return `postgres://${owner}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** Makes the product's database on the first start, after making sure that the server answering is the one on our
 *  data: another program may have taken the port that a lost server had. */
export async function makeDatabase(server: RunningServer, password: string, data: DataFolder): Promise<void> {
  const client = new pg.Client({
    connectionString: ownerUrl(server.port, password, 'postgres'),
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const answer = await client.query<{ data_directory: string }>('SHOW data_directory')
    const theirs = answer.rows[0]?.data_directory ?? ''
    if (fs.realpathSync(theirs) !== fs.realpathSync(data.cluster)) throw new Error(`it serves ${theirs}`)
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`)
  } catch (cause) {
    throw new PostgresUnavailable(
      `PostgreSQL (process ${server.pid}, port ${server.port}) runs on ${data.folder} but does not take our password (${(cause as Error).message}): stop it with kill -INT ${server.pid} and put back ${data.passwordFile}.`,
      { cause },
    )
  } finally {
    await client.end().catch(() => {})
  }
}
