import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'
import { personToScore, scoredPerson, scoringServices, staticAnswers } from '../../../../test/support/scored-people.ts'
import type { Services } from '../../../platform/context/index.ts'
import { permissions as sentence } from '../../sentence/index.ts'
import { permissions } from '../permissions.ts'
import { scoresPage } from './scores.page.tsx'

let pages: PersonWeb
let services: Services
let officer: StaffBrowser
let clerk: StaffBrowser

beforeAll(async () => {
  pages = await personWeb([scoresPage], [...sentence, ...permissions])
  services = scoringServices(pages.web.services.db)
  officer = await pages.staff('olga.officer', 'practitioner')
  clerk = await pages.staff('carl.clerk', 'case-admin')
})
afterAll(() => pages.close())

test('a person nobody has scored has no score, which is not low', async () => {
  const { crn } = await personToScore(services)
  const { body } = await officer.get(`/case/${crn}/scores`)
  expect(body).toContain('That is not a low score')
  expect(body).not.toMatch(/govuk-tag[^>]*>Low/)
})

test('every band names its generation, contributions sum to the score, and what is missing leads to its section', async () => {
  const { crn, assessmentId } = await scoredPerson(services)
  const { body } = await officer.get(`/case/${crn}/scores`)
  const bands = [...body.matchAll(/<strong class="govuk-tag[^>]*>([^<]*)</g)].map(([, text]) => text!)
  expect(bands.length).toBeGreaterThan(3)
  for (const band of bands) expect(band).toMatch(/, generation [12]$/)
  expect(body).toContain('How it adds up')
  expect(body).toMatch(/<svg [^>]*aria-hidden="true"/)
  expect(body).toContain('Sentence of 19 June 2026')
  expect(body).toContain('carried forward from 5 Jan 2026')
  expect(body).toContain(`href="/case/${crn}/assessments/${assessmentId}/9"`)
  expect(body).not.toMatch(/<svg[^>]*style=/)
})

test('working the scores out again says whether anything changed', async () => {
  const { crn } = await personToScore(services)
  const url = `/case/${crn}/scores`
  const first = await sendForm(officer, url, { intent: 'score' })
  expect(first.statusCode).toBe(303)
  expect((await officer.get(url)).body).toContain('The scores are worked out')
  await sendForm(officer, url, { intent: 'score' })
  expect((await officer.get(url)).body).toContain('Nothing has changed since the last scores')
})

test('sex neither male nor female and a birth after the conviction are said, never scored', async () => {
  const unsaid = await scoredPerson(services, { sex: 'not-specified' })
  expect((await officer.get(`/case/${unsaid.crn}/scores`)).body).toContain('there are no figures for anybody else')
  const young = await scoredPerson(services, { dateOfBirth: '2026-08-01' }, staticAnswers)
  const { body } = await officer.get(`/case/${young.crn}/scores`)
  expect(body).toContain('The conviction is not after the date of birth')
})

test('whoever may not read assessments does not read scores', async () => {
  const { crn } = await scoredPerson(services)
  expect((await clerk.get(`/case/${crn}/scores`)).statusCode).toBe(403)
  expect(pages.web.defects).toEqual([])
})
