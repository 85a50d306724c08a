import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'
import { personPages } from '../../person/index.ts'
import { permissions as sentencePermissions } from '../../sentence/index.ts'
import { permissions } from '../permissions.ts'
import { assessmentPages } from './index.ts'

let pages: PersonWeb
let officer: StaffBrowser
let reader: StaffBrowser

beforeAll(async () => {
  pages = await personWeb([...personPages, ...assessmentPages], [...permissions, ...sentencePermissions])
  officer = await pages.staff('imo.farrow', 'practitioner')
  reader = await pages.staff('una.head', 'pdu-head')
})
afterAll(() => pages.close())

async function started(lastName: string) {
  const { crn } = await pages.record({ lastName })
  const list = `/case/${crn}/assessments`
  const begun = await sendForm(officer, `${list}/start`, { intent: 'start', purpose: 'review', layer: 'L3' })
  expect(begun.statusCode).toBe(303)
  return { base: begun.headers.location as string }
}

test('no issues answers what is open in an area, and a reader reads without fields', async () => {
  const { base } = await started('Noissues')
  const done = await sendForm(officer, `${base}/12`, { intent: 'no-issues' })
  expect(done.statusCode).toBe(303)
  const read = (await reader.get(`${base}/12`)).body
  expect(read).toContain('No problems')
  expect(read).not.toContain('Save and continue')
  expect((await reader.get(`${base}/confirm`)).statusCode).toBe(403)
  expect((await officer.get(`${base}/nothing`)).statusCode).toBe(404)
  expect((await officer.get(`${base}/confirm`)).body).toContain('Nothing is left to confirm')
  expect(pages.web.defects).toEqual([])
})
