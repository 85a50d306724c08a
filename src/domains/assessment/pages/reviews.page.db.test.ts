import { afterAll, beforeAll, expect, test } from 'vitest'
import { withReview } from '../../../../test/support/reviewed-people.ts'
import { type SigningWeb, signingWeb } from '../../../../test/support/signing-web.ts'

let web: SigningWeb
beforeAll(async () => {
  web = await signingWeb()
})
afterAll(() => web.pages.close())

test('the queue of reviews opens each at what changed, for whoever manages the person and for the team', async () => {
  expect((await web.officer.get('/reviews')).body).toContain('Nobody you manage is due for a review.')
  const { crn } = await withReview(web, 'Queued')
  const mine = (await web.officer.get('/reviews')).body
  expect(mine).toContain('An address was added or ended, 5 January 2026')
  expect(mine).toContain('Late')
  expect((await web.senior.get('/reviews')).body).not.toContain(crn)
  expect((await web.senior.get('/reviews?whose=team')).body).toContain(crn)
  const list = (await web.officer.get(`/case/${crn}/assessments`)).body
  expect(list).toContain('1 review due')
  const task = /\/case\/\w+\/reviews\/[\w-]+/.exec(list)![0]
  expect((await web.officer.get(task)).body).toContain('Accommodation, Risk management plan')
  expect((await web.officer.get(`/case/${crn}/reviews/00000000-0000-7000-8000-00000000dead`)).statusCode).toBe(404)
  expect(web.pages.web.defects).toEqual([])
})
