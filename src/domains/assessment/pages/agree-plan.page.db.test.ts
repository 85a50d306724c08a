import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, type StaffBrowser, sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { planWeb } from '../../../../test/support/plan-for-tests.ts'

let pages: PersonWeb
let officer: StaffBrowser
let base: string

beforeAll(async () => {
  pages = await planWeb()
  officer = await pages.staff('fay.fielding', 'practitioner')
  base = `/case/${(await pages.record({})).crn}/plan`
})
afterAll(() => pages.close())

test('a plan that is not ready says what it lacks and marks our assumption; a ready one records the answer', async () => {
  expect((await officer.get(`${base}/agree`)).body).toContain('a plan needs an active goal')
  const goal = { intent: 'add', title: 'I will rest', area: 'finance', target: 'months-6' }
  const at = String((await sendForm(officer, `${base}/goals/new`, goal)).headers.location)
  const lacking = (await officer.get(`${base}/agree`)).body
  expect(lacking).toContain('Add a step to the goal “I will rest” first')
  expect(lacking).toContain('Assumption:')
  await sendForm(officer, at, { intent: 'step', body: 'I will sleep', actor: 'person' })
  const say = (answer: string, reason: string) =>
    sendForm(officer, `${base}/agree`, { intent: 'agree', planType: 'initial', answer, reason, notes: '' })
  expect((await say('do-not-agree', '')).body).toContain('Enter the reason')
  expect((await say('could-not-answer', 'Unwell')).statusCode).toBe(303)
  expect((await officer.get(base)).body).toContain('Ask again whether they agree')
  expect((await officer.get(base)).body).toContain('They could not answer: Unwell')
})
