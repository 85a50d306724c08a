import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'
import { loadFlagTypes } from '../commands/load-flag-types.ts'
import { asMachine } from '../test-people.ts'

let pages: PersonWeb
let officer: StaffBrowser
let rights: StaffBrowser

beforeAll(async () => {
  pages = await personWeb()
  await asMachine(pages.web.services, ctx => loadFlagTypes(ctx.tx))
  officer = await pages.staff('imo.farrow', 'practitioner')
  rights = await pages.staff('sylvia.rights', 'information-rights')
})
afterAll(() => pages.close())

test('a flag is registered, stands on every page at once, and a new risk level ends the one before', async () => {
  const { crn } = await pages.record({ lastName: 'Flagged' })
  const url = `/case/${crn}/flags`
  expect((await officer.get(url)).body).toContain('No flag is open on this record')
  const register = (typeCode: string, more = {}) =>
    sendForm(officer, `${url}/register`, {
      intent: 'register',
      typeCode,
      startsOn: '1 11 2026',
      notes: 'Seen <b>',
      ...more,
    })
  expect((await register('RMRH')).headers.location).toBe(url)
  expect((await register('AV2S')).statusCode).toBe(303)
  expect((await officer.get(`/case/${crn}/details`)).body).toContain('Risk to staff')

  expect((await register('RVHR', { startsOn: 'today' })).statusCode).toBe(303)
  const shown = (await officer.get(url)).body
  expect(shown).toContain('RoSH: Very high')
  expect(shown).toContain('replaced by RVHR')
  expect(shown).toContain('Seen &lt;b>')
})

test('a flag is reviewed and ended from the page that was seen, and an older page is refused', async () => {
  const { crn } = await pages.record({ lastName: 'Reviewed' })
  const url = `/case/${crn}/flags`
  await sendForm(officer, `${url}/register`, { intent: 'register', typeCode: 'AV2S', startsOn: '1 11 2026' })
  const id = new RegExp(`${url}/([0-9a-f-]{36})`).exec((await officer.get(url)).body)?.[1]
  const flag = `${url}/${id}`
  const version = async () => /name="version" value="(\d+)"/.exec((await officer.get(flag)).body)?.[1] ?? ''
  const first = await version()
  expect(
    (await sendForm(officer, flag, { intent: 'review', version: first, nextReviewOn: 'yesterday' })).body,
  ).toContain('The next review must be after today')
  const reviewed = { intent: 'review', version: first, nextReviewOn: '1 3 2027', notes: 'Still so' }
  expect((await sendForm(officer, flag, reviewed)).statusCode).toBe(303)
  const end = { intent: 'end', endsOn: 'today', reason: 'No longer so' }
  expect((await sendForm(officer, flag, { ...end, version: first })).statusCode).toBe(409)
  expect((await sendForm(officer, flag, { ...end, version: await version() })).statusCode).toBe(303)
  const shown = (await officer.get(url)).body
  expect(shown).toContain('Ended 21 November 2026 by imo.farrow: No longer so')
  expect(shown).toContain('Reviewed 21 November 2026')
})

test('who may not flag reads the flags and is offered nothing, and faults are named', async () => {
  const { crn } = await pages.record({ lastName: 'Readonly' })
  const url = `/case/${crn}/flags`
  expect((await rights.get(url)).body).not.toContain('Register a flag')
  expect((await rights.get(`${url}/register`)).statusCode).toBe(403)
  const refused = await sendForm(officer, `${url}/register`, { intent: 'register', startsOn: 'not a day' })
  expect(refused.body).toContain('href="#startsOn"')
  expect((await officer.get(`${url}/none`)).statusCode).toBe(404)
  expect(pages.web.defects).toEqual([])
})
