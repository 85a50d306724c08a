import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'
import { enquiriesOverdueBy } from '../queries/enquiries-of.ts'
import { asUser, user } from '../test-people.ts'

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

test('an enquiry is asked, overdue, chased and answered, and each step stands with who and when', async () => {
  const { crn } = await pages.record({ lastName: 'Enquired' })
  const url = `/case/${crn}/enquiries`
  const empty = (await officer.get(url)).body
  expect(empty).toContain('Nobody has been asked about this person yet')
  expect(empty).toContain('Not asked')

  expect((await ask(crn, { question: 'Call-outs since 2024 <b>' })).headers.location).toBe(url)
  const overdue = (await officer.get(url)).body
  expect(overdue).toContain('Was due by 9 November 2026')
  expect(overdue).toContain('Call-outs since 2024 &lt;b>')
  const viewer = user('imo.farrow', ['practitioner'])
  const late = await asUser(pages.web.services, viewer, ctx => enquiriesOverdueBy(ctx.tx, 'imo.farrow', ctx.today))
  expect(late.map(enquiry => enquiry.askedOf)).toEqual(['Westshire Police, public protection'])

  const one = `${url}/${new RegExp(`${url}/([0-9a-f-]{36})`).exec(overdue)?.[1]}`
  const version = async () => /name="version" value="(\d+)"/.exec((await officer.get(one)).body)?.[1] ?? ''
  const first = await version()
  expect((await sendForm(officer, one, { intent: 'chase', version: first, chasedOn: 'today' })).statusCode).toBe(303)
  const answer = { intent: 'answer', answeredOn: 'today', found: 'something-known', thirdParty: 'yes' }
  expect((await sendForm(officer, one, { ...answer, answer: 'x', version: first })).statusCode).toBe(409)
  const unsaid = await sendForm(officer, one, { ...answer, version: await version() })
  expect([unsaid.statusCode, unsaid.body.includes('Enter what they told you')]).toEqual([400, true])
  const told = { ...answer, answer: 'Two call-outs to a former partner', version: await version() }
  expect((await sendForm(officer, one, told)).statusCode).toBe(303)
  const shown = (await officer.get(url)).body
  for (const words of ['Chased 21 November 2026', 'information held', 'Two call-outs', 'not disclosed', 'imo.farrow']) {
    expect(shown, words).toContain(words)
  }
  expect((await officer.get(one)).body).not.toContain('Record the answer')
})

test('faults are named and what was typed is kept; others read or are refused by their role', async () => {
  const { crn } = await pages.record({ lastName: 'Faulty' })
  const refused = await ask(crn, { kind: '', askedOf: '', question: 'Kept "text"', askedOn: '1 12 2026' })
  expect(refused.statusCode).toBe(400)
  for (const field of ['kind', 'askedOf', 'askedOn']) expect(refused.body).toContain(`href="#${field}"`)
  expect(refused.body).toContain('Kept &quot;text&quot;')
  expect((await ask(crn, { askedOf: 'x'.repeat(201) })).body).toContain('Shorten this to 200 characters')

  await ask(crn)
  const inspector = await pages.staff('ina.spector', 'inspector')
  const seen = (await inspector.get(`/case/${crn}/enquiries`)).body
  expect(seen).toContain('Westshire Police')
  expect(seen).not.toContain('Record an enquiry')
  const provider = await pages.staff('pat.vider', 'provider')
  expect((await provider.get(`/case/${crn}/enquiries`)).statusCode).toBe(403)
  expect((await provider.get(`/case/${crn}/details`)).body).not.toContain('/enquiries')
  expect(
    (await officer.get(`/case/${crn}/enquiries/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`)).statusCode,
  ).toBe(404)
  expect(pages.web.defects).toEqual([])
})
