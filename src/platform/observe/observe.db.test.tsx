import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { browserOf, type TestWeb, webForTests } from '../../../test/support/web-for-tests.ts'
import { addAccount, addClientSecret } from '../access/index.ts'
import { api, registerApi } from '../api/index.ts'
import { NotFound, ok, problems } from '../errors/index.ts'
import type { Database } from '../store/index.ts'
import { Form, page, post } from '../web/index.ts'
import { addObservation, faultOf, openLog, openMetrics, type Readiness } from './index.ts'

const password = 'correct horse battery'
const metricsToken = 'token of the test'
// Made-up people who must never be read in a log or a measurement.
const people = ['Zebedee', 'Quillfeather', 'X555999', '1980-02-29', 'zebedee@example.org', 'Elm Grove']

let db: Database
let web: TestWeb
let lines: string[] = []
let ready: Readiness = { database: true, migrations: true }
let machineToken: string

const personPage = page<null>({
  path: '/person/:crn',
  name: 'test.person',
  title: 'A person',
  allow: 'test.read',
  async view(_ctx, at) {
    if (at.query.one('fail') === 'defect') throw new TypeError(`${people.join(' ')} cannot be read`)
    if (at.query.one('fail') === 'database') await _ctx.tx.rows('SELECT $1::uuid', [people.join(' ')])
    if (at.query.one('fail') === 'missing') throw new NotFound('No record.')
    return null
  },
  body: () => <Form intent="save" />,
  posts: {
    save: post({
      allow: 'test.read',
      form: z.object({ name: z.string() }),
      run: async (_ctx, form) =>
        form.name === '' ? problems({ field: 'name', code: 'missing', text: 'Enter a name' }) : ok({ to: '/' }),
    }),
  },
})

beforeAll(async () => {
  db = await testDatabase()
  const log = openLog('debug', { write: line => void lines.push(line) })
  const metrics = openMetrics(db)
  web = await webForTests(db, {
    pages: [personPage],
    permissions: [{ action: 'test.read', about: 'read', roles: { court: 'any' }, scope: 'test.read' }],
    onDefect(error, reference, route) {
      log.defect(error, reference, route)
      metrics.defect(route)
    },
    async also(app, options) {
      addObservation(app, { log, metrics, metricsToken, ready: async () => ready })
      await registerApi(app, options, [
        api({
          method: 'POST',
          path: '/people/:name',
          action: 'test.read',
          summary: 'Fails',
          tag: 'Test',
          params: z.object({ name: z.string() }),
          body: z.object({ name: z.string(), age: z.number() }),
          reply: z.object({}),
          run: async (_ctx, { body }) => {
            throw new Error(`no ${body.name}`)
          },
        }),
      ])
    },
  })
  await db.transaction('web', null, async tx => {
    const now = '2026-11-21T09:00:00.000Z'
    await addAccount(tx, { username: 'ada', displayName: 'Ada', password, roles: ['court'], openedBy: 'test' }, now)
    const client = await addAccount(
      tx,
      { username: 'gate', displayName: 'Gate', kind: 'machine', scopes: ['test.read'], openedBy: 'test' },
      now,
    )
    if (client.ok) machineToken = (await addClientSecret(tx, client.value.id, 'test', now)).token
  })
})
afterAll(async () => {
  await web.close()
  await dropAll()
})
beforeEach(() => {
  lines = []
})

const entries = () => lines.map(line => JSON.parse(line) as Record<string, unknown>)
const metrics = () =>
  web.app.inject({ method: 'GET', url: '/metrics', headers: { authorization: `Bearer ${metricsToken}` } })

describe('the log', () => {
  test('has a line for each request, with its number, the name of the page, the answer and the time', async () => {
    const answer = await web.app.inject({ method: 'GET', url: '/sign-in' })
    expect(answer.statusCode).toBe(200)
    expect(entries()).toEqual([
      expect.objectContaining({ level: 'info', msg: 'request', method: 'GET', route: 'access.sign-in', status: 200 }),
    ])
    expect(entries()[0]!.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(entries()[0]!.ms).toBeTypeOf('number')
  })

  test('and the measurements never hold a person, whatever is asked for, typed or goes wrong', async () => {
    const browser = browserOf(web.app)
    await browser.post('/sign-in', { username: people[0]!, password: people[1]! })
    await browser.post('/sign-in', { username: 'ada', password })
    const csrf = await browser.token(`/person/${people[2]}?name=${people[0]}`)
    const query = new URLSearchParams({ q: people.join(' ') })
    for (const fail of ['', 'defect', 'database', 'missing']) {
      await browser.get(`/person/${people[2]}?${query}&fail=${fail}`)
    }
    await browser.post(`/person/${people[2]}`, { _csrf: csrf, intent: 'save', name: people.join(' ') })
    await browser.post(`/person/${people[2]}`, { _csrf: csrf, intent: 'save', name: '' })
    await browser.post(`/person/${people[2]}`, { _csrf: 'forged', intent: 'save', name: people[0]! })
    await browser.get(`/no-such-page/${people.join('-')}`)
    for (const body of [
      { name: people[0], age: people[3] },
      { name: people.join(' '), age: 1 },
    ]) {
      await web.app.inject({
        method: 'POST',
        url: `/api/people/${people[1]}?${query}`,
        headers: { authorization: `Bearer ${machineToken}` },
        payload: body,
      })
    }
    await web.app.inject({
      method: 'POST',
      url: `/api/people/${people[1]}`,
      headers: { authorization: `Bearer ${machineToken}`, 'content-type': 'application/json' },
      payload: `{"name": "${people[0]}`,
    })
    const written = `${lines.join('')}${(await metrics()).body}`
    for (const fact of [...people, password, machineToken, csrf]) expect(written, fact).not.toContain(fact)
    expect(entries().filter(entry => entry.msg === 'defect')).toHaveLength(3)
    expect(entries().every(entry => !('url' in entry) && !('err' in entry))).toBe(true)
    expect(entries().map(entry => entry.route)).toEqual(
      expect.arrayContaining(['test.person', '(no route)', 'api POST /people/:name']),
    )
  })

  test('tells of a defect its kind and place', async () => {
    const browser = browserOf(web.app)
    await browser.post('/sign-in', { username: 'ada', password })
    await browser.get('/person/X1?fail=database')
    const defect = entries().find(entry => entry.msg === 'defect')
    expect(defect).toMatchObject({ level: 'error', route: 'GET /person/:crn', kind: 'error 22P02' })
    expect(defect!.at).toEqual(expect.arrayContaining([expect.stringContaining('src/platform/')]))
  })
})

describe('a fault', () => {
  test('is its kind, codes and causes, without any message', () => {
    const cause = Object.assign(new Error('Key (crn)=(X555999) already exists'), {
      name: 'error',
      code: '23505',
      table: 'person',
      constraint: 'person_crn_key',
    })
    const fault = faultOf(new Error('Zebedee\nat home', { cause }))
    expect(fault.kind).toBe('Error < error 23505 person person_crn_key')
    expect(JSON.stringify(fault)).not.toContain('Zebedee')
    expect(JSON.stringify(fault)).not.toContain('at home')
    expect(faultOf('Zebedee')).toEqual({ kind: 'string', at: [] })
  })
})

describe('the machinery around us', () => {
  test('asks /health whether the process answers and /ready whether it can work', async () => {
    expect((await web.app.inject('/health')).json()).toEqual({ status: 'up' })
    expect((await web.app.inject('/ready')).json()).toEqual({ status: 'ready', database: true, migrations: true })
    ready = { database: true, migrations: false }
    const answer = await web.app.inject('/ready')
    expect([answer.statusCode, answer.json().status]).toEqual([503, 'not ready'])
    ready = { database: true, migrations: true }
  })

  test('collects /metrics from this machine, or from anywhere with the token', async () => {
    const asked = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
      web.app.inject({ method: 'GET', url: '/metrics', headers, remoteAddress })
    expect((await asked({})).statusCode).toBe(200)
    expect((await asked({}, '192.0.2.1')).statusCode).toBe(403)
    expect((await asked({ 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(403)
    expect((await asked({ authorization: 'Bearer wrong' })).statusCode).toBe(403)
    expect((await asked({ authorization: `Bearer ${metricsToken}` }, '192.0.2.1')).statusCode).toBe(200)
  })

  test('reads times by page, the queue, the outbox and the database', async () => {
    await web.app.inject('/sign-in')
    const { body } = await metrics()
    expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="access.sign-in",status="200"\} \d+/)
    expect(body).toContain('throughline_jobs{state="waiting"} 0')
    expect(body).toContain('throughline_outbox_events 0')
    expect(body).toContain('throughline_database_up 1')
    expect(body).toContain('process_resident_memory_bytes')
  })
})
