import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { planWeb } from '../../../../test/support/plan-for-tests.ts'
import { factorsShown } from './risk-actions.page.tsx'

let pages: PersonWeb

beforeAll(async () => {
  pages = await planWeb()
})
afterAll(() => pages.close())

test('an action names who, what, by when and what else, can be changed, and ends', async () => {
  const officer = await pages.staff('fay.fielding', 'practitioner')
  const url = `/case/${(await pages.record({})).crn}/plan/risk-actions`
  const factor = /name="factors"[^>]*value="([^"]+)"/.exec((await officer.get(url)).body)?.[1] ?? ''
  const action = { factors: factor, what: 'Share the alert', owner: 'Police liaison', dueOn: '27 3 2027' }
  const refused = await sendForm(officer, url, { intent: 'add', ...action, contingency: '' })
  expect(refused.body).toContain('Enter what happens if it does not work')
  expect(refused.body).toContain('Share the alert')
  await sendForm(officer, url, { intent: 'add', ...action, contingency: 'Call a meeting' })
  const shown = (await officer.get(url)).body
  expect(shown).toContain('Police liaison, by 27 March 2027')
  const id = /\?action=([0-9a-f-]{36})/.exec(shown)?.[1] ?? ''
  const changed = { intent: 'change', action: id, version: '1', ...action, contingency: 'Ring' }
  expect((await sendForm(officer, `${url}?action=${id}`, changed)).statusCode).toBe(303)
  expect((await sendForm(officer, url, changed)).statusCode).toBe(409)
  await sendForm(officer, url, { intent: 'end', action: id, as: 'withdrawn', reason: 'Moved away' })
  expect((await officer.get(url)).body).toContain('Withdrawn')
})

test('a factor is addressed by an action that was not withdrawn', () => {
  const factors = [
    { code: 'A', text: 'Weapons' },
    { code: 'B', text: 'Arson' },
  ]
  const shown = factorsShown(
    factors,
    [{ code: 'A' }],
    [
      { factors: ['A'], endedAs: 'withdrawn' },
      { factors: ['B'], endedAs: 'done' },
    ],
  )
  expect(shown.map(({ ticked, addressed }) => [ticked, addressed])).toEqual([
    [true, false],
    [false, true],
  ])
})
