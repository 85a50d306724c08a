import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { browserOf, type TestWeb, webForTests } from '../../../test/support/web-for-tests.ts'
import { addAccount, addClientSecret, endClientSecrets } from '../access/index.ts'
import { Conflict, Gone, NotAllowed, NotFound, ok, problems, Unavailable } from '../errors/index.ts'
import { type Database, newId } from '../store/index.ts'
import { api, intake, registerApi } from './index.ts'

const start = '2026-11-21T09:00:00.000Z'
const password = 'correct horse battery'
let done = 0
let received: { text: string; contentType: string }[] = []

const routes = [
  api({
    method: 'GET',
    path: '/things/:thing',
    action: 'things.read',
    summary: 'Read a thing',
    tag: 'Things',
    params: z.object({ thing: z.string() }),
    query: z.object({ size: z.coerce.number().int().min(1).max(9).default(1) }),
    reply: z.object({ name: z.string(), size: z.number(), by: z.string() }).meta({ id: 'Thing' }),
    async run(ctx, { params, query }) {
      if (params.thing === 'missing') throw new NotFound('No such thing.')
      if (params.thing === 'gone') throw new Gone('It was thrown away.')
      if (params.thing === 'away') throw new Unavailable('Come back later.')
      if (params.thing === 'mine') throw new NotAllowed('Not yours.', 'things.read')
      if (params.thing === 'conflict') throw new Conflict('Someone else was first.')
      if (params.thing === 'defect') throw new Error('an inner secret')
      ctx.look('things.read', [])
      return ok({ name: params.thing, size: query.size, by: ctx.viewer.username })
    },
  }),
  api({
    method: 'POST',
    path: '/things',
    action: 'things.write',
    summary: 'Add a thing',
    tag: 'Things',
    status: 201,
    body: z.object({ name: z.string('Enter a name'), on: z.iso.date('Enter a date such as 2026-11-21').optional() }),
    reply: z.object({ id: z.string(), count: z.number() }),
    async run(ctx, { body }) {
      if (body.name === 'bad') return problems({ field: 'name', code: 'bad', text: 'Choose another name' })
      if (body.name === 'half') {
        ctx.look('things.read-half', [])
        ctx.record('collect', 'things.write-half', [])
        await ctx.announce({ type: 'thing-half-added', personId: null, body: {} })
        return problems({ field: 'on', code: 'missing', text: 'Enter the day' })
      }
      done++
      ctx.record('collect', 'things.write', [])
      if (body.name === 'slow') await new Promise(wait => setTimeout(wait, 100))
      return ok({ id: newId(), count: done })
    },
  }),
  api({
    method: 'GET',
    path: '/odd',
    action: 'things.read',
    summary: 'Answers something undocumented',
    tag: 'Things',
    reply: z.object({ name: z.string() }),
    run: async () => ok({ name: 1 as unknown as string }),
  }),
  intake({
    method: 'POST',
    path: '/api/messages/:kind',
    action: 'messages.send',
    summary: 'Take in a message',
    tag: 'Messages',
    limit: 10_000,
    types: ['application/json', 'text/xml'],
    async run(ctx, { text, contentType, params }) {
      received.push({ text, contentType })
      const { role } = await ctx.tx.one<{ role: string }>('SELECT current_user AS role')
      const status = text.startsWith('<') || text.startsWith('{') ? 200 : 400
      return { status, type: 'text/xml; charset=utf-8', body: `<kept kind="${params.kind}" role="${role}"/>` }
    },
  }),
] as const

let db: Database
let owner: pg.Client
let web: TestWeb
let client: string
let token: string

beforeAll(async () => {
  db = await testDatabase()
  owner = new pg.Client({ connectionString: db.settings.ownerUrl })
  await owner.connect()
  web = await webForTests(db, {
    permissions: [
      { action: 'things.read', about: 'read things', roles: { court: 'any' }, scope: 'things.read' },
      { action: 'things.write', about: 'add things', roles: { court: 'any' }, scope: 'things.write' },
      { action: 'messages.send', about: 'send messages', roles: {}, scope: 'messages.send' },
    ],
    also: (app, options) => registerApi(app, options, routes),
  })
  client = await account('gateway', 'machine', ['things.read', 'things.write', 'messages.send'])
  await account('ada', 'person', [])
  await account('ann', 'person', [], ['analyst'])
  token = (await db.transaction('web', null, tx => addClientSecret(tx, client, 'test', start))).token
})
afterAll(async () => {
  await owner.end()
  await web.close()
  await dropAll()
})
beforeEach(() => {
  web.defects.length = 0
  received = []
})

async function account(
  username: string,
  kind: 'person' | 'machine',
  scopes: readonly string[],
  roles: readonly ('court' | 'analyst')[] = ['court'],
): Promise<string> {
  const login = kind === 'person' ? { password, roles } : { scopes }
  const added = await db.transaction('web', null, tx =>
    addAccount(tx, { username, displayName: username, kind, openedBy: 'test', ...login }, start),
  )
  if (!added.ok) throw new Error(JSON.stringify(added))
  return added.value.id
}

function call(method: 'GET' | 'POST', url: string, more: { body?: unknown; headers?: Record<string, string> } = {}) {
  const payload = more.body === undefined ? {} : { payload: more.body as object }
  return web.app.inject({ method, url, headers: { authorization: `Bearer ${token}`, ...more.headers }, ...payload })
}

test('a command that answers problems leaves nothing it wrote, but what was looked at', async () => {
  const answer = await call('POST', '/api/things', { body: { name: 'half' }, headers: { 'idempotency-key': 'half' } })
  expect(answer.statusCode).toBe(400)
  const events = await owner.query("SELECT 1 FROM platform.outbox WHERE type = 'thing-half-added'")
  expect(events.rows).toEqual([])
  const audit = await owner.query("SELECT what FROM platform.audit_entry WHERE what LIKE '%-half'")
  expect(audit.rows).toEqual([{ what: 'things.read-half' }])
})

describe('who may call', () => {
  test('a machine with the scope of the permission, whose look is on the audit log', async () => {
    const answer = await call('GET', '/api/things/lamp?size=3')
    expect([answer.statusCode, answer.json()]).toEqual([200, { name: 'lamp', size: 3, by: 'gateway' }])
    const { rows } = await owner.query(`SELECT body FROM platform.audit_entry WHERE what = 'things.read'`)
    expect(rows.some(row => row.body.includes('"actor":"gateway"') && row.body.includes('"channel":"api"'))).toBe(true)
  })

  test('nobody without a token or session, nor with a wrong, ended or badly written one', async () => {
    const ended = await db.transaction('web', null, tx => addClientSecret(tx, client, 'test', start, start))
    for (const headers of [
      {},
      { authorization: '' },
      { authorization: 'Bearer' },
      { authorization: 'Bearer tl_unknown' },
      { authorization: `Basic ${token}` },
      { authorization: `Bearer ${ended.token}` },
      { cookie: 'throughline=unknown' },
    ]) {
      const answer = await web.app.inject({
        method: 'GET',
        url: '/api/things/x',
        headers: headers as Record<string, string>,
      })
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([401, 'application/problem+json'])
      expect(answer.headers['www-authenticate']).toContain('Bearer')
    }
  })

  test('not a machine without the scope, and the refusal is on the audit log', async () => {
    const weak = await account('weak', 'machine', ['other'])
    const { token: own } = await db.transaction('web', null, tx => addClientSecret(tx, weak, 'test', start))
    const answer = await call('POST', '/api/things', {
      body: { name: 'x' },
      headers: { authorization: `Bearer ${own}` },
    })
    expect([answer.statusCode, answer.json().title]).toEqual([403, 'Not allowed'])
    const { rows } = await owner.query(`SELECT body FROM platform.audit_entry WHERE actor = 'weak'`)
    expect(rows[0].body).toContain('"outcome":"denied"')
    await db.transaction('web', null, tx => endClientSecrets(tx, weak, 'test', start))
    expect((await call('GET', '/api/things/x', { headers: { authorization: `Bearer ${own}` } })).statusCode).toBe(401)
  })

  test('a signed-in person with the role; anything but GET needs the session token in a header', async () => {
    const browser = browserOf(web.app)
    await browser.post('/sign-in', { username: 'ada', password })
    expect((await browser.get('/api/things/lamp')).json()).toMatchObject({ by: 'ada' })
    const csrf = await browser.token('/sign-out')
    const cookies = Object.fromEntries(browser.cookies)
    const post = (headers: Record<string, string>) =>
      web.app.inject({ method: 'POST', url: '/api/things', cookies, headers, payload: { name: 'lamp' } })
    expect((await post({})).statusCode).toBe(403)
    expect((await post({ 'x-csrf-token': 'forged' })).statusCode).toBe(403)
    expect((await post({ 'x-csrf-token': csrf })).statusCode).toBe(201)
  })

  test('not a person whose role has no such permission', async () => {
    const browser = browserOf(web.app)
    await browser.post('/sign-in', { username: 'ann', password })
    expect((await browser.get('/api/things/lamp')).statusCode).toBe(403)
  })
})

describe('what is wrong', () => {
  test('is named field by field', async () => {
    const answer = await call('POST', '/api/things', { body: { on: '2026-02-30' } })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().problems).toEqual([
      { field: 'name', code: 'invalid_type', text: 'Enter a name' },
      { field: 'on', code: 'invalid_format', text: 'Enter a date such as 2026-11-21' },
    ])
    expect((await call('GET', '/api/things/x?size=99')).json().problems[0].field).toBe('size')
    expect((await call('POST', '/api/things', { body: { name: 'bad' } })).json().problems).toEqual([
      { field: 'name', code: 'bad', text: 'Choose another name' },
    ])
  })

  test('is a refusal with its own status', async () => {
    for (const [thing, status] of Object.entries({ missing: 404, gone: 410, away: 503, mine: 403, conflict: 409 })) {
      const answer = await call('GET', `/api/things/${thing}`)
      expect([answer.statusCode, answer.json().status]).toEqual([status, status])
    }
    expect((await call('GET', '/api/no-such-route')).statusCode).toBe(404)
  })

  test('in us is a reference to quote and nothing of the cause', async () => {
    const answer = await call('GET', '/api/things/defect')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('secret')
    expect(answer.json().reference).toMatch(/^[0-9a-f-]{36}$/)
    expect(web.defects).toHaveLength(1)
    expect((await call('GET', '/api/odd')).statusCode).toBe(500)
  })

  test('in the bytes is refused, never a defect', async () => {
    const raw = (payload: string | Buffer, type = 'application/json') =>
      web.app.inject({
        method: 'POST',
        url: '/api/things',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        payload,
      })
    expect((await raw('{"name": ')).statusCode).toBe(400)
    expect((await raw('')).statusCode).toBe(400)
    expect((await raw('null')).statusCode).toBe(400)
    expect((await raw('[1]')).statusCode).toBe(400)
    expect((await raw('{"__proto__": {"x": 1}, "name": "x"}')).statusCode).toBe(400)
    expect((await raw(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).statusCode).toBe(400)
    expect((await raw(Buffer.from([0xff, 0xfe, 0x00]))).statusCode).toBe(400)
    expect((await raw('<a/>', 'text/xml')).statusCode).toBe(415)
    expect((await raw(`{"name": "${'x'.repeat(1_100_000)}"}`)).statusCode).toBe(413)
    expect(web.defects).toEqual([])
  })
})

describe('an idempotency key', () => {
  const add = (key: string, body: unknown) => call('POST', '/api/things', { body, headers: { 'idempotency-key': key } })

  test('with the same body gets the same answer and the work is done once', async () => {
    const before = done
    const first = await add('key-1', { name: 'lamp' })
    const second = await add('key-1', { name: 'lamp' })
    expect([first.statusCode, second.statusCode, second.body]).toEqual([201, 201, first.body])
    expect(done).toBe(before + 1)
  })

  test('sent twice at the same moment does the work once', async () => {
    const before = done
    const answers = await Promise.all([1, 2, 3].map(() => add('key-2', { name: 'slow' })))
    expect(new Set(answers.map(answer => answer.body)).size).toBe(1)
    expect(done).toBe(before + 1)
  })

  test('with another body is refused', async () => {
    await add('key-3', { name: 'lamp' })
    const other = await add('key-3', { name: 'chair' })
    expect([other.statusCode, other.json().problems[0].field]).toEqual([422, 'idempotency-key'])
  })

  test('belongs to its caller', async () => {
    const other = await account('other-gateway', 'machine', ['things.write'])
    const { token: own } = await db.transaction('web', null, tx => addClientSecret(tx, other, 'test', start))
    const first = await add('key-4', { name: 'lamp' })
    const theirs = await call('POST', '/api/things', {
      body: { name: 'lamp' },
      headers: { 'idempotency-key': 'key-4', authorization: `Bearer ${own}` },
    })
    expect(theirs.statusCode).toBe(201)
    expect(theirs.body).not.toBe(first.body)
  })

  test('of a request that had to be mended is free again', async () => {
    expect((await add('key-5', { name: 'bad' })).statusCode).toBe(400)
    expect((await add('key-5', { name: 'good' })).statusCode).toBe(201)
  })

  test('of a wrong form is named', async () => {
    expect((await add('x'.repeat(300), { name: 'lamp' })).json().problems[0].field).toBe('idempotency-key')
  })
})

describe('a way in for messages', () => {
  test('hands on the text as it came, whatever its type, and answers in the words of the sender', async () => {
    for (const [type, text] of [
      ['text/xml', '<a>é</a>'],
      ['application/json', '{"broken": '],
      ['application/soap+xml; charset=utf-8', '<b/>'],
      ['image/png', 'neither'],
    ] as const) {
      const answer = await web.app.inject({
        method: 'POST',
        url: '/api/messages/list',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        payload: text,
      })
      expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8')
      expect(answer.body).toContain('kind="list" role="throughline_test_worker"')
      expect(received.at(-1)).toEqual({ text, contentType: type })
    }
  })

  test('refuses what is too large and who has no scope', async () => {
    const large = await call('POST', '/api/messages/list', { body: { text: 'x'.repeat(20_000) } })
    expect(large.statusCode).toBe(413)
    const browser = browserOf(web.app)
    await browser.post('/sign-in', { username: 'ada', password })
    const csrf = await browser.token('/sign-out')
    const person = await web.app.inject({
      method: 'POST',
      url: '/api/messages/list',
      cookies: Object.fromEntries(browser.cookies),
      headers: { 'x-csrf-token': csrf, 'content-type': 'text/xml' },
      payload: '<a/>',
    })
    expect(person.statusCode).toBe(403)
    expect(received).toEqual([])
  })
})

describe('the description', () => {
  test('is OpenAPI 3.1, names every route with its scope, and needs no sign-in', async () => {
    const answer = await web.app.inject({ method: 'GET', url: '/api/openapi.json' })
    const document = answer.json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/messages/{kind}',
      '/api/odd',
      '/api/things',
      '/api/things/{thing}',
    ])
    expect(document.paths['/api/things'].post.security).toEqual([{ bearer: ['things.write'] }, { session: [] }])
    expect(document.paths['/api/things'].post.requestBody.content['application/json'].schema).toMatchObject({
      type: 'object',
      required: ['name'],
    })
    expect(document.components.schemas).toHaveProperty('Thing')
    expect(document.components.schemas).toHaveProperty('Problem')
  })

  test('can be browsed on a page that runs nothing inline', async () => {
    const answer = await web.app.inject({ method: 'GET', url: '/api/docs/' })
    const page = answer.statusCode === 200 ? answer : await web.app.inject({ method: 'GET', url: '/api/docs' })
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toContain(`script-src 'self'`)
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=/)
    const script = /src="([^"]*initializer[^"]*)"/.exec(page.body)![1]!
    const initializer = await web.app.inject({ method: 'GET', url: new URL(script, 'http://x/api/docs/').pathname })
    expect([initializer.statusCode, initializer.body.includes('/api/openapi.json')]).toEqual([200, true])
  })
})
