import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { courtWeb } from '../../../../test/support/court-web.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { machine } from '../../../platform/access/index.ts'
import { projectRoot } from '../../../platform/reference/index.ts'
import { takeInMessage } from '../intake/take-in-message.ts'

let web: Awaited<ReturnType<typeof courtWeb>>
beforeAll(async () => {
  web = await courtWeb(await testDatabase())
})
afterAll(async () => {
  await web.close()
  await dropAll()
})

test('a result from court waits for a record, is refused with a reason, and a second decision meets the first', async () => {
  const file = path.join(
    projectRoot(),
    'samples/court/spi-results/results-054-duration-unit-session__input-message.xml',
  )
  await takeInMessage(web.services, {
    channel: 'file',
    body: readFileSync(file),
    receivedBy: machine('test', ['court:write']),
    requestId: 'test',
  })
  const ada = await web.browserAs('ada')
  const ben = await web.browserAs('ben')
  const queue = await ada.get('/court/proposals')
  const proposals = [...queue.body.matchAll(/href="(\/court\/proposals\/[^"]+)"/g)].map(one => one[1]!)
  expect(proposals.length).toBeGreaterThan(0)

  const where = proposals[0]!
  const page = await ada.get(where)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('What the court said')
  const _csrf = await ada.token(where)
  const bens = await ben.token(where)
  const early = await ada.post(where, { _csrf, intent: 'accept', version: '1' })
  expect([early.statusCode, early.body.includes('Link the defendant to a record')]).toEqual([400, true])

  const defendant = /href="(\/court\/defendants\/[^"#]+)"/.exec(page.body)?.[1] ?? ''
  expect((await ada.post(defendant, { _csrf, intent: 'match', decision: 'create' })).statusCode).toBe(303)
  const refused = await ada.post(where, { _csrf, intent: 'refuse', version: '1', reason: '' })
  expect(refused.statusCode).toBe(400)
  expect((await ada.post(where, { _csrf, intent: 'refuse', version: '1', reason: 'Not ours' })).statusCode).toBe(303)

  const late = await ben.post(where, {
    _csrf: bens,
    intent: 'refuse',
    version: '1',
    reason: 'Also not ours',
  })
  expect([late.statusCode, late.body.includes('Refused by ada meanwhile')]).toEqual([409, true])
  expect((await ada.get(where)).body).toContain('Refused by ada')
  expect((await ada.get('/court/proposals?tab=decided')).body).toContain('Not ours')
  expect(web.defects).toEqual([])
})
