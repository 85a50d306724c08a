import path from 'node:path'
import { parseArgs } from 'node:util'
import { BackupProblem } from '../platform/backup/index.ts'
import { PostgresUnavailable, startPostgres } from '../platform/postgres-server/index.ts'
import { type DatabaseSettings, MigrationError } from '../platform/store/index.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

/** A command that takes one folder and the database of this deployment. Prints help, refuses other arguments, says
 *  in one line what a person can put right, and answers the exit code: 0 done, 1 refused, 2 not understood. */
export async function databaseCommand(
  args: readonly string[],
  help: string,
  act: (database: DatabaseSettings, folder: string) => Promise<string>,
): Promise<number> {
  let asked: { values: { help?: boolean }; positionals: string[] }
  try {
    asked = parseArgs({ args: [...args], options: { help: { type: 'boolean' } }, allowPositionals: true })
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${help}`)
    return 2
  }
  if (asked.values.help) {
    process.stdout.write(help)
    return 0
  }
  const [folder, ...more] = asked.positionals
  if (!folder || more.length > 0) {
    process.stderr.write(`Name one folder.\n\n${help}`)
    return 2
  }
  return atDatabase(process.env, async settings => {
    process.stdout.write(`${await act(settings.database, path.resolve(folder))}\n`)
    return 0
  })
}

/** Runs something at this deployment's database, started for it when it is our own and not running. What a person can
 *  put right is said in one line, with exit code 1; anything else is thrown. */
export async function atDatabase(
  env: NodeJS.ProcessEnv,
  act: (at: { readonly settings: Settings; readonly database: DatabaseSettings }) => Promise<number>,
): Promise<number> {
  try {
    const settings = readSettings(env)
    const server = settings.databaseUrl
      ? null
      : await startPostgres({ dataDir: path.join(settings.dataFolder, 'postgres') })
    try {
      const ownerUrl = settings.databaseUrl ?? server!.ownerUrl
      return await act({ settings, database: { ownerUrl, secret: settings.secret } })
    } finally {
      await server?.stop()
    }
  } catch (error) {
    const known = [BackupProblem, SettingsError, PostgresUnavailable, MigrationError].some(
      kind => error instanceof kind,
    )
    if (!known) throw error
    process.stderr.write(`${(error as Error).message}\n`)
    return 1
  }
}
