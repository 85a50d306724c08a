import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, personWeb, type StaffBrowser, sendForm } from '../../../test/support/person-pages-for-tests.ts'
import { permissions as advicePermissions } from '../../domains/advice/index.ts'
import { permissions as courtPermissions } from '../../domains/court/index.ts'
import { permissions as sentencePermissions } from '../../domains/sentence/index.ts'
import { roles } from '../../platform/access/index.ts'
import { inContext } from '../../platform/context/index.ts'
import { pages as everyPage } from '../pages.ts'
import { appPermissions } from '../permissions.ts'

let pages: PersonWeb
let practitioner: StaffBrowser
let admin: StaffBrowser

beforeAll(async () => {
  pages = await personWeb(everyPage, [
    ...courtPermissions,
    ...sentencePermissions,
    ...advicePermissions,
    ...appPermissions,
  ])
  practitioner = await pages.staff('imo.farrow', 'practitioner')
  admin = await pages.staff('olly.admin', 'lao-admin')
})
afterAll(() => pages.close())

async function managed(lastName: string) {
  const record = await pages.record({ lastName })
  await inContext(pages.web.services, { viewer: pages.maker, requestId: 'test', channel: 'test' }, ctx =>
    ctx.tx.run(
      `INSERT INTO person.manager (person_id, id, provider_code, team_code, username, staff_name, reason, starts_on,
         added_at, added_by)
       VALUES ($1, $1, 'J1', 'J1T001', 'imo.farrow', 'Imogen Farrow', 'allocated', '2026-01-05', now(), 'test')`,
      [record.personId],
    ),
  )
  return record
}

test('nobody managed is said, with the day', async () => {
  expect((await practitioner.get('/my-cases')).body).toContain(
    'Nobody is recorded as managed by you on 21 November 2026',
  )
  expect((await practitioner.get('/')).body).toContain('0 people you manage')
})

test('the people somebody manages are counted on the first page and listed, a barred one as a CRN', async () => {
  await managed('Mineone')
  const { crn } = await managed('Minetwo')
  await sendForm(admin, '/limited-access/set', {
    crn,
    kind: 'exclusion',
    users: 'imo.farrow',
    startsOn: 'today',
    reasonCode: 'own-link',
    authoriser: 'Head',
  })
  const home = (await practitioner.get('/')).body
  const list = (await practitioner.get('/my-cases')).body
  for (const body of [home, list]) {
    expect(body).toContain('Mineone, Tomasz')
    expect(body).not.toContain('Minetwo')
  }
  expect(home).toContain('1 person you manage')
})

test('every role has a first page that works', async () => {
  for (const role of roles) {
    const page = await (await pages.staff(`first.${role}`, role)).get('/')
    expect([role, page.statusCode]).toEqual([role, 200])
    expect(page.body).toContain('Rules and their sources')
  }
  expect((await admin.get('/')).body).toContain('0 emergency openings to review')
  expect(pages.web.defects).toEqual([])
})
