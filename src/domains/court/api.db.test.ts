import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { hearingBody } from '../../../test/support/hearing-messages.ts'
import { type TestWeb, webForTests } from '../../../test/support/web-for-tests.ts'
import { addAccount, addClientSecret } from '../../platform/access/index.ts'
import { registerApi } from '../../platform/api/index.ts'
import type { Database } from '../../platform/store/index.ts'
import { permissions as personPermissions } from '../person/index.ts'
import { permissions as sentencePermissions } from '../sentence/index.ts'
import { courtApi } from './api.ts'
import { registerCourtIntake } from './intake-routes.ts'
import { permissions } from './permissions.ts'

let db: Database
let web: TestWeb
const tokens = { writer: '', reader: '' }

beforeAll(async () => {
  db = await testDatabase()
  web = await webForTests(db, {
    permissions: [...permissions, ...personPermissions, ...sentencePermissions],
    async also(app, options) {
      await registerApi(app, options, courtApi)
      await registerCourtIntake(app, options.services)
    },
  })
  for (const [name, scope] of [
    ['writer', 'court:write'],
    ['reader', 'court:read'],
  ] as const) {
    tokens[name] = await db.transaction('web', null, async tx => {
      const start = '2026-11-21T08:00:00.000Z'
      const account = { username: name, displayName: name, kind: 'machine', openedBy: 'test', scopes: [scope] } as const
      const added = await addAccount(tx, account, start)
      if (!added.ok) throw new Error(JSON.stringify(added))
      return (await addClientSecret(tx, added.value.id, 'test', start)).token
    })
  }
})
afterAll(async () => {
  await web.close()
  await dropAll()
})

const call = (who: keyof typeof tokens, method: 'GET' | 'POST', url: string, payload?: string) =>
  web.app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${tokens[who]}`, 'content-type': 'application/json' },
    ...(payload === undefined ? {} : { payload }),
  })

test('a hearing sent by one client is on the list another reads, and the look is audited', async () => {
  expect((await call('writer', 'POST', '/hearing/hearing-1', hearingBody())).statusCode).toBe(200)
  const list = await call('reader', 'GET', '/api/court/B10JQ/days/2026-03-02')
  expect(list.json()).toMatchObject({ places: [{ startsAt: '10:00', entry: { name: 'Asterley, Corwin' } }] })
  expect((await call('reader', 'GET', '/api/court/B10JQ/outcomes')).json()).toEqual({ outcomes: [] })
  const looks = await db.transaction('web', { userId: 't', allowed: [], barred: [] }, tx =>
    tx.rows("SELECT people FROM platform.audit_entry WHERE what = 'court.case-list'"),
  )
  expect(looks).toHaveLength(1)
})

test('a client decides nothing about people', async () => {
  const [place] = (await call('reader', 'GET', '/api/court/B10JQ/days/2026-03-02')).json().places
  const answer = await call('reader', 'POST', `/api/court/appearances/${place.appearanceId}/no-record`, '{}')
  expect(answer.statusCode).toBe(403)
  expect((await call('writer', 'GET', '/api/court/B10JQ/days/2026-03-02')).statusCode).toBe(403)
})

test.each([
  ['/api/court/nowhere/days/2026-03-02', 'court'],
  ['/api/court/B10JQ/days/2026-02-30', 'day'],
])('%s is refused by the name of the field', async (url, field) => {
  const answer = await call('reader', 'GET', url)
  expect(answer.statusCode).toBe(400)
  expect(answer.json().problems).toMatchObject([{ field }])
})

test('every route is described', async () => {
  const described = Object.keys((await call('reader', 'GET', '/api/openapi.json')).json().paths)
  expect(described).toContain('/api/court/{court}/days/{day}')
  expect(described.filter(path => path.includes('court')).length).toBeGreaterThanOrEqual(15)
  expect(web.defects).toEqual([])
})
