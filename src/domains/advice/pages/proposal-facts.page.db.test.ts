import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StaffBrowser, sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { type ProposalWeb, proposalWeb } from '../../../../test/support/proposal-web.ts'

let pages: ProposalWeb
let officer: StaffBrowser
beforeAll(async () => {
  pages = await proposalWeb()
  officer = await pages.staff('sam.court', 'court')
})
afterAll(() => pages.close())

const answers = {
  intent: 'keep',
  'case.seriousness': 'medium',
  'case.imprisonable': 'yes',
  'person.unpaid-work': 'able',
  'person.curfew-address-suitable': 'yes',
  'person.household-consents': 'yes',
  'person.cannot-attend-hours': 'none',
  'person.cannot-attend-places': 'none',
}

test('a wrong answer is named by its field and what was typed stays', async () => {
  const { base } = await pages.request()
  const refused = await sendForm(officer, `${base}/facts`, { ...answers, 'person.cannot-attend-hours': 'at times <b>' })
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toContain('write a day and two times')
  expect(refused.body).toContain('at times &lt;b>')
})
