import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { roleNames } from '../platform/access/index.ts'
import { openLog } from '../platform/observe/index.ts'
import { startPostgres } from '../platform/postgres-server/index.ts'
import { type Database, migrate, openDatabase } from '../platform/store/index.ts'
import { composeServer } from './compose-server.ts'
import { loadDemonstration } from './demonstration/load.ts'
import { demonstrationAccounts, demonstrationPassword } from './demonstration/region.ts'
import { applyDeployerFiles } from './deployer-files.ts'
import { migrationFolders } from './domains.ts'
import { startBackgroundWork } from './platform-parts.ts'
import { prepareDatabase } from './prepare-database.ts'
import { servicesOn } from './services.ts'
import type { Settings } from './settings.ts'

export type Application = {
  readonly url: string
  readonly db: Database
  /** Done when the demonstration region is loaded: people can sign in and look around meanwhile. */
  readonly demonstration: Promise<void>
  /** Stops taking requests, finishes those under way, then closes the database; an own server stops last. */
  stop(): Promise<void>
}

/** Starts or finds the database, brings it up to date, and listens. `say` gets one line at a time for the terminal. */
export async function startApplication(settings: Settings, say: (line: string) => void): Promise<Application> {
  applyDeployerFiles(settings)
  const server = settings.databaseUrl
    ? null
    : await startPostgres({ dataDir: path.join(settings.dataFolder, 'postgres'), log: say })
  try {
    const ownerUrl = settings.databaseUrl ?? server!.ownerUrl
    const databaseSettings = { ownerUrl, secret: settings.secret }
    const applied = await migrate(databaseSettings, migrationFolders())
    if (applied.length > 0) say(`Database brought up to date: ${applied.length} changes`)
    const db = openDatabase(databaseSettings)
    await prepareDatabase(servicesOn(db), settings.demonstration)
    const web = await listen(settings, db)
    say(`Throughline is at ${settings.publicUrl}`)
    if (settings.demonstration) sayAccounts(say)
    const demonstration = settings.demonstration ? fillDemonstration(db, say) : Promise.resolve()
    return {
      url: web.url,
      db,
      demonstration,
      async stop() {
        // Requests under way get ten seconds; one that hangs longer is cut off with its connection.
        const closed = Promise.all([web.close(), demonstration]).then(() => db.close())
        await Promise.race([closed, delay(10_000, undefined, { ref: false })])
        await server?.stop()
      },
    }
  } catch (error) {
    await server?.stop()
    throw error
  }
}

function sayAccounts(say: (line: string) => void): void {
  say(`Demonstration accounts, all with the password "${demonstrationPassword}":`)
  for (const { username, displayName, roles } of demonstrationAccounts()) {
    say(`  ${username.padEnd(24)}${displayName}, ${(roles ?? []).map(role => roleNames[role]).join(', ')}`)
  }
}

async function fillDemonstration(db: Database, say: (line: string) => void): Promise<void> {
  try {
    const loaded = await loadDemonstration(servicesOn(db))
    if (loaded) say('The demonstration region is loaded: two dozen people and four days of court lists')
  } catch (error) {
    say(`The demonstration region could not be loaded: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function listen(settings: Settings, db: Database): Promise<{ readonly url: string; close(): Promise<void> }> {
  const log = openLog(settings.logLevel)
  const server = await composeServer(settings, db, { log })
  const background = settings.role === 'web' ? null : await startBackgroundWork(servicesOn(db), settings, log)
  const url = await server.app.listen({ port: settings.port, host: settings.host })
  return {
    url,
    async close() {
      await server.app.close()
      await background?.stop()
      await server.close()
    },
  }
}
