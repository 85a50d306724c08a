import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Kysely, type Migration, type MigrationProvider, Migrator, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { type DatabaseSettings, dbRoles, roleName, rolePassword } from './database.ts'
import { prepareJobTables } from './job-tables.ts'
import type { Tx } from './tx.ts'

/** A folder of numbered .sql files. `place` is two digits that order the domains, lowest first: part of each migration's
 *  name for good, so it never changes and a later domain takes a free one between. */
export type MigrationFolder = { readonly place: string; readonly domain: string; readonly folder: string }

export class MigrationError extends Error {}

/** Makes the roles, then applies every migration not yet applied, each in its own transaction, in one locked run.
 *  Throws MigrationError when an applied file was edited since, or when a role could bypass row security. */
export async function migrate(
  settings: DatabaseSettings,
  folders: readonly MigrationFolder[],
): Promise<readonly string[]> {
  const pool = new pg.Pool({ connectionString: settings.ownerUrl, max: 1 })
  // A server that stops while this connection says goodbye must not hide the error that stopped it.
  pool.on('error', () => undefined)
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) })
  try {
    await makeRoles(pool, settings)
    const files = await readMigrations(folders)
    await checkApplied(pool, files)
    const migrator = new Migrator({
      db,
      provider: provider(files, settings),
      allowUnorderedMigrations: true,
      migrationTableName: 'throughline_migration',
      migrationLockTableName: 'throughline_migration_lock',
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) {
      const failed = results?.find(result => result.status === 'Error')?.migrationName
      throw new MigrationError(
        `${failed ? `${failed}: ` : ''}${error instanceof Error ? error.message : String(error)}`,
        {
          cause: error,
        },
      )
    }
    const applied = (results ?? []).filter(result => result.status === 'Success').map(result => result.migrationName)
    await recordSums(pool, files)
    await pool.query(`GRANT SELECT ON throughline_migration TO ${pg.escapeIdentifier(roleName(settings, 'web'))}`)
    await prepareJobTables(pool, settings)
    await refuseBypass(pool, settings)
    return applied
  } finally {
    await db.destroy()
  }
}

/** Whether the database has every migration of the folders, asked as the web role: for a process that serves. */
export async function isMigrated(tx: Tx, folders: readonly MigrationFolder[]): Promise<boolean> {
  const wanted = (await readMigrations(folders)).map(file => file.name)
  const { applied } = await tx.one<{ applied: number }>(
    'SELECT count(*) AS applied FROM throughline_migration WHERE name = ANY ($1)',
    [wanted],
  )
  return applied === wanted.length
}

type MigrationFile = { readonly name: string; readonly text: string; readonly sha256: string }

async function readMigrations(folders: readonly MigrationFolder[]): Promise<readonly MigrationFile[]> {
  const files: MigrationFile[] = []
  for (const { place, domain, folder } of folders) {
    const names = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.sql')).sort()
    for (const name of names) {
      const text = await readFile(path.join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      files.push({ name: `${place}-${domain}-${name.slice(0, -4)}`, text, sha256 })
    }
  }
  return files
}

function provider(files: readonly MigrationFile[], settings: DatabaseSettings): MigrationProvider {
  const withRoles = (text: string) =>
    text.replace(/@(web|worker|matcher|stats)\b/g, (_, role) => roleName(settings, role as 'web'))
  return {
    async getMigrations() {
      const migrations: Record<string, Migration> = {}
      for (const file of files) {
        migrations[file.name] = { up: async db => void (await sql.raw(withRoles(file.text)).execute(db)) }
      }
      return migrations
    },
  }
}

async function makeRoles(pool: pg.Pool, settings: DatabaseSettings): Promise<void> {
  for (const role of dbRoles) {
    const name = pg.escapeIdentifier(roleName(settings, role))
    const password = pg.escapeLiteral(rolePassword(settings, role))
    const { rowCount } = await pool.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [roleName(settings, role)])
    if (!rowCount) {
      await pool
        .query(`CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${password}`)
        .catch(error => {
          // Two databases of one server may be set up at the same moment.
          if ((error as { code?: string }).code !== '42710' && (error as { code?: string }).code !== '23505')
            throw error
        })
    } else {
      await pool.query(`ALTER ROLE ${name} PASSWORD ${password}`).catch(async error => {
        // "tuple concurrently updated": another process sets the same password at this moment.
        if ((error as { code?: string }).code !== 'XX000') throw error
      })
    }
  }
}

async function checkApplied(pool: pg.Pool, files: readonly MigrationFile[]): Promise<void> {
  await pool.query('CREATE TABLE IF NOT EXISTS throughline_migration_sum (name text PRIMARY KEY, sha256 text NOT NULL)')
  const { rows } = await pool.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM throughline_migration_sum',
  )
  for (const { name, sha256 } of rows) {
    const file = files.find(candidate => candidate.name === name)
    if (!file) throw new MigrationError(`The database has ${name}, which this version of Throughline does not know`)
    if (file.sha256 !== sha256) throw new MigrationError(`${name} was changed after it was applied`)
  }
}

async function recordSums(pool: pg.Pool, files: readonly MigrationFile[]): Promise<void> {
  for (const { name, sha256 } of files) {
    await pool.query('INSERT INTO throughline_migration_sum VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, sha256])
  }
}

/** A role that bypasses row security would open every limited case without a word: refuse to start on one. */
async function refuseBypass(pool: pg.Pool, settings: DatabaseSettings): Promise<void> {
  const { rows } = await pool.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY ($1) AND (rolsuper OR rolbypassrls)',
    [dbRoles.map(role => roleName(settings, role))],
  )
  const [first] = rows
  if (first) throw new MigrationError(`The database role ${first.rolname} bypasses row security; take that right away`)
}
