import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { appliedMigrations, BackupProblem, type Manifest, manifestFile, type TableInBackup } from './manifest.ts'

export type BackedUp = { readonly folder: string; readonly tables: number; readonly rows: number }

/** Writes the whole database, as it is at one moment, into a new folder: a manifest and one COPY file a table.
 *  Work goes on meanwhile. The folder holds people's data and is readable by this account only.
 *  Throws BackupProblem for a folder in use and for a role that would silently see only some rows. */
export async function backUpDatabase(ownerUrl: string, folder: string, madeAt: string): Promise<BackedUp> {
  if (existsSync(folder)) throw new BackupProblem(`${folder} exists already: name a new folder for the backup.`)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // With this off, a policy that would hide rows is an error instead of a backup with holes.
    await client.query('SET LOCAL row_security = off')
    const migrations = await appliedMigrations(client)
    if (migrations.length === 0) throw new BackupProblem('This database is not one of Throughline: nothing to back up.')
    const { rows: version } = await client.query<{ server_version: string }>('SHOW server_version')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const tables: TableInBackup[] = []
    for (const { name, columns } of await everyTable(client)) tables.push(await copyOut(client, folder, name, columns))
    await client.query('COMMIT')
    const manifest: Manifest = {
      format: 'throughline-backup-1',
      madeAt,
      postgres: version[0]?.server_version ?? '',
      migrations,
      tables,
    }
    writeFileSync(path.join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    return { folder, tables: tables.length, rows: tables.reduce((sum, table) => sum + table.rows, 0) }
  } catch (error) {
    if ((error as { code?: string }).code === '42501') {
      throw new BackupProblem(
        `The role in DATABASE_URL may not read every row (${(error as Error).message}): back up as a superuser or a role with BYPASSRLS, or with pg_dump.`,
        { cause: error },
      )
    }
    throw error
  } finally {
    await client.end()
  }
}

async function everyTable(client: pg.Client): Promise<readonly { name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
            array_agg(format('%I', a.attname) ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
      GROUP BY 1 ORDER BY 1`,
  )
  return rows
}

async function copyOut(client: pg.Client, folder: string, name: string, columns: string[]): Promise<TableInBackup> {
  const file = `${name.replace(/[^\w.-]/g, '_')}.copy.gz`
  const hash = createHash('sha256')
  let rows = 0
  // Text rows end in a line feed, and one inside a value is written as \n.
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1
      done(null, chunk)
    },
  })
  const digest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(
    client.query(copyTo(`COPY ${name} (${columns.join(', ')}) TO STDOUT`)),
    count,
    createGzip({ level: 3 }),
    digest,
    createWriteStream(path.join(folder, file), { mode: 0o600, flags: 'wx' }),
  )
  return { name, columns, rows, file, sha256: hash.digest('hex') }
}
