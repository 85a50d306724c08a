import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { planWeb } from '../../../../test/support/plan-for-tests.ts'

let pages: PersonWeb

beforeAll(async () => {
  pages = await planWeb()
})
afterAll(() => pages.close())

test('a progress note says whether support is needed; what was typed is kept when it does not', async () => {
  const officer = await pages.staff('fay.fielding', 'practitioner')
  const url = `/case/${(await pages.record({})).crn}/plan/notes`
  const refused = await sendForm(officer, url, { intent: 'note', body: 'Doing <well>' })
  expect(refused.body).toContain('Say whether the person needs support')
  expect(refused.body).toContain('Doing &lt;well>')
  await sendForm(officer, url, { intent: 'note', body: 'Doing well', supportNeeded: 'yes' })
  const shown = (await officer.get(url)).body
  expect(shown).toContain('Doing well')
  expect(shown).toContain('Support needed')
})
