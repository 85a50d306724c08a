import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { nightlyShare } from '../domains/advice/index.ts'
import { nightlyGuillotine, nightlyReviews } from '../domains/assessment/index.ts'
import { eveningOutcomes, refreshOnList, registerCourtIntake, replayMessages } from '../domains/court/index.ts'
import { datedLimits, nightlyFrequencies } from '../domains/person/index.ts'
import { identityProvider } from '../platform/access/index.ts'
import { registerApi } from '../platform/api/index.ts'
import { anchorKey } from '../platform/audit/index.ts'
import type { Services } from '../platform/context/index.ts'
import { anchorAudit, sweep } from '../platform/housekeeping/index.ts'
import { type Job, startWorker } from '../platform/jobs/index.ts'
import type { Log, Readiness } from '../platform/observe/index.ts'
import { addSignIn } from '../platform/sign-in/index.ts'
import { type Database, isMigrated, type MigrationFolder } from '../platform/store/index.ts'
import type { WebOptions } from '../platform/web/index.ts'
import { deliverWebhook, startDispatcher } from '../platform/webhooks/index.ts'
import { apiRoutes } from './api.ts'
import type { Settings } from './settings.ts'

export type PlatformParts = { close(): Promise<void> }

/** What stands around the pages of the domains: signing in and out, and the API. */
export async function addPlatformParts(
  app: FastifyInstance,
  web: WebOptions,
  settings: Settings,
): Promise<PlatformParts> {
  const provider = settings.oidc
    ? identityProvider({
        ...settings.oidc,
        redirectUri: `${settings.publicUrl}/sign-in/callback`,
        afterSignOut: `${settings.publicUrl}/signed-out`,
      })
    : null
  const limits = { idleMinutes: settings.idleMinutes, maxHours: settings.sessionHours }
  addSignIn(app, { web, limits, provider })
  await registerApi(app, web, apiRoutes)
  await registerCourtIntake(app, web.services, (error, reference) => web.onDefect(error, reference, 'court intake'))
  return {
    async close() {
      provider?.close()
    },
  }
}

/** Where the signed anchors of the audit log are published. An operator may point a backup or another system at it. */
export function anchorFile(settings: Pick<Settings, 'dataFolder'>): string {
  return path.join(settings.dataFolder, 'audit-anchors.jsonl')
}

/** Every job of the product. */
export function jobsOf(settings: Pick<Settings, 'dataFolder' | 'secret'>): readonly Job[] {
  return [
    anchorAudit({ file: anchorFile(settings), key: anchorKey(settings.secret) }),
    sweep,
    deliverWebhook,
    eveningOutcomes,
    refreshOnList,
    replayMessages,
    datedLimits,
    nightlyFrequencies,
    nightlyShare,
    nightlyReviews,
    nightlyGuillotine,
  ]
}

export type BackgroundWork = { stop(): Promise<void> }

/** Works the queue and takes events from the outbox, until stopped. */
export async function startBackgroundWork(services: Services, settings: Settings, log: Log): Promise<BackgroundWork> {
  const dispatcher = startDispatcher(services)
  const worker = await startWorker({ services, jobs: jobsOf(settings), onFailure: log.job })
  return {
    async stop() {
      await dispatcher.stop()
      await worker.stop()
    },
  }
}

/** Whether requests can be answered: the database is there and is as new as this program. */
export async function readiness(db: Database, folders: readonly MigrationFolder[]): Promise<Readiness> {
  try {
    return { database: true, migrations: await db.transaction('web', null, tx => isMigrated(tx, folders)) }
  } catch {
    return { database: false, migrations: false }
  }
}
