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

const fields = {
  ...{ intent: 'add', suggestion: 'accommodation.home', title: 'I will find a safe place to live' },
  ...{ area: 'accommodation', target: 'months-3', targetOn: '', remindOn: '' },
}

test('a goal is added from a suggestion, gets its steps, is recorded, achieved and added again', async () => {
  const suggested = await officer.get(`${base}/goals/new?area=accommodation`)
  expect(suggested.body).toContain('I will find a safe place to live')
  const refused = await sendForm(officer, `${base}/goals/new`, { ...fields, title: '', target: '' })
  expect(refused.body).toContain('Choose when the goal is to be reached')
  const added = await sendForm(officer, `${base}/goals/new`, fields)
  const goal = String(added.headers.location)
  expect(goal).toMatch(/\/plan\/goals\/[0-9a-f-]{36}$/)
  const noActor = await sendForm(officer, goal, { intent: 'step', body: 'I <will> & can', actor: '', suggestion: '' })
  expect(noActor.body).toContain('Choose who will do this')
  expect(noActor.body).toContain('I &lt;will> &amp; can')
  await sendForm(officer, goal, { intent: 'step', body: 'I will ask', actor: 'other', actorName: 'My aunt' })
  const shown = (await officer.get(goal)).body
  expect(shown).toContain('My aunt: I will ask')
  const step = /name="status-([0-9a-f-]{36})"/.exec(shown)?.[1]
  await sendForm(officer, goal, { intent: 'progress', [`status-${step}`]: 'completed', note: 'She rang' })
  expect((await officer.get(goal)).body).toContain('Every step is completed')
  await sendForm(officer, goal, { intent: 'achieve', achievedNote: 'Her help' })
  expect((await officer.get(goal)).body).toContain('Add the goal to the plan again')
  const again = { intent: 'readd', readdNote: 'The room was lost', target: 'own', targetOn: '27 3 2027' }
  await sendForm(officer, goal, again)
  expect((await officer.get(goal)).body).toContain('To be reached by 27 March 2027')
})

test('a goal nobody has is not found, and a reader sees a plan without buttons', async () => {
  expect((await officer.get(`${base}/goals/nothing`)).statusCode).toBe(404)
  const reader = await pages.staff('ira.inspects', 'inspector')
  const plan = (await reader.get(base)).body
  expect(plan).toContain('I will find a safe place to live')
  expect(plan).not.toContain('Add a goal')
  expect((await reader.get(`${base}/goals/new`)).statusCode).toBe(403)
})
