import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Role, roles, type Viewer } from '../../src/platform/access/index.ts'
import { addressOf, nothingThere, type Seeded, seededThings } from '../support/addresses.ts'
import { dropAll } from '../support/database.ts'
import { type Caller, type ProductServer, productServer, type RegisteredRoute } from '../support/product-server.ts'

/** Routes that name no row of the permission table, and why anybody may ask for them. */
const openToEveryone: Readonly<Record<string, string>> = {
  'GET /health': 'says only that the process answers',
  'GET /ready': 'says only whether the database is there',
  'GET /metrics': 'numbers without a person; answered to this machine or with the metrics token, tested beside it',
  'GET /sign-in': 'nobody is signed in yet',
  'POST /sign-in': 'nobody is signed in yet',
  'POST /sign-in/demonstration': 'nobody is signed in yet; answers in demonstration mode only',
  'GET /sign-out': 'one’s own session',
  'POST /sign-out': 'one’s own session',
  'GET /signed-out': 'the session has ended',
  'GET /signed-out/provider': 'the session has ended',
  'GET /held-forms': 'one’s own forms, kept when the session ended',
  'POST /held-forms': 'one’s own forms, kept when the session ended',
  'GET /api/openapi.json': 'the description of the API, which holds no data',
  'GET /api/docs': 'the description of the API, which holds no data',
  'GET /api/docs/json': 'the description of the API, which holds no data',
  'GET /api/docs/yaml': 'the description of the API, which holds no data',
  'GET /api/docs/static/index.html': 'the description of the API, which holds no data',
  'GET /api/docs/static/swagger-initializer.js': 'the description of the API, which holds no data',
  'GET /api/docs/static/*': 'the description of the API, which holds no data',
}

type Asker = { readonly name: string; readonly caller: Caller; readonly viewer: Viewer | null }

let server: ProductServer
let things: Seeded
let askers: readonly Asker[]

beforeAll(async () => {
  server = await productServer()
  things = await seededThings(server)
  const people = await Promise.all(
    roles.map(async (role: Role) => {
      const caller = await server.signedIn(role)
      return { name: role, caller, viewer: caller.viewer }
    }),
  )
  const scopes = [...new Set(server.services.permissions.rows.flatMap(row => row.scope ?? []))]
  const machines = await Promise.all(
    [[], ...scopes.map(scope => [scope]), scopes].map(async held => ({
      name: `machine with ${held === scopes ? 'every scope' : held.join() || 'no scope'}`,
      caller: await server.client(held),
      viewer: { ...people[0]!.viewer, kind: 'machine' as const, roles: [], scopes: held },
    })),
  )
  const nobody = { name: 'nobody', caller: { headers: {}, csrf: '' }, viewer: null }
  askers = [...people, ...machines, nobody]
}, 120_000)
afterAll(async () => {
  await server?.close()
  await dropAll()
})

type Answer = 'allowed' | 'refused' | 'not signed in'

const isScreen = (route: RegisteredRoute) => !route.url.startsWith('/api') && !route.page?.startsWith('intake')

/** What the table says, asked with no more than who is asking. Screens know no bearer tokens and message intake no
 *  sessions, so whoever has only the other is not signed in there. */
function expected(route: RegisteredRoute, allow: string, { viewer }: Asker): Answer {
  const isPerson = viewer?.kind === 'person'
  if (viewer === null) return 'not signed in'
  if (isScreen(route) ? !isPerson : isPerson && route.page?.startsWith('intake')) return 'not signed in'
  return server.services.permissions.allows(viewer, allow) ? 'allowed' : 'refused'
}

async function asked(route: RegisteredRoute, asker: Asker, intent: string | null): Promise<Answer | string> {
  const { caller } = asker
  // A contracted provider's staff see only people allocated to it, and a remark is changed by its author alone: these
  // are asked about what nobody has.
  const real = route.method === 'GET' && asker.name !== 'provider' && !route.url.endsWith('/:kind/:remark')
  const url = addressOf(route.url, real ? things : nothingThere(route.url))
  const form = new URLSearchParams({ _csrf: caller.csrf, ...(intent ? { intent } : {}) }).toString()
  const body = isScreen(route)
    ? { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: form }
    : { headers: { 'content-type': 'application/json', 'x-csrf-token': caller.csrf }, payload: '{}' }
  const sent = route.method === 'GET' ? { headers: {} } : body
  const answer = await server.app.inject({
    ...sent,
    method: route.method as 'GET' | 'POST',
    url,
    headers: { ...sent.headers, ...caller.headers },
  })
  const { statusCode, headers } = answer
  if (statusCode === 401 || (statusCode === 303 && String(headers.location).startsWith('/sign-in'))) {
    return 'not signed in'
  }
  if (statusCode === 403) return 'refused'
  return statusCode >= 500 ? `a defect (${statusCode}) at ${url}` : 'allowed'
}

/** Every kind of answer an asker has had. */
const given = new Map<string, Set<string>>()

async function compare(route: RegisteredRoute, allow: string, intent: string | null) {
  const found: Record<string, string> = {}
  const wanted: Record<string, string> = {}
  // A screen takes no bearer token at all, so one machine is enough there.
  const asking = askers.filter(
    ({ viewer, name }) => !isScreen(route) || viewer?.kind !== 'machine' || name === 'machine with every scope',
  )
  for (const asker of asking) {
    wanted[asker.name] = expected(route, allow, asker)
    found[asker.name] = await asked(route, asker, intent)
    given.set(asker.name, (given.get(asker.name) ?? new Set()).add(found[asker.name]!))
  }
  expect({ route: nameOf(route), intent, ...found }).toEqual({ route: nameOf(route), intent, ...wanted })
}

const nameOf = (route: RegisteredRoute) => `${route.method} ${route.url}`

test('every route names a row of the permission table, or is open to everyone for a reason', () => {
  const unnamed = server.routes
    .filter(route => route.allow === undefined && !(nameOf(route) in openToEveryone))
    .map(nameOf)
  expect(unnamed).toEqual([])
  const gone = Object.keys(openToEveryone).filter(name => !server.routes.some(route => nameOf(route) === name))
  expect(gone).toEqual([])
  const actions = server.routes.flatMap(route => [
    ...(route.allow ? [route.allow] : []),
    ...Object.values(route.intents),
  ])
  for (const action of actions) expect(() => server.services.permissions.row(action)).not.toThrow()
})

test('the routes are those of the whole product', () => {
  const urls = new Set(server.routes.map(nameOf))
  for (const known of ['GET /search', 'GET /courts/:court/:day', 'POST /hearing/:id', 'POST /libra/list']) {
    expect(urls).toContain(known)
  }
})

describe('who asks is answered as the permission table says', () => {
  test('by every screen', async () => {
    for (const route of server.routes) {
      if (route.allow && route.method === 'GET' && isScreen(route)) await compare(route, route.allow, null)
    }
  }, 120_000)

  test('by everything a form can ask', async () => {
    for (const route of server.routes) {
      if (route.method !== 'POST' || !isScreen(route)) continue
      for (const [intent, allow] of Object.entries(route.intents)) await compare(route, allow, intent)
    }
  }, 120_000)

  test('by the API and by the ways in for messages', async () => {
    for (const route of server.routes) if (route.allow && !isScreen(route)) await compare(route, route.allow, null)
  }, 120_000)

  test('which is neither always yes nor always no', () => {
    expect([...(given.get('court') ?? [])].sort()).toEqual(['allowed', 'not signed in', 'refused'])
    expect(given.get('nobody')).toEqual(new Set(['not signed in']))
  })
})
