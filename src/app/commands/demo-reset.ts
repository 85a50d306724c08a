import path from 'node:path'
import pg from 'pg'
import { PostgresUnavailable, startPostgres } from '../../platform/postgres-server/index.ts'
import { migrate, openDatabase } from '../../platform/store/index.ts'
import { loadDemonstration } from '../demonstration/load.ts'
import { migrationFolders } from '../domains.ts'
import { prepareDatabase } from '../prepare-database.ts'
import { servicesOn } from '../services.ts'
import { readSettings, SettingsError } from '../settings.ts'

const help = `npm run demo:reset

Empties the database that npm start brought and loads the demonstration region anew, with court lists of today.
Everything typed into the demonstration is lost. A database of your own (DATABASE_URL) is never touched.

  --help   this text
`

/** `npm run demo:reset`. Answers the exit code: 0 done, 1 refused, 2 not understood. */
export default async function demoReset(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(help)
    return 0
  }
  if (args.length > 0) {
    process.stderr.write(`demo:reset takes no arguments.\n\n${help}`)
    return 2
  }
  try {
    const settings = readSettings(process.env)
    if (settings.databaseUrl || !settings.demonstration) {
      process.stderr.write('demo:reset works on the demonstration of npm start only: unset DATABASE_URL.\n')
      return 1
    }
    const server = await startPostgres({ dataDir: path.join(settings.dataFolder, 'postgres') })
    try {
      if (server.attached) {
        process.stderr.write('Throughline is running on this data: stop it (Ctrl-C), then reset.\n')
        return 1
      }
      await reset(server.ownerUrl, settings.secret)
      return 0
    } finally {
      await server.stop()
    }
  } catch (error) {
    if (!(error instanceof SettingsError) && !(error instanceof PostgresUnavailable)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

async function reset(ownerUrl: string, secret: string): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  await emptyDatabase(ownerUrl)
  const settings = { ownerUrl, secret }
  await migrate(settings, migrationFolders())
  const db = openDatabase(settings)
  try {
    say('Loading the demonstration region …')
    await prepareDatabase(servicesOn(db), true)
    await loadDemonstration(servicesOn(db))
    say('The demonstration is as new. Start it: npm start')
  } finally {
    await db.close()
  }
}

/** Takes out every schema but PostgreSQL's own, and what stands in `public`. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace
        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
    )
    for (const { name } of rows) await client.query(`DROP SCHEMA ${pg.escapeIdentifier(name)} CASCADE`)
    await client.query('CREATE SCHEMA public')
    await client.query('GRANT USAGE ON SCHEMA public TO PUBLIC')
  } finally {
    await client.end()
  }
}
