import { createHash } from 'node:crypto'
import { cpSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type DatabaseSettings, type MigrationFolder, migrate } from '../store/index.ts'
import type { BackedUp } from './back-up-database.ts'
import { appliedMigrations, BackupProblem, type Manifest, readManifest } from './manifest.ts'

/** Puts a backup into an empty database: all of it, in one transaction, or nothing.
 *  Throws BackupProblem when the database is not empty, when a file was cut or changed, or when another release
 *  made the backup. */
export async function restoreDatabase(
  settings: DatabaseSettings,
  folders: readonly MigrationFolder[],
  folder: string,
): Promise<BackedUp> {
  const manifest = readManifest(folder)
  for (const table of manifest.tables) {
    if ((await sha256(path.join(folder, table.file))) !== table.sha256) {
      throw new BackupProblem(`${table.file} is not the file that was written: the backup is damaged. Use another one.`)
    }
  }
  const client = new pg.Client({ connectionString: settings.ownerUrl })
  await client.connect()
  try {
    if (await inUse(client)) {
      throw new BackupProblem(
        'This database is in use: restore into an empty one (name another folder with THROUGHLINE_DATA, or another DATABASE_URL).',
      )
    }
    await asItWas(folders, manifest, then => migrate(settings, then))
    await sameSchema(client, manifest)
    if (manifest.tables.some(table => table.name.startsWith('graphile_worker.'))) {
      await runMigrations({ connectionString: settings.ownerUrl })
    }
    await client.query('BEGIN')
    await client.query('SET LOCAL row_security = off')
    await client.query(`TRUNCATE ${manifest.tables.map(table => table.name).join(', ')}`)
    for (const table of await parentsFirst(client, manifest.tables)) {
      await pipeline(
        createReadStream(path.join(folder, table.file)),
        createGunzip(),
        client.query(copyFrom(`COPY ${table.name} (${table.columns.join(', ')}) FROM STDIN`)),
      )
      const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table.name}`)
      if (Number(rows[0]?.n) !== table.rows) {
        throw new BackupProblem(`${table.name}: ${rows[0]?.n} rows arrived of ${table.rows}; nothing was restored.`)
      }
    }
    await moveSequencesOn(client)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { folder, tables: manifest.tables.length, rows }
  } finally {
    await client.end()
  }
}

/** Everything anybody ever did left an audit row, so a database without one (and without accounts) is unused. */
async function inUse(client: pg.Client): Promise<boolean> {
  if ((await appliedMigrations(client)).length === 0) return false
  const { rows } = await client.query(
    'SELECT EXISTS (SELECT FROM platform.account) OR EXISTS (SELECT FROM platform.audit_entry) AS used',
  )
  return rows[0]?.used === true
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), hash)
  } catch (cause) {
    throw new BackupProblem(`${path.basename(file)} cannot be read: the backup is not whole. Use another one.`, {
      cause,
    })
  }
  return hash.digest('hex')
}

async function sameSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const ours = await appliedMigrations(client)
  const text = (migrations: Manifest['migrations']) => migrations.map(one => `${one.name} ${one.sha256}`)
  const here = text(ours)
  const there = text(manifest.migrations)
  const differing = [...there.filter(one => !here.includes(one)), ...here.filter(one => !there.includes(one))][0]
  if (differing) {
    throw new BackupProblem(
      `A release that this one does not follow made this backup (${differing.split(' ')[0]} differs): restore it with that release.`,
    )
  }
}

/** The migrations that the backed-up database had, and no later ones: rows arrive in the schema they left, and the next
 *  start brings both up to date. */
async function asItWas(
  folders: readonly MigrationFolder[],
  manifest: Manifest,
  act: (then: readonly MigrationFolder[]) => Promise<unknown>,
): Promise<void> {
  const draft = mkdtempSync(path.join(tmpdir(), 'throughline-restore-'))
  try {
    const then = folders.map(({ place, domain, folder }) => ({
      place,
      domain,
      folder: path.join(draft, domain),
      all: folder,
    }))
    for (const { domain, folder, all } of then) {
      mkdirSync(folder)
      for (const file of existsSync(all) ? readdirSync(all) : []) {
        const ending = `-${domain}-${file.replace(/\.sql$/, '')}`
        if (manifest.migrations.some(({ name }) => name.endsWith(ending))) {
          cpSync(path.join(all, file), path.join(folder, file))
        }
      }
    }
    await act(then)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Tables in an order in which no row arrives before the row it points at. */
async function parentsFirst(client: pg.Client, tables: Manifest['tables']): Promise<Manifest['tables']> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `SELECT format('%I.%I', cn.nspname, c.relname) AS child, format('%I.%I', pn.nspname, p.relname) AS parent
       FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
       JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
      WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`,
  )
  const ordered: Manifest['tables'] = []
  const place = (table: Manifest['tables'][number], below: readonly string[]) => {
    if (ordered.includes(table) || below.includes(table.name)) return
    for (const { parent } of rows.filter(row => row.child === table.name)) {
      const found = tables.find(candidate => candidate.name === parent)
      if (found) place(found, [...below, table.name])
    }
    ordered.push(table)
  }
  for (const table of tables) place(table, [])
  return ordered
}

/** Our own tables have no sequences; the job queue's have. */
async function moveSequencesOn(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `SELECT pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) AS sequence,
            format('%I.%I', n.nspname, c.relname) AS table, format('%I', a.attname) AS column
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname NOT LIKE 'pg\\_%'
        AND pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) IS NOT NULL`,
  )
  for (const { sequence, table, column } of rows) {
    await client.query(`SELECT setval('${sequence}', coalesce((SELECT max(${column}) FROM ${table}), 0) + 1, false)`)
  }
}
