import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { machine, permissionTable, type Viewer } from '../access/index.ts'
import { instant, londonDay } from '../calendar/index.ts'
import { type Context, inContext, type Services } from '../context/index.ts'
import { workOnce } from '../jobs/index.ts'
import { type Database, newId } from '../store/index.ts'
import {
  addWebhook,
  backlog,
  closeWebhook,
  deliveries,
  deliverWebhook,
  dispatchOutbox,
  isSigned,
  type NewWebhook,
  replayDelivery,
  type SignedHeaders,
  startDispatcher,
} from './index.ts'

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string }

const admin: Viewer = { ...machine('admin'), kind: 'person', username: 'dot', roles: ['admin'] }
let db: Database
let owner: pg.Client
let services: Services
let receiver: Server
let url: string
let heard: Heard[] = []
let answer: number

const asAdmin = <T>(work: (ctx: Context) => Promise<T>) =>
  inContext(services, { viewer: admin, requestId: 'test', channel: 'screen', role: 'web' }, work)
const asWorker = <T>(work: (ctx: Context) => Promise<T>) =>
  inContext(services, { viewer: machine('test'), requestId: 'test', channel: 'job' }, work)

beforeAll(async () => {
  db = await testDatabase()
  owner = new pg.Client({ connectionString: db.settings.ownerUrl })
  await owner.connect()
  services = {
    db,
    permissions: permissionTable([
      { action: 'platform.manage-webhooks', about: 'manage webhooks', roles: { admin: 'any' } },
    ]),
    clock: () => ({ now: instant(new Date()), today: londonDay(instant(new Date())) }),
    limitsOf: async () => ({ allowed: [], barred: [] }),
    reactions: new Map(),
  }
  receiver = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    heard.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
    response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end('thanks')
  })
  await new Promise<void>(listening => receiver.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(receiver.address() as { port: number }).port}/hook`
})
afterAll(async () => {
  receiver.close()
  await owner.end()
  await dropAll()
})
beforeEach(async () => {
  heard = []
  answer = 204
  await owner.query('DELETE FROM platform.webhook; DELETE FROM platform.delivery; DELETE FROM platform.outbox')
  await owner.query('DELETE FROM graphile_worker._private_jobs')
})

async function opened(more: Partial<NewWebhook> = {}): Promise<{ id: string; secret: string }> {
  const added = await asAdmin(ctx =>
    addWebhook(ctx, { name: 'Prison', url, eventTypes: [], limited: false, ...more }, db.settings.secret),
  )
  if (!added.ok) throw new Error(JSON.stringify(added))
  return added.value
}

async function happened(type: string, personId: string | null, flags = { excluded: false, restricted: false }) {
  await asWorker(ctx => ctx.announce({ type, personId, body: { code: 'X1' } }, flags))
}

async function round(): Promise<void> {
  await asWorker(ctx => dispatchOutbox(ctx.tx, ctx.now))
  await owner.query('UPDATE graphile_worker._private_jobs SET run_at = now()')
  await workOnce({ services, jobs: [deliverWebhook] })
}

const shown = (id: string) => asAdmin(ctx => deliveries(ctx.tx, id, { deadOnly: false, limit: 50 }))

describe('an event', () => {
  test('reaches every webhook that wants it once, signed and fresh, and the disclosure is on the audit log', async () => {
    const { id, secret } = await opened({ eventTypes: ['order-made'] })
    const personId = newId()
    await happened('order-made', personId)
    await happened('something-else', personId)
    await round()
    await round()
    expect(heard).toHaveLength(1)
    const { headers, body } = heard[0]!
    expect(isSigned(secret, headers as unknown as SignedHeaders, body, Date.now() / 1000)).toBe(true)
    expect(JSON.parse(body)).toMatchObject({ type: 'order-made', personId, limited: false, body: { code: 'X1' } })
    expect((await shown(id)).map(one => [one.state, one.answer])).toEqual([['delivered', '204']])
    const { rows } = await owner.query(
      `SELECT body FROM platform.audit_entry WHERE what = 'platform.webhook' AND people = $1`,
      [[personId]],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].body).toContain('"operation":"disclose"')
    expect(rows[0].body).toContain('"recipient":"Prison"')
  })

  test('about nobody has no person and discloses nothing', async () => {
    await opened()
    await happened('list-received', null)
    await round()
    expect(JSON.parse(heard[0]!.body).personId).toBeNull()
  })

  test('taken by two at the same moment is delivered once', async () => {
    await opened()
    for (let n = 0; n < 20; n++) await happened('order-made', newId())
    const taken = await Promise.all([1, 2, 3].map(() => asWorker(ctx => dispatchOutbox(ctx.tx, ctx.now))))
    expect(taken.reduce((sum, n) => sum + n)).toBe(20)
    await workOnce({ services, jobs: [deliverWebhook] })
    expect(new Set(heard.map(one => JSON.parse(one.body).id)).size).toBe(20)
    expect(heard).toHaveLength(20)
  })

  test('is taken by the dispatcher within moments', async () => {
    await opened()
    await happened('order-made', newId())
    const dispatcher = startDispatcher(services, 20)
    for (let n = 0; n < 100 && (await asAdmin(ctx => backlog(ctx.tx))).events > 0; n++) {
      await new Promise(wait => setTimeout(wait, 20))
    }
    await dispatcher.stop()
    expect(await asAdmin(ctx => backlog(ctx.tx))).toEqual({ events: 0, waiting: 1, dead: 0 })
  })
})

describe('a limited-access person', () => {
  const restricted = { excluded: false, restricted: true }
  const excluded = { excluded: true, restricted: false }

  test('is not spoken of to a webhook that may not know', async () => {
    await opened()
    await happened('order-made', newId(), restricted)
    await happened('order-made', newId(), excluded)
    await round()
    expect(heard).toEqual([])
  })

  test('is spoken of to a webhook that may know, without any data', async () => {
    await opened({ limited: true })
    await happened('order-made', newId(), restricted)
    await round()
    expect(JSON.parse(heard[0]!.body)).toMatchObject({ limited: true, body: {} })
  })

  test('limited between the event and its sending is not spoken of', async () => {
    const { id } = await opened()
    await happened('order-made', newId())
    await asWorker(ctx => dispatchOutbox(ctx.tx, ctx.now))
    await asWorker(ctx => ctx.tx.run('UPDATE platform.delivery SET restricted = true'))
    await round()
    expect(heard).toEqual([])
    expect(await shown(id)).toEqual([])
    const { rows } = await owner.query('SELECT answer FROM platform.delivery')
    expect(rows).toEqual([{ answer: 'limited access' }])
  })
})

describe('a receiver that fails', () => {
  test('is tried again until it answers well', async () => {
    const { id } = await opened()
    await happened('order-made', newId())
    for (answer of [500, 302, 404]) await round()
    expect((await shown(id)).map(one => [one.state, one.attempts, one.answer])).toEqual([['waiting', 3, '404']])
    answer = 200
    await round()
    expect((await shown(id)).map(one => [one.state, one.attempts])).toEqual([['delivered', 4]])
    expect(new Set(heard.map(one => one.headers['webhook-id'])).size).toBe(1)
  })

  test('for too long leaves a dead delivery, which can be replayed by hand', async () => {
    const { id } = await opened()
    await happened('order-made', newId())
    answer = 503
    for (let n = 0; n < 12; n++) await round()
    const [dead] = await shown(id)
    expect([dead?.state, dead?.attempts]).toEqual(['dead', 12])
    await round()
    expect(heard).toHaveLength(12)
    answer = 200
    await asAdmin(ctx => replayDelivery(ctx, dead!.personId, dead!.id))
    await round()
    expect((await shown(id)).map(one => one.state)).toEqual(['delivered'])
    await expect(asAdmin(ctx => replayDelivery(ctx, dead!.personId, dead!.id))).rejects.toMatchObject({ status: 404 })
  })

  test('that is not there at all is tried again, with the kind of the fault', async () => {
    const { id } = await opened({ url: 'http://127.0.0.1:9/hook' })
    await happened('order-made', newId())
    await round()
    expect((await shown(id))[0]).toMatchObject({ state: 'waiting', attempts: 1 })
    expect((await shown(id))[0]!.answer).toMatch(/^TypeError/)
  })

  test('is left alone once its webhook is closed', async () => {
    const { id } = await opened()
    await happened('order-made', newId())
    await asWorker(ctx => dispatchOutbox(ctx.tx, ctx.now))
    await asAdmin(ctx => closeWebhook(ctx, id))
    await round()
    expect(heard).toEqual([])
    expect((await shown(id)).map(one => one.answer)).toEqual(['webhook closed'])
  })
})

describe('opening a webhook', () => {
  test('names what is wrong with it', async () => {
    for (const [wrong, field] of [
      [{ name: ' ' }, 'name'],
      [{ url: 'http://example.org/hook' }, 'url'],
      [{ url: 'https://user:pass@example.org/' }, 'url'],
      [{ url: 'file:///etc/passwd' }, 'url'],
      [{ eventTypes: ['Not A Type'] }, 'eventTypes'],
    ] as const) {
      const added = await asAdmin(ctx =>
        addWebhook(ctx, { name: 'x', url: 'https://example.org/', eventTypes: [], limited: false, ...wrong }, 'secret'),
      )
      expect(added.ok ? [] : added.problems.map(problem => problem.field), JSON.stringify(wrong)).toEqual([field])
    }
  })

  test('is for administrators, and its secret is not stored in the open', async () => {
    const clerk = { ...admin, roles: ['court'] as const }
    const attempt = inContext(services, { viewer: clerk, requestId: 'test', channel: 'screen' }, ctx =>
      addWebhook(ctx, { name: 'x', url, eventTypes: [], limited: false }, 'secret'),
    )
    await expect(attempt).rejects.toMatchObject({ status: 403 })
    const { secret } = await opened()
    const { rows } = await owner.query('SELECT * FROM platform.webhook')
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})
