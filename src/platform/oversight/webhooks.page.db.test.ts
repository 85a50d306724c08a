import { beforeAll, describe, expect, test } from 'vitest'
import { oversightForTests } from '../../../test/support/oversight-for-tests.ts'
import { newId } from '../store/index.ts'
import { dispatchOutbox } from '../webhooks/index.ts'

const oversight = oversightForTests()
let admin: Awaited<ReturnType<typeof oversight.signedIn>>

beforeAll(async () => {
  admin = await oversight.signedIn('dot')
})

test('the page is for administrators only', async () => {
  expect((await admin.get('/admin/webhooks')).statusCode).toBe(200)
  expect((await (await oversight.signedIn('cy')).get('/admin/webhooks')).statusCode).toBe(403)
})

describe('webhooks', () => {
  test('are added with a secret that is shown once, and closed', async () => {
    const csrf = await admin.token('/admin/webhooks')
    const wrong = await admin.post('/admin/webhooks', { _csrf: csrf, intent: 'add', name: 'Prison', url: 'ftp://x' })
    expect(wrong.statusCode).toBe(400)
    expect(wrong.body).toContain('Enter an address that begins with https://')
    const added = await admin.post('/admin/webhooks', {
      _csrf: csrf,
      intent: 'add',
      name: 'Prison',
      url: 'https://prison.example/hook',
      eventTypes: 'order-made\ndefendant-linked',
    })
    const address = String(added.headers.location)
    expect(address).toMatch(/^\/admin\/webhooks\/[0-9a-f-]{36}$/)
    const first = await admin.get(address)
    expect(first.body).toMatch(/not shown again: [\w-]{43}/)
    expect((await admin.get(address)).body).not.toContain('not shown again')
    await oversight.asWorker(ctx => ctx.announce({ type: 'order-made', personId: newId(), body: {} }))
    await oversight.asWorker(ctx => dispatchOutbox(ctx.tx, ctx.now))
    expect((await admin.get(address)).body).toContain('On the way')
    const closed = await admin.post(address, { _csrf: csrf, intent: 'close' })
    expect(closed.statusCode).toBe(303)
    expect((await admin.get('/admin/webhooks')).body).toContain('Closed')
    expect((await admin.post(address, { _csrf: csrf, intent: 'close' })).statusCode).toBe(404)
  })

  test('that do not exist are not found, whatever the address says', async () => {
    const csrf = await admin.token('/admin/webhooks')
    for (const id of [newId(), 'x', '%00', "'"]) {
      expect((await admin.get(`/admin/webhooks/${id}`)).statusCode, id).toBe(404)
      expect((await admin.post(`/admin/webhooks/${id}`, { _csrf: csrf, intent: 'close' })).statusCode, id).toBe(404)
    }
  })
})
