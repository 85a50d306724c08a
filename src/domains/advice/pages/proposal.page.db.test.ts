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

test('the proposal opens filled in, says what is open and where it is settled, and never asks for ethnicity', async () => {
  const { base, crn } = await pages.request()
  const first = (await officer.get(base)).body
  expect(first).toContain('How serious the offence is has not been recorded')
  expect(first).toContain(`href="${base}/facts#case.seriousness"`)
  expect(first).toContain(`href="/case/${crn}/scores"`)
  expect((await officer.get(`${base}/facts`)).body).not.toMatch(/ethnic|religion|nationality/i)
  const kept = await sendForm(officer, `${base}/facts`, answers)
  expect([kept.statusCode, kept.headers.location]).toEqual([303, base])
  const then = (await officer.get(base)).body
  expect(then).toContain('The frame for medium is community order (an assumption until confirmed)')
  expect(then).toContain('Assumption')
  for (const heading of ['Available (', 'Needs information (', 'Not eligible (', 'Unlawful ('])
    expect(then).toContain(heading)
  expect(then).toContain('Curfew: is it delivered in Northmoor?')
  expect(then).toContain('Community order: unpaid work')
  expect(then).toContain('starts 7 December 2026, wait of 2 weeks, Northmoor works')
  expect(then).toContain('not known yet')
  expect((await officer.get(`${base}/facts`)).body).toMatch(/value="medium" checked|checked[^>]*value="medium"/)
  expect(pages.web.defects).toEqual([])
})

test('a package is chosen as it was shown, and not when what it is made from has changed meanwhile', async () => {
  const { base } = await pages.request()
  await sendForm(officer, `${base}/facts`, { ...answers, 'case.outstanding-hours': '0' })
  const own = { intent: 'choose', place: '1', digest: 'of another day', order: '' }
  const changed = await sendForm(officer, base, own)
  expect(changed.statusCode).toBe(400)
  expect(changed.body).toContain('has changed since you opened it')
  expect((await officer.get(base)).body).not.toContain('A package of the list was chosen')
  const digest = /name="digest" value="([^"]*)"/.exec((await officer.get(base)).body)?.[1] ?? ''
  expect((await sendForm(officer, base, { ...own, digest })).statusCode).toBe(303)
  const chosen = (await officer.get(base)).body
  expect(chosen).toContain('A package of the list was chosen')
  expect(chosen).toContain('Stands')
})

test('a request of nobody is not found, and who may not write reports may not answer', async () => {
  const { base, crn } = await pages.request()
  expect((await officer.get(`/case/${crn}/reports/01a2004a-18b1-72e5-ae1d-3d3516c2eb33/proposal`)).statusCode).toBe(404)
  const inspector = await pages.staff('alasdair', 'inspector')
  expect((await inspector.get(base)).statusCode).toBe(200)
  expect((await inspector.get(`${base}/facts`)).statusCode).toBe(403)
  expect((await inspector.get(`${base}/own`)).statusCode).toBe(403)
})
