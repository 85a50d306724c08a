import path from 'node:path'
import { parseArgs } from 'node:util'
import { addAccount, type Role, roles } from '../../platform/access/index.ts'
import type { Problem } from '../../platform/errors/index.ts'
import { PostgresUnavailable, startPostgres } from '../../platform/postgres-server/index.ts'
import { MigrationError, migrate, openDatabase } from '../../platform/store/index.ts'
import { migrationFolders } from '../domains.ts'
import { systemClock } from '../services.ts'
import { readSettings, SettingsError } from '../settings.ts'

const help = `npm run account -- USERNAME --name NAME --role ROLE [--role ROLE ...]

Opens an account from the command line: the first administrator of a new service. The others are opened on screen, under
Administration. With an identity provider USERNAME is the name it gives; without one set THROUGHLINE_PASSWORD.

  --name NAME      the name to show
  --role ROLE      one of ${roles.join(' ')}
  --region CODE    --team CODE    --provider CODE
  --help           this text
`

/** `npm run account`. Answers the exit code: 0 opened, 1 refused, 2 not understood. */
export default async function account(args: readonly string[]): Promise<number> {
  let values: { name?: string; role?: string[]; region?: string; team?: string; provider?: string; help?: boolean }
  let positionals: string[]
  try {
    ;({ values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
        region: { type: 'string' },
        team: { type: 'string' },
        provider: { type: 'string' },
        help: { type: 'boolean' },
      },
    }))
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${help}`)
    return 2
  }
  if (values.help) {
    process.stdout.write(help)
    return 0
  }
  const [username, ...more] = positionals
  if (!username || more.length > 0 || !values.name || !values.role) {
    process.stderr.write(`Give one user name, --name and --role.\n\n${help}`)
    return 2
  }
  const password = process.env.THROUGHLINE_PASSWORD
  try {
    const found = await openAccount({
      username,
      displayName: values.name,
      roles: values.role as Role[],
      openedBy: 'command line',
      ...(password ? { password } : {}),
      ...(values.region ? { regionCode: values.region } : {}),
      ...(values.team ? { teamCode: values.team } : {}),
      ...(values.provider ? { providerCode: values.provider } : {}),
    })
    if (found.length === 0) {
      process.stdout.write(`The account ${username} is open\n`)
      return 0
    }
    process.stderr.write(`${found.map(problem => problem.text).join('\n')}\n`)
    return 1
  } catch (error) {
    if (![SettingsError, PostgresUnavailable, MigrationError].some(kind => error instanceof kind)) throw error
    process.stderr.write(`${(error as Error).message}\n`)
    return 1
  }
}

async function openAccount(wanted: Parameters<typeof addAccount>[1]): Promise<readonly Problem[]> {
  const settings = readSettings(process.env)
  const server = settings.databaseUrl
    ? null
    : await startPostgres({ dataDir: path.join(settings.dataFolder, 'postgres') })
  const database = { ownerUrl: settings.databaseUrl ?? server!.ownerUrl, secret: settings.secret }
  const db = openDatabase(database)
  try {
    await migrate(database, migrationFolders())
    const added = await db.transaction('web', { userId: 'command line', allowed: [], barred: [] }, tx =>
      addAccount(tx, wanted, systemClock().now),
    )
    return added.ok ? [] : added.problems
  } finally {
    await db.close()
    await server?.stop()
  }
}
