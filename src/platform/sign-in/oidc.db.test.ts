import { createServer, type Server } from 'node:http'
import Provider, { type KoaContext } from 'oidc-provider'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { browserOf, type TestWeb, webForTests } from '../../../test/support/web-for-tests.ts'
import { addAccount, type IdentityProvider, identityProvider, type ProviderSettings } from '../access/index.ts'
import type { Database } from '../store/index.ts'
import { page } from '../web/index.ts'

const start = '2026-11-21T09:00:00.000Z'
const ours = 'http://throughline.test'

type Claims = Readonly<Record<string, unknown>>
const people: Readonly<Record<string, Claims>> = {
  'sub-ada': { preferred_username: 'Ada', name: 'Ada Provided', realm_access: { roles: ['ROLE_COURT', 'ROLE_CHESS'] } },
  'sub-stranger': { preferred_username: 'stranger', name: 'Stran Ger' },
  'sub-leaver': { preferred_username: 'leaver', name: 'Lea Ver' },
}

/** A real OpenID Connect server that signs in whoever `who.next` names. */
async function openProvider(port: number, who: { next: string }): Promise<{ issuer: string; server: Server }> {
  const server = createServer()
  await new Promise<void>(listening => server.listen(port, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'throughline',
        client_secret: 'a secret of the test',
        redirect_uris: [`${ours}/sign-in/callback`],
        post_logout_redirect_uris: [`${ours}/signed-out`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    cookies: { keys: ['only for tests'] },
    claims: { openid: ['sub'], profile: ['preferred_username', 'name', 'realm_access'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: () => '/login' },
    findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    async loadExistingGrant({ oidc }: KoaContext) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url !== '/login') return answer(request, response)
    const result = who.next === '' ? { error: 'access_denied' } : { login: { accountId: who.next } }
    provider.interactionFinished(request, response, result).catch(error => response.destroy(error))
  })
  return { issuer, server }
}

/** Walks the provider's own redirects as a browser would; answers the address it ends at on our side. */
async function throughProvider(url: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = url
  while (!address.startsWith(ours)) {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    await response.arrayBuffer()
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';')
      const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)]
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (!next) throw new Error(`${address} answered ${response.status} and led nowhere`)
    address = new URL(next, address).href
  }
  return address.slice(ours.length)
}

const who = { next: 'sub-ada' }
let db: Database
let opened: { issuer: string; server: Server }
let settings: ProviderSettings
let provider: IdentityProvider
let web: TestWeb

const home = page<string>({
  path: '/desk',
  name: 'test.desk',
  title: 'Desk',
  allow: 'test.desk',
  view: async ctx => `${ctx.viewer.name} as ${ctx.viewer.roles.join()}`,
  body: model => model,
})

beforeAll(async () => {
  db = await testDatabase()
  opened = await openProvider(0, who)
  settings = {
    issuer: opened.issuer,
    clientId: 'throughline',
    clientSecret: 'a secret of the test',
    redirectUri: `${ours}/sign-in/callback`,
    afterSignOut: `${ours}/signed-out`,
    name: 'Staff account',
    rolesClaim: 'realm_access.roles',
    roleNames: { ROLE_COURT: 'court' },
  }
  provider = identityProvider(settings)
  web = await webForTests(db, {
    provider,
    pages: [home],
    permissions: [{ action: 'test.desk', about: 'sit at the desk', roles: { court: 'any' } }],
  })
  await db.transaction('web', null, async tx => {
    for (const username of ['ada', 'leaver']) {
      await addAccount(tx, { username, displayName: username, roles: ['case-admin'], openedBy: 'test' }, start)
    }
    await tx.run(`UPDATE platform.account SET closed_at = $1, closed_by = 'test' WHERE username = 'leaver'`, [start])
  })
})
afterAll(async () => {
  provider.close()
  await web.close()
  opened.server.closeAllConnections()
  opened.server.close()
  await dropAll()
})
afterEach(() => {
  web.at(start)
  who.next = 'sub-ada'
})

async function begun(next = '/desk') {
  const browser = browserOf(web.app)
  const answer = await browser.get(`/sign-in/start?next=${encodeURIComponent(next)}`)
  expect(answer.statusCode).toBe(302)
  return { browser, url: String(answer.headers.location) }
}

async function signedIn() {
  const { browser, url } = await begun()
  const done = await browser.get(await throughProvider(url))
  return { browser, done }
}

describe('signing in with the identity provider', () => {
  test('begins by a link, with PKCE, state and nonce, and ends where the user wanted to go', async () => {
    const { body } = await browserOf(web.app).get('/sign-in?next=%2Fdesk')
    expect(body).toContain('href="/sign-in/start?next=%2Fdesk"')
    const { browser, url } = await begun()
    const asked = new URL(url).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    const done = await browser.get(await throughProvider(url))
    expect([done.statusCode, done.headers.location]).toEqual([303, '/desk'])
  })

  test('takes the name and the roles from the provider; a role that is not ours gives nothing', async () => {
    const { browser } = await signedIn()
    expect((await browser.get('/desk')).body).toContain('Ada Provided as court')
  })

  test('refuses somebody without an account with a page that says what to do', async () => {
    who.next = 'sub-stranger'
    const { browser, done } = await signedIn()
    expect(done.statusCode).toBe(403)
    expect(done.body).toContain('There is no account for you in Throughline.')
    expect(browser.cookies.has('throughline')).toBe(false)
  })

  test('refuses a closed account', async () => {
    who.next = 'sub-leaver'
    const { done } = await signedIn()
    expect([done.statusCode, done.body.includes('Your account in Throughline is closed.')]).toEqual([403, true])
  })

  test('says so when the provider said no', async () => {
    who.next = ''
    const { done } = await signedIn()
    expect([done.statusCode, done.body.includes('Staff account did not sign you in.')]).toEqual([400, true])
  })
})

describe('an answer of the identity provider', () => {
  test('to another question is refused: the state is not the one that was sent', async () => {
    const first = await begun()
    const callback = await throughProvider(first.url)
    const second = await begun()
    const done = await second.browser.get(callback)
    expect([done.statusCode, done.body.includes('does not belong to the sign-in')]).toEqual([400, true])
    expect(second.browser.cookies.has('throughline')).toBe(false)
  })

  test('with another nonce or another PKCE verifier is refused', async () => {
    for (const wrong of [{ nonce: 'another' }, { verifier: 'another-'.repeat(8) }]) {
      const { url, pending } = await provider.start('/desk')
      const callback = await throughProvider(url)
      const answer = await provider.finish(callback.split('?')[1]!, { ...pending, ...wrong })
      expect(answer).toEqual({ ok: false, because: 'not-ours' })
    }
  })

  test('used a second time is refused', async () => {
    const { url, pending } = await provider.start('/desk')
    const query = (await throughProvider(url)).split('?')[1]!
    expect(await provider.finish(query, pending)).toMatchObject({ ok: true, claims: { subject: 'sub-ada' } })
    expect(await provider.finish(query, pending)).toEqual({ ok: false, because: 'not-ours' })
  })

  test('after more than ten minutes is refused', async () => {
    const { browser, url } = await begun()
    const callback = await throughProvider(url)
    web.at('2026-11-21T09:11:00.000Z')
    const done = await browser.get(callback)
    expect([done.statusCode, done.body.includes('longer than 10 minutes')]).toEqual([400, true])
  })

  test('in another browser, without the cookie or with a forged one, is refused', async () => {
    const { url } = await begun()
    const callback = await throughProvider(url)
    const other = browserOf(web.app)
    expect((await other.get(callback)).statusCode).toBe(400)
    other.cookies.set('throughline-sign-in', 'forged')
    expect((await other.get(callback)).statusCode).toBe(400)
  })

  test('that is nonsense is refused, not a defect', async () => {
    for (const query of [
      '',
      '?',
      '?code=x',
      '?state=x&code=y',
      '?error=%00',
      '?code=a&code=b&state=c',
      '?iss=x&state=',
    ]) {
      const { browser } = await begun()
      expect((await browser.get(`/sign-in/callback${query}`)).statusCode, query).toBe(400)
    }
    expect(web.defects).toEqual([])
  })
})

describe('signing out', () => {
  test('ends the session here and offers, by a link, to end it at the provider', async () => {
    const { browser } = await signedIn()
    const left = await browser.post('/sign-out', { _csrf: await browser.token('/sign-out') })
    expect(left.headers.location).toBe('/signed-out')
    expect((await browser.get('/signed-out')).body).toContain('href="/signed-out/provider"')
    const away = new URL(String((await browser.get('/signed-out/provider')).headers.location))
    expect(away.origin).toBe(opened.issuer)
    expect(away.searchParams.get('post_logout_redirect_uri')).toBe(`${ours}/signed-out`)
    expect(away.searchParams.get('id_token_hint')).toMatch(/^ey/)
    expect((await browser.get('/desk')).statusCode).toBe(303)
  })
})

describe('while the identity provider is away', () => {
  test('the sign-in page still works, starting says so kindly, and it works as soon as the provider is back', async () => {
    const spare = createServer()
    await new Promise<void>(listening => spare.listen(0, '127.0.0.1', listening))
    const { port } = spare.address() as { port: number }
    await new Promise(closed => spare.close(closed))
    const later = identityProvider({ ...settings, issuer: `http://127.0.0.1:${port}` })
    const early = await webForTests(db, { provider: later })
    const browser = browserOf(early.app)
    expect((await browser.get('/sign-in')).statusCode).toBe(200)
    const away = await browser.get('/sign-in/start')
    expect([away.statusCode, away.body.includes('Staff account does not answer at the moment')]).toEqual([503, true])
    expect(later.found()).toBe(false)
    const back = await openProvider(port, who)
    expect((await browser.get('/sign-in/start')).statusCode).toBe(302)
    expect(later.found()).toBe(true)
    expect(early.defects).toEqual([])
    later.close()
    await early.close()
    back.server.closeAllConnections()
    back.server.close()
  })
})
