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

test('a sentence is typed in after the defendant has a record, and the same one is not entered twice', async () => {
  const [defendant] = await web.listed()
  const { path } = defendant!
  const where = `${path}/sentence`
  const ada = await web.browserAs('ada')
  const _csrf = await ada.token(where)
  const sentence = {
    _csrf,
    family: 'community-order',
    sentencedOn: '21/11/2026',
    convictedOn: '21/11/2026',
    'length-months': '12',
    'kind-0': 'unpaid-work',
    'amount-0': '100',
    'unit-0': 'hours',
  }
  const early = await ada.post(where, sentence)
  expect([early.statusCode, early.body.includes('Link the defendant to a record')]).toEqual([400, true])
  expect((await ada.post(path, { _csrf, intent: 'match', decision: 'create' })).statusCode).toBe(303)

  const wrong = await ada.post(where, { ...sentence, sentencedOn: '31/2/2026', 'length-months': 'twelve' })
  expect(wrong.statusCode).toBe(400)
  expect(wrong.body).toContain('31/2/2026')
  expect(wrong.body).toContain('value="twelve"')

  const done = await ada.post(where, sentence)
  expect([done.statusCode, done.headers.location]).toEqual([303, `${path}#outcome`])
  const again = await ada.post(where, sentence)
  expect([again.statusCode, again.body.includes('The record has this sentence already')]).toEqual([400, true])
  expect((await ada.get(path)).body).toContain('Probation status: Current')
  expect(web.defects).toEqual([])
})
