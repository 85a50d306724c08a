import { afterAll, beforeAll, expect, test } from 'vitest'
import { courtWeb } from '../../../../test/support/court-web.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'

let web: Awaited<ReturnType<typeof courtWeb>>
beforeAll(async () => {
  web = await courtWeb(await testDatabase())
})
afterAll(async () => {
  await web.close()
  await dropAll()
})

const list = '/courts/B10JQ/2026-11-21'

test('filters are remembered for their user, searches are not, and a typed date opens its list', async () => {
  const [first] = await web.listed(3)
  const ada = await web.browserAs('ada')
  const ben = await web.browserAs('ben')
  expect((await ada.get(list)).body).toContain(first!.name.split(',')[0])

  await ada.get(`${list}?f=1&remember=1&preparation=COMPLETE`)
  expect((await ada.get(list)).body).toContain('0 cases with these filters')
  expect((await ben.get(list)).body).toContain('3 cases')
  await ada.get(`${list}?f=1&remember=1`)
  await ada.get(`${list}?f=1&q=nobody`)
  expect((await ada.get(list)).body).toContain('3 cases')

  const _csrf = await ada.token(list)
  const moved = await ada.post(list, { _csrf, intent: 'go', date: '23/11/26' })
  expect([moved.statusCode, moved.headers.location]).toEqual([303, '/courts/B10JQ/2026-11-23'])
  const wrong = await ada.post(list, { _csrf, intent: 'go', date: '30 Feb 2026' })
  expect([wrong.statusCode, wrong.body.includes('30 Feb 2026')]).toEqual([400, true])
})

test('the courts a user chooses are shown with counts, and choosing none is refused', async () => {
  const cleo = await web.browserAs('cleo')
  expect((await cleo.get('/courts')).body).toContain('You have not chosen a court yet')
  const _csrf = await cleo.token('/courts/choose')
  const none = await cleo.post('/courts/choose', { _csrf })
  expect([none.statusCode, none.body.includes('Choose at least one court')]).toEqual([400, true])
  expect((await cleo.post('/courts/choose', { _csrf, courts: 'B10JQ', shown: 'B10JQ' })).statusCode).toBe(303)
  const mine = await cleo.get('/courts')
  expect(mine.body).toContain(`href="${list}?f=1&amp;tab=all"`)
  expect(web.defects).toEqual([])
})

test('a role that does not work at court is refused', async () => {
  const drew = await web.browserAs('drew', 'provider')
  for (const path of ['/courts', list, '/court/outcomes', '/court/matches', '/court/proposals', '/court/messages']) {
    expect([path, (await drew.get(path)).statusCode]).toEqual([path, 403])
  }
})
