import type { FastifyInstance } from 'fastify'
import { identityProvider } from '../platform/access/index.ts'
import { registerApi } from '../platform/api/index.ts'
import { addSignIn } from '../platform/sign-in/index.ts'
import type { WebOptions } from '../platform/web/index.ts'
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
  return {
    async close() {
      provider?.close()
    },
  }
}
