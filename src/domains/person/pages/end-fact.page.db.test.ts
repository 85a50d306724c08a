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

test('a name is taken off with a reason and stays to be read; twice is refused', async () => {
  const { crn } = await pages.record({ lastName: 'Ending' })
  const base = `/case/${crn}/details`
  await sendForm(officer, `${base}/names/add`, { intent: 'names', lastName: 'Wrongname', kind: 'alias' })
  const url = new RegExp(`${base}/names/[0-9a-f-]{36}`).exec((await officer.get(base)).body)?.[0] ?? 'none'
  expect((await sendForm(officer, url, { intent: 'end', reason: '' })).body).toContain('Say why it no longer holds')
  expect((await sendForm(officer, url, { intent: 'end', reason: 'Another person' })).statusCode).toBe(303)
  const shown = (await officer.get(base)).body
  expect(shown).toContain('Ended on 21 November 2026 by imo.farrow: Another person')
  expect(shown).not.toContain(url)
  expect((await officer.get(url)).statusCode).toBe(404)
})

test('an address ends on a day', async () => {
  const { crn } = await pages.record({ lastName: 'Moving' })
  const base = `/case/${crn}/details`
  await sendForm(officer, `${base}/addresses/add`, { intent: 'addresses', kind: 'main', lines: '1 Old Road' })
  const url = new RegExp(`${base}/addresses/[0-9a-f-]{36}`).exec((await officer.get(base)).body)?.[0] ?? 'none'
  const version = /name="version" value="(\d+)"/.exec((await officer.get(url)).body)?.[1] ?? ''
  expect((await sendForm(officer, url, { intent: 'end', version, endsOn: 'soon' })).body).toContain('href="#endsOn"')
  expect((await sendForm(officer, url, { intent: 'end', version, endsOn: 'today' })).statusCode).toBe(303)
  expect((await officer.get(base)).body).toContain('Until 21 November 2026')
  expect(pages.web.defects).toEqual([])
})
