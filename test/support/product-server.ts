import type { FastifyInstance } from 'fastify'
import { composeServer } from '../../src/app/compose-server.ts'
import { loadDemonstration } from '../../src/app/demonstration/load.ts'
import { prepareDatabase } from '../../src/app/prepare-database.ts'
import { servicesOn } from '../../src/app/services.ts'
import { readSettings, type Settings } from '../../src/app/settings.ts'
import {
  accountNamed,
  addAccount,
  addClientSecret,
  machine,
  startSession,
  type Viewer,
} from '../../src/platform/access/index.ts'
import { type Context, inContext, type Services } from '../../src/platform/context/index.ts'
import type { Log } from '../../src/platform/observe/index.ts'
import type { Database, Tx } from '../../src/platform/store/index.ts'
import { sessionCookie } from '../../src/platform/web/index.ts'
import { filledDatabase } from './database.ts'

/** A route as the server has it, with what its registration says of it. */
export type RegisteredRoute = {
  readonly method: string
  readonly url: string
  readonly page: string | undefined
  readonly allow: string | undefined
  readonly intents: Readonly<Record<string, string>>
}

export type Caller = { readonly headers: Readonly<Record<string, string>>; readonly csrf: string }

export type ProductServer = {
  readonly app: FastifyInstance
  readonly db: Database
  readonly services: Services
  readonly settings: Settings
  readonly routes: readonly RegisteredRoute[]
  /** A demonstration account, signed in. */
  signedIn(username: string): Promise<Caller & { readonly viewer: Viewer; readonly token: string }>
  /** A machine client that holds these scopes. */
  client(scopes: readonly string[]): Promise<Caller>
  as<T>(viewer: Viewer, work: (ctx: Context) => Promise<T>): Promise<T>
  /** Reads as the worker, who sees every row. */
  rows<T>(sql: string, params?: Parameters<Tx['rows']>[1]): Promise<T[]>
  close(): Promise<void>
}

const silent: Log = { request() {}, defect() {}, job() {}, state() {} }

/** The whole product on a fresh test database filled with the demonstration region. */
export async function productServer(
  given: { readonly log?: Log; readonly assetFolder?: string } = {},
): Promise<ProductServer> {
  const db = await filledDatabase('demonstration', async empty => {
    const services = servicesOn(empty)
    await prepareDatabase(services, true)
    await loadDemonstration(services)
  })
  const settings: Settings = {
    ...readSettings({ THROUGHLINE_SECRET: 'only for tests, never for people: 0123456789' }),
    demonstration: true,
    requestsPerMinute: 0,
    logLevel: 'silent',
  }
  const services = servicesOn(db)
  const routes: RegisteredRoute[] = []
  const server = await composeServer(settings, db, {
    log: silent,
    ...given,
    watch: app =>
      app.addHook('onRoute', route => {
        const { page, allow, intents = {} } = route.config ?? {}
        for (const method of [route.method].flat()) {
          if (method !== 'HEAD') routes.push({ method, url: route.url, page, allow, intents })
        }
      }),
  })
  await server.app.ready()
  const now = () => services.clock().now
  let clients = 0
  return {
    app: server.app,
    db,
    services,
    settings,
    routes,
    async signedIn(username) {
      const unseen = { userId: 'sign-in', allowed: [], barred: [] }
      const viewer = await db.transaction('web', unseen, tx => accountNamed(tx, username, now()))
      if (!viewer) throw new Error(`There is no account ${username}`)
      const { token, csrf } = await db.transaction('web', unseen, tx => startSession(tx, viewer.id, now()))
      return { viewer, token, csrf, headers: { cookie: `${sessionCookie(false)}=${token}` } }
    },
    async client(scopes) {
      clients += 1
      const account = {
        username: `client-${clients}`,
        displayName: 'A machine client',
        kind: 'machine' as const,
        scopes,
        openedBy: 'test',
      }
      return db.transaction('web', null, async tx => {
        const added = await addAccount(tx, account, now())
        if (!added.ok) throw new Error(JSON.stringify(added.problems))
        const { token } = await addClientSecret(tx, added.value.id, 'test', now())
        return { csrf: '', headers: { authorization: `Bearer ${token}` } }
      })
    },
    as: (viewer, work) => inContext(services, { viewer, requestId: 'test', channel: 'test' }, work),
    rows: (sql, params = []) =>
      inContext(services, { viewer: machine('test'), requestId: 'test', channel: 'test' }, ctx =>
        ctx.tx.rows(sql, params),
      ),
    async close() {
      await server.app.close()
      await server.close()
    },
  }
}
