import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'

let pages: PersonWeb
let officer: StaffBrowser
let rights: StaffBrowser

beforeAll(async () => {
  pages = await personWeb()
  officer = await pages.staff('imo.farrow', 'practitioner')
  rights = await pages.staff('sylvia.rights', 'information-rights')
})
afterAll(() => pages.close())

test('a name, an address, a number and a phone are added and stand with their source', async () => {
  const { crn } = await pages.record({ lastName: 'Added' })
  const base = `/case/${crn}/details`
  const add = (list: string, fields: Record<string, string>) =>
    sendForm(officer, `${base}/${list}/add`, { intent: list, ...fields })
  expect((await add('names', { firstName: 'Tommy', lastName: 'Wells', kind: 'alias' })).headers.location).toBe(base)
  expect((await add('addresses', { kind: 'main', lines: '3 High Street\nTown', postcode: 'ls1 4ap' })).statusCode).toBe(
    303,
  )
  expect((await add('contacts', { kind: 'mobile', value: '07700 900123', mayText: 'no' })).statusCode).toBe(303)
  expect((await add('identifiers', { kind: 'PNC', given: '2004/0012345A' })).statusCode).toBe(303)
  const shown = (await officer.get(base)).body
  for (const words of ['Wells, Tommy', '3 High Street', 'LS1 4AP', '07700 900123', 'Must not be texted']) {
    expect(shown, words).toContain(words)
  }
  expect(shown).toContain('Kept as given and not used: its check letter does not fit the number')
  expect(shown).toContain('Staff (imo.farrow)')
})

test('each form says what is missing, and an unknown kind of fact is not found', async () => {
  const { crn } = await pages.record({ lastName: 'Missing' })
  const base = `/case/${crn}/details`
  for (const [list, field] of [
    ['names', 'lastName'],
    ['addresses', 'lines'],
    ['contacts', 'value'],
    ['identifiers', 'given'],
  ] as const) {
    const kinds = { names: 'alias', addresses: 'main', contacts: 'email', identifiers: 'CRO' }
    const refused = await sendForm(officer, `${base}/${list}/add`, { intent: list, kind: kinds[list] })
    expect([list, refused.statusCode]).toEqual([list, 400])
    expect(refused.body).toContain(`href="#${field}"`)
    expect((await sendForm(officer, `${base}/${list}/add`, { intent: list })).statusCode).toBe(400)
  }
  expect((await officer.get(`${base}/shoes/add`)).statusCode).toBe(404)
  expect((await rights.get(`${base}/names/add`)).statusCode).toBe(403)
  expect((await rights.get(base)).body).not.toContain('Add an address')
  expect(pages.web.defects).toEqual([])
})
