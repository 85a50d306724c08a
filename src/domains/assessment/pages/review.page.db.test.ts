import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { withReview } from '../../../../test/support/reviewed-people.ts'
import { goodQuality, type SigningWeb, signAt, signingWeb } from '../../../../test/support/signing-web.ts'

let web: SigningWeb
beforeAll(async () => {
  web = await signingWeb()
})
afterAll(() => web.pages.close())

test('a task without an assessment offers a first one; it is dismissed with a reason that stays', async () => {
  const { crn } = await withReview(web, 'Dismissed')
  const task = /\/case\/\w+\/reviews\/[\w-]+/.exec((await web.officer.get(`/case/${crn}/assessments`)).body)![0]
  expect((await web.officer.get(task)).body).toContain('Start a first assessment')
  const refused = await sendForm(web.officer, task, { intent: 'dismiss', reason: '' })
  expect(refused.body).toContain('Say why no review is needed')
  const done = await sendForm(web.officer, task, { intent: 'dismiss', reason: 'Same <place> as before' })
  expect(done.statusCode).toBe(303)
  const { body } = await web.officer.get(task)
  expect(body).toContain('Found not to be needed')
  expect(body).toContain('Same &lt;place')
  expect((await web.officer.get('/reviews')).body).not.toContain(crn)
})

test('a review is started at the areas that changed and shows them first', async () => {
  const { crn, base } = await withReview(web, 'Started')
  expect((await signAt(web, base)).statusCode).toBe(303)
  const asked = { intent: 'countersign', version: '2', comment: '' }
  expect((await sendForm(web.senior, `${base}/countersign`, { ...asked, ...goodQuality })).statusCode).toBe(303)
  const list = (await web.officer.get(`/case/${crn}/assessments`)).body
  const task = /\/case\/\w+\/reviews\/[\w-]+/.exec(list)![0]
  const started = await sendForm(web.officer, task, { intent: 'start' })
  expect(started.statusCode, started.body).toBe(303)
  const { body } = await web.officer.get(String(started.headers.location))
  const first = body.slice(body.indexOf('Review what changed'), body.indexOf('>Offending</h2>'))
  expect(first).toContain('Risk management plan')
  expect(first).toContain('An address was added or ended (5 January 2026)')
  expect(first).not.toContain('screening')
  expect((await web.officer.get(task)).body).toContain('Go on with the review')
})
