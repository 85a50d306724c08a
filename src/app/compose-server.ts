import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { holdForm, readSession } from '../platform/access/index.ts'
import { addObservation, type Log, openLog, openMetrics } from '../platform/observe/index.ts'
import { projectRoot } from '../platform/reference/index.ts'
import type { Database } from '../platform/store/index.ts'
import { openWeb, type WebOptions } from '../platform/web/index.ts'
import { migrationFolders } from './domains.ts'
import { navigation, roleLabel } from './navigation.ts'
import { allPages } from './pages.ts'
import { addPlatformParts, readiness } from './platform-parts.ts'
import { servicesOn } from './services.ts'
import type { Settings } from './settings.ts'

export type ComposedServer = { readonly app: FastifyInstance; close(): Promise<void> }

/** The server with every route of the product, not yet listening. `watch` is given the server before the first route of
 *  the product is added. */
export async function composeServer(
  settings: Settings,
  db: Database,
  given: { readonly watch?: (app: FastifyInstance) => void; readonly log?: Log; readonly assetFolder?: string } = {},
): Promise<ComposedServer> {
  const { watch, log = openLog(settings.logLevel) } = given
  const metrics = openMetrics(db)
  const limits = { idleMinutes: settings.idleMinutes, maxHours: settings.sessionHours }
  const assetFolder = given.assetFolder ?? path.join(projectRoot(), 'dist', 'assets')
  const versionFile = path.join(assetFolder, 'version.txt')
  const options: WebOptions = {
    services: servicesOn(db),
    sessions: {
      read: (tx, token, now) => readSession(tx, token, now, limits),
      hold: holdForm,
    },
    secret: settings.secret,
    https: settings.publicUrl.startsWith('https:'),
    demonstration: settings.demonstration,
    assetFolder,
    assetVersion: existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : '0',
    navigation,
    roleLabel,
    trustProxy: settings.trustProxy,
    requestsPerMinute: settings.requestsPerMinute,
    onDefect(error, reference, route) {
      log.defect(error, reference, route)
      metrics.defect(route)
      // Where everyone is made up, the whole of it helps who builds.
      if (settings.demonstration) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    },
  }
  const { app, addPages } = await openWeb(options)
  watch?.(app)
  addObservation(app, {
    log,
    metrics,
    metricsToken: settings.metricsToken,
    ready: () => readiness(db, migrationFolders()),
  })
  const parts = settings.role === 'worker' ? null : await addPlatformParts(app, options, settings)
  if (parts) addPages(allPages(settings.secret))
  return { app, close: async () => parts?.close() }
}
