import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import {
  holdForm,
  type IdentityProvider,
  type Permission,
  permissionTable,
  readSession,
} from '../../src/platform/access/index.ts'
import { instant, londonDay } from '../../src/platform/calendar/index.ts'
import type { LimitsPort, Services } from '../../src/platform/context/index.ts'
import { addSignIn } from '../../src/platform/sign-in/index.ts'
import type { Database } from '../../src/platform/store/index.ts'
import { openWeb, type Page, type WebOptions } from '../../src/platform/web/index.ts'

export type TestWeb = {
  readonly app: FastifyInstance
  readonly options: WebOptions
  readonly services: Services
  /** The test's own clock. */
  at(moment: string): void
  defects: unknown[]
  close(): Promise<void>
}

export const testLimits = { idleMinutes: 30, maxHours: 12 }

/** The server with the pages and permissions a platform test names, on a real database and a clock the test sets. */
export async function webForTests(
  db: Database,
  wanted: {
    readonly pages?: readonly Page[]
    readonly permissions?: readonly Permission[]
    readonly provider?: IdentityProvider
    readonly demonstration?: boolean
    readonly now?: string
    readonly https?: boolean
    readonly onDefect?: WebOptions['onDefect']
    readonly limitsOf?: LimitsPort
    /** Registers more before the server is ready. */
    readonly also?: (app: FastifyInstance, options: WebOptions) => Promise<void> | void
  } = {},
): Promise<TestWeb> {
  let now = wanted.now ?? '2026-11-21T09:00:00.000Z'
  const defects: unknown[] = []
  const assetFolder = mkdtempSync(path.join(tmpdir(), 'throughline-assets-'))
  const services: Services = {
    db,
    permissions: permissionTable(wanted.permissions ?? []),
    clock: () => ({ now: instant(now), today: londonDay(instant(now)) }),
    limitsOf: wanted.limitsOf ?? (async () => ({ allowed: [], barred: [] })),
    reactions: new Map(),
  }
  const options: WebOptions = {
    services,
    sessions: { read: (tx, token, moment) => readSession(tx, token, moment, testLimits), hold: holdForm },
    secret: 'only for tests, never for people: 0123456789',
    https: wanted.https ?? false,
    demonstration: wanted.demonstration ?? false,
    assetFolder,
    assetVersion: 'test',
    navigation: () => [],
    roleLabel: viewer => viewer.roles.join(', '),
    onDefect(error, reference, route) {
      defects.push(error)
      wanted.onDefect?.(error, reference, route)
    },
    requestsPerMinute: 0,
  }
  const { app, addPages } = await openWeb(options)
  addSignIn(app, { web: options, limits: testLimits, provider: wanted.provider ?? null })
  await wanted.also?.(app, options)
  addPages(wanted.pages ?? [])
  await app.ready()
  return {
    app,
    options,
    services,
    defects,
    at: moment => {
      now = moment
    },
    async close() {
      await app.close()
      rmSync(assetFolder, { recursive: true })
    },
  }
}

/** A browser without script: keeps cookies, follows nothing by itself. */
export function browserOf(app: FastifyInstance) {
  const cookies = new Map<string, string>()
  const keep = (response: { cookies: readonly { name: string; value: string; maxAge?: number; expires?: Date }[] }) => {
    for (const cookie of response.cookies) {
      if (cookie.value === '' || cookie.expires?.getTime() === 0) cookies.delete(cookie.name)
      else cookies.set(cookie.name, cookie.value)
    }
  }
  return {
    cookies,
    async get(url: string) {
      const response = await app.inject({ method: 'GET', url, cookies: Object.fromEntries(cookies) })
      keep(response)
      return response
    },
    async post(url: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
      const response = await app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        cookies: Object.fromEntries(cookies),
        payload: new URLSearchParams(fields).toString(),
      })
      keep(response)
      return response
    },
    /** The token of the first form on a page. */
    async token(url: string) {
      const page = await this.get(url)
      return /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    },
  }
}
