import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { planWeb } from '../../../../test/support/plan-for-tests.ts'

let pages: PersonWeb

beforeAll(async () => {
  pages = await planWeb()
})
afterAll(() => pages.close())

test('an earlier plan opens by its day as it stood then, and a draft is printed as a draft', async () => {
  pages.web.at('2026-11-21T23:50:00.000Z')
  const officer = await pages.staff('fay.fielding', 'practitioner')
  const base = `/case/${(await pages.record({})).crn}/plan`
  const goal = { intent: 'add', title: 'I will find a home', area: 'accommodation', target: 'later' }
  const at = String((await sendForm(officer, `${base}/goals/new`, goal)).headers.location)
  pages.web.at('2026-11-22T00:05:00.000Z')
  await sendForm(officer, at, { intent: 'remove', reason: 'Found one' })
  const versions = (await officer.get(`${base}/versions`)).body
  expect(versions).toContain('?day=2026-11-21')
  expect((await officer.get(`${base}/versions?day=2026-11-21`)).body).toContain('Goals for later')
  expect((await officer.get(`${base}/versions?day=2026-11-22`)).body).not.toContain('Goals for later')
  expect((await officer.get(`${base}/versions?day=2026-11-01`)).statusCode).toBe(404)
  expect((await officer.get(`${base}/versions?version=nothing`)).statusCode).toBe(404)
  expect((await officer.get(`${base}/print`)).body).toContain('DRAFT')
})
