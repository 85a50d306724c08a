import { beforeAll, describe, expect, test } from 'vitest'
import { oversightForTests } from '../../../test/support/oversight-for-tests.ts'
import { readBearer } from '../access/index.ts'

const start = '2026-11-21T09:00:00.000Z'

const oversight = oversightForTests()
let admin: Awaited<ReturnType<typeof oversight.signedIn>>

beforeAll(async () => {
  admin = await oversight.signedIn('dot')
})

test('the page is for administrators only', async () => {
  expect((await admin.get('/admin/clients')).statusCode).toBe(200)
  expect((await (await oversight.signedIn('cy')).get('/admin/clients')).statusCode).toBe(403)
})

describe('other systems', () => {
  const bearer = (token: string) => oversight.db.transaction('web', null, tx => readBearer(tx, token, start))

  test('get a secret that is shown once, a second one beside it, and lose both', async () => {
    const csrf = await admin.token('/admin/clients')
    const post = (fields: Record<string, string>) => admin.post('/admin/clients', { _csrf: csrf, ...fields })
    const missing = await post({ intent: 'add', username: 'libra', displayName: 'Libra' })
    expect(missing.body).toContain('Choose what the system may do.')
    await post({ intent: 'add', username: 'libra', displayName: 'Libra', scopes: 'test.send' })
    const shown = await admin.get('/admin/clients')
    const first = /tl_[\w-]{43}/.exec(shown.body)![0]
    expect(await bearer(first)).toMatchObject({ username: 'libra', scopes: ['test.send'] })
    const client = /name="client" value="([^"]+)"/.exec(shown.body)![1]!
    await post({ intent: 'renew', client })
    const second = /tl_[\w-]{43}/.exec((await admin.get('/admin/clients')).body)![0]
    expect(await bearer(second)).not.toBeNull()
    await post({ intent: 'end', client })
    expect([await bearer(first), await bearer(second)]).toEqual([null, null])
    await post({ intent: 'close', client })
    expect((await post({ intent: 'renew', client })).statusCode).toBe(404)
    expect((await post({ intent: 'add', username: 'x', displayName: 'X', scopes: 'made.up' })).statusCode).toBe(400)
  })
})
