import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffBrowser } from '../../../../test/support/person-pages-for-tests.ts'
import { type ProposalWeb, proposalWeb } from '../../../../test/support/proposal-web.ts'

let pages: ProposalWeb
let senior: StaffBrowser
beforeAll(async () => {
  pages = await proposalWeb()
  senior = await pages.staff('des.senior', 'team-manager')
})
afterAll(() => pages.close())

test('a queue with nothing in it says so, and only managers see it', async () => {
  const page = await senior.get('/reports/proposals-to-agree')
  expect(page.body).toContain('No proposal waits for a manager')
  const officer = await pages.staff('sam.court', 'court')
  expect((await officer.get('/reports/proposals-to-agree')).statusCode).toBe(403)
})
