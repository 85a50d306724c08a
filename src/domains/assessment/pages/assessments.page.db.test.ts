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

beforeAll(async () => {
  pages = await personWeb([...personPages, ...assessmentPages], [...permissions, ...sentencePermissions])
  officer = await pages.staff('imo.farrow', 'practitioner')
})
afterAll(() => pages.close())

async function started(lastName: string) {
  const { crn } = await pages.record({ lastName })
  const list = `/case/${crn}/assessments`
  const begun = await sendForm(officer, `${list}/start`, { intent: 'start', purpose: 'review', layer: 'L3' })
  expect(begun.statusCode).toBe(303)
  return { crn, list, base: begun.headers.location as string }
}

test('a record without an assessment says so; one is started, and the areas say what is left', async () => {
  const { crn } = await pages.record({ lastName: 'Unassessed' })
  expect((await officer.get(`/case/${crn}/assessments`)).body).toContain('Nobody has assessed this person yet')
  const { base, list } = await started('Assessed')
  const overview = (await officer.get(base)).body
  expect(overview).toContain('Accommodation')
  expect(overview).toContain('Not started')
  expect((await officer.get(list)).body).toContain('Full assessment')
})

test('a second start asks what becomes of the open one', async () => {
  const { list, base } = await started('Twice')
  const asked = await sendForm(officer, `${list}/start`, { intent: 'start', purpose: 'review', layer: 'L3' })
  expect(asked.statusCode).toBe(400)
  expect(asked.body).toContain('One is open already')
  const again = { intent: 'start', purpose: 'review', layer: 'L3', continueOrLock: 'continue' }
  expect((await sendForm(officer, `${list}/start`, again)).headers.location).toBe(base)
})
