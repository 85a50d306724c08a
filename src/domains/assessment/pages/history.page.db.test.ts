import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { type SigningWeb, signAt, signingWeb, versionAt } from '../../../../test/support/signing-web.ts'

let web: SigningWeb
beforeAll(async () => {
  web = await signingWeb()
})
afterAll(() => web.pages.close())

test('it is given back with a comment and shown to whoever oversees', async () => {
  const base = await web.opened('Returned', true)
  await signAt(web, base)
  const review = `${base}/countersign`
  const back = { intent: 'reject', version: await versionAt(web.senior, review), comment: 'Say more' }
  expect((await sendForm(web.senior, review, back)).statusCode).toBe(303)
  expect((await web.senior.get('/assessments/oversight')).body).toContain(`href="${base}/history"`)
  const history = `${base}/history`
  expect((await web.officer.get(history)).body).toContain('Say more')
  const lock = { intent: 'lock', version: await versionAt(web.officer, history), reason: '' }
  expect((await sendForm(web.officer, history, lock)).body).toContain('Say why')
  expect((await sendForm(web.officer, history, { ...lock, reason: 'Moved away' })).statusCode).toBe(303)
  expect((await web.officer.get(history)).body).toContain('Locked incomplete')
  expect((await sendForm(web.officer, history, { ...lock, intent: 'roll-back', reason: 'x' })).statusCode).toBe(403)
})
