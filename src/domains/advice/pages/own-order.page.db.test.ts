import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StaffBrowser, sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { type ProposalWeb, proposalWeb } from '../../../../test/support/proposal-web.ts'

let pages: ProposalWeb
let officer: StaffBrowser
let senior: StaffBrowser
beforeAll(async () => {
  pages = await proposalWeb()
  officer = await pages.staff('sam.court', 'court')
  senior = await pages.staff('des.senior', 'team-manager')
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

test('an own order keeps what was ticked when it is refused, and outside the frame waits for a manager', async () => {
  const { base } = await pages.request()
  await sendForm(officer, `${base}/facts`, { ...answers, 'case.outstanding-hours': '0' })
  const url = `${base}/own`
  const own = { intent: 'choose', family: 'community-order', months: '12', requirements: 'unpaid-work' }
  const tooMuch = await sendForm(officer, url, { ...own, 'amount-unpaid-work': '301 hours' })
  expect(tooMuch.statusCode).toBe(400)
  expect(tooMuch.body).toContain('The law does not allow it')
  expect(tooMuch.body).toContain('301 hours')
  const why = { codes: 'court-indication', text: 'The bench has more hours in mind than the frame.' }
  const waits = await sendForm(officer, url, { ...own, ...why, 'amount-unpaid-work': '240 hours' })
  expect([waits.statusCode, waits.headers.location]).toEqual([303, base])
  expect((await officer.get(base)).body).toContain('waiting for a manager')
  expect((await officer.get(base)).body).not.toContain('Do you agree')

  expect((await officer.get('/reports/proposals-to-agree')).statusCode).toBe(403)
  expect((await senior.get('/reports/proposals-to-agree')).body).toContain('Unpaid work, 240 hours')
  const choice = /name="choice" value="([^"]*)"/.exec((await senior.get(base)).body)?.[1] ?? ''
  expect((await sendForm(senior, base, { intent: 'agree', choice })).body).toContain('Say whether you agree')
  expect((await sendForm(senior, base, { intent: 'agree', choice, agreed: 'yes' })).statusCode).toBe(303)
  expect((await officer.get(base)).body).toContain('Agreed by des.senior')
  expect((await senior.get('/reports/proposals-to-agree')).body).toContain('No proposal waits for a manager')
  expect(pages.web.defects).toEqual([])
})
