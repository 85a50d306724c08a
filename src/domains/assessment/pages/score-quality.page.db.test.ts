import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart } from '../../../../test/support/multipart.ts'
import { type PersonWeb, personWeb, type StaffBrowser } from '../../../../test/support/person-pages-for-tests.ts'
import { asAssessor, scoredPerson, scoringServices } from '../../../../test/support/scored-people.ts'
import type { Services } from '../../../platform/context/index.ts'
import { permissions as sentence } from '../../sentence/index.ts'
import { permissions } from '../permissions.ts'
import { scoreChecksPage } from './score-checks.page.tsx'
import { scoreDryRunPage } from './score-dry-run.page.tsx'
import { scoreQualityPage } from './score-quality.page.tsx'

let pages: PersonWeb
let services: Services
let manager: StaffBrowser
let analyst: StaffBrowser
let officer: StaffBrowser
let wrong: { readonly crn: string }
let right: { readonly crn: string }

beforeAll(async () => {
  pages = await personWeb([scoreChecksPage, scoreQualityPage, scoreDryRunPage], [...sentence, ...permissions])
  services = scoringServices(pages.web.services.db)
  manager = await pages.staff('mara.manager', 'team-manager')
  analyst = await pages.staff('ana.analyst', 'analyst')
  officer = await pages.staff('olga.officer', 'practitioner')
  wrong = await scoredPerson(services, { dateOfBirth: '2026-08-01' })
  right = await scoredPerson(services)
})
afterAll(() => pages.close())

test('each count of the report opens the list of exactly those people', async () => {
  const { body } = await manager.get('/scores/quality')
  expect(body).toContain('/scores/checks?team=J1T001&amp;show=wrong')
  const list = (await manager.get('/scores/checks?team=J1T001&show=wrong')).body
  expect(list).toContain(wrong.crn)
  expect(list).not.toContain(right.crn)
  expect((await manager.get('/scores/checks?team=NOBODYS')).body).toContain('Nobody on this list')
})

test('only those who watch quality see these lists, and only analysts try new data', async () => {
  expect((await officer.get('/scores/checks')).statusCode).toBe(403)
  expect((await officer.get('/scores/quality')).statusCode).toBe(403)
  expect((await manager.get('/scores/dry-run')).statusCode).toBe(403)
})

const coefficients = readFileSync('src/domains/assessment/data/risk-coefficients.json', 'utf8')

async function give(content: string) {
  const form = multipart({ _csrf: await analyst.token('/scores/dry-run'), intent: 'give' }, [
    { field: 'coefficients', name: 'new.json', content: Buffer.from(content) },
  ])
  const cookies = Object.fromEntries(analyst.cookies)
  return pages.web.app.inject({ method: 'POST', url: '/scores/dry-run', cookies, ...form })
}

test('new data is tried over the caseload: who would move is listed, and nothing is written', async () => {
  const sets = () => asAssessor(services, ctx => ctx.tx.rows('SELECT id FROM assessment.score_set ORDER BY id'))
  const before = await sets()
  const raised = JSON.parse(coefficients) as { generation2: { ARP_STATIC: { intercept: string } } }
  raised.generation2.ARP_STATIC.intercept = '99'
  const given = await give(JSON.stringify(raised))
  expect(given.statusCode).toBe(303)
  const { body } = await analyst.get(String(given.headers.location))
  expect(body).toContain('would change band')
  expect(body).toContain(right.crn)
  expect(body).toMatch(/ARP from \S+ to very-high, generation 2/)
  expect(await sets()).toEqual(before)
})

test('a file that is no data file is refused with what it lacks', async () => {
  const refused = await give('{}')
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toContain('needs generation1 and generation2')
  expect((await give('not json')).statusCode).toBe(400)
  expect(pages.web.defects).toEqual([])
})
