import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'

let pages: PersonWeb
let officer: StaffBrowser

beforeAll(async () => {
  pages = await personWeb()
  officer = await pages.staff('imo.farrow', 'practitioner')
})
afterAll(() => pages.close())

const whole = {
  intent: 'correct',
  firstName: 'Tomasz',
  lastName: 'Corrected',
  dateOfBirth: '14.7.88',
  sex: 'male',
  because: 'correction',
  reason: 'Passport seen',
}

test('details are corrected with the reason, and what stood before can be read', async () => {
  const { crn } = await pages.record({ lastName: 'Mistyped' })
  const url = `/case/${crn}/details/correct`
  expect((await officer.get(url)).body).toContain('value="17 April 1988"')
  const done = await sendForm(officer, url, { ...whole, version: '1' })
  expect(done.headers.location).toBe(`/case/${crn}/details`)
  const shown = (await officer.get(`/case/${crn}/details`)).body
  expect(shown).toContain('Corrected, Tomasz')
  expect(shown).toContain('14 July 1988')
  expect(shown).toContain('Mistyped')
  expect(shown).toContain('Reason: Passport seen')
})

test('two people who change the same details: one wins, the other sees both texts', async () => {
  const { crn } = await pages.record({ lastName: 'Contested' })
  const url = `/case/${crn}/details/correct`
  expect((await sendForm(officer, url, { ...whole, lastName: 'Firstsaved', version: '1' })).statusCode).toBe(303)
  const lost = await sendForm(officer, url, { ...whole, lastName: 'Secondsaved', version: '1' })
  expect(lost.statusCode).toBe(409)
  expect(lost.body).toContain('Firstsaved')
  expect(lost.body).toContain('Secondsaved')
})

test('faults name their field and keep what was typed', async () => {
  const { crn } = await pages.record({ lastName: 'Faulty' })
  const url = `/case/${crn}/details/correct`
  const refused = await sendForm(officer, url, { ...whole, version: '1', dateOfBirth: '31/2/1980' })
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toContain('href="#dateOfBirth"')
  expect(refused.body).toContain('value="31/2/1980"')
  const noReason = await sendForm(officer, url, { ...whole, version: '1', reason: ' ', lastName: '' })
  expect(noReason.body).toContain('href="#reason"')
  expect(noReason.body).toContain('href="#lastName"')
  expect(pages.web.defects).toEqual([])
})
