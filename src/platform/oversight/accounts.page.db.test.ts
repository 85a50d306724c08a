import { beforeAll, expect, test } from 'vitest'
import { oversightForTests } from '../../../test/support/oversight-for-tests.ts'
import { accountNamed } from '../access/index.ts'

const oversight = oversightForTests()
let admin: Awaited<ReturnType<typeof oversight.signedIn>>
const now = '2026-11-21T09:00:00.000Z'
const account = (username: string) => oversight.db.transaction('web', null, tx => accountNamed(tx, username, now))

beforeAll(async () => {
  admin = await oversight.signedIn('dot')
})

test('accounts are for administrators only', async () => {
  expect((await admin.get('/admin/accounts')).statusCode).toBe(200)
  expect((await (await oversight.signedIn('cy')).get('/admin/accounts')).statusCode).toBe(403)
})

test('an account is opened with its roles, changed, and closed; what is wrong is said beside its field', async () => {
  const csrf = await admin.token('/admin/accounts')
  const open = (fields: Record<string, string | string[]>) =>
    admin.post('/admin/accounts', { _csrf: csrf, intent: 'open', ...fields } as Record<string, string>)
  const without = await open({ username: 'newcomer', displayName: 'New Comer' })
  expect([without.statusCode, without.body]).toEqual([400, expect.stringContaining('Choose at least one role')])
  const short = await open({ username: 'newcomer', displayName: 'New Comer', roles: 'court', password: 'short' })
  expect(short.body).toContain('Enter a password of')
  expect(short.body).toContain('value="newcomer"')
  expect(await account('newcomer')).toBeNull()

  await open({ username: 'newcomer', displayName: 'New Comer', roles: 'court', regionCode: 'zw' })
  expect(await account('newcomer')).toMatchObject({ roles: ['court'], regionCode: 'ZW' })
  const { id } = (await account('newcomer'))!
  const page = await admin.get(`/admin/accounts/${id}`)
  const version = /name="version" value="(\d+)"/.exec(page.body)![1]!
  const change = { _csrf: csrf, intent: 'change', version, roles: 'case-admin' }
  expect((await admin.post(`/admin/accounts/${id}`, change)).statusCode).toBe(303)
  expect(await account('newcomer')).toMatchObject({ roles: ['case-admin'] })
  expect((await admin.post(`/admin/accounts/${id}`, change)).statusCode).toBe(409)

  await admin.post(`/admin/accounts/${id}`, { _csrf: csrf, intent: 'close' })
  expect(await account('newcomer')).toBeNull()
  expect((await admin.get('/admin/accounts/not-an-id')).statusCode).toBe(404)
})
