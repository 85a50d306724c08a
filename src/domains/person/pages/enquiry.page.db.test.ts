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

const ask = (crn: string, more: Record<string, string> = {}) =>
  sendForm(officer, `/case/${crn}/enquiries/ask`, {
    intent: 'ask',
    kind: 'police-domestic-abuse',
    askedOf: 'Westshire Police, public protection',
    askedOn: '2 11 2026',
    ...more,
  })

test('an enquiry that never came back is closed as sent, not returned, and may still be answered later', async () => {
  const { crn } = await pages.record({ lastName: 'Unreturned' })
  await ask(crn, { kind: 'childrens-services', askedOf: 'Westshire Council' })
  const url = `/case/${crn}/enquiries`
  const one = `${url}/${new RegExp(`${url}/([0-9a-f-]{36})`).exec((await officer.get(url)).body)?.[1]}`
  const close = { intent: 'close', version: '1', closedOn: '1 11 2026' }
  expect((await sendForm(officer, one, close)).body).toContain('Enter a day from the day of the enquiry to today')
  expect((await sendForm(officer, one, { ...close, closedOn: 'today' })).statusCode).toBe(303)
  expect((await officer.get(url)).body).toContain('Closed as sent, not returned 21 November 2026')
  const page = (await officer.get(one)).body
  expect(page).toContain('Record the answer')
  expect(page).not.toContain('Close as sent, not returned</button>')
  const answer = { intent: 'answer', version: '2', answeredOn: 'today', found: 'nothing-known' }
  expect((await sendForm(officer, one, answer)).statusCode).toBe(303)
  expect((await officer.get(url)).body).toContain('nothing known')
})
