import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, personWeb, type StaffBrowser, sendForm } from '../../../test/support/person-pages-for-tests.ts'
import { permissions as advicePermissions } from '../../domains/advice/index.ts'
import { permissions as courtPermissions } from '../../domains/court/index.ts'
import { recordOrder, permissions as sentencePermissions } from '../../domains/sentence/index.ts'
import { inContext } from '../../platform/context/index.ts'
import { pages as everyPage } from '../pages.ts'
import { appPermissions } from '../permissions.ts'

let pages: PersonWeb
let reader: StaffBrowser
let admin: StaffBrowser

beforeAll(async () => {
  pages = await personWeb(everyPage, [
    ...courtPermissions,
    ...sentencePermissions,
    ...advicePermissions,
    ...appPermissions,
  ])
  reader = await pages.staff('rita.reader', 'practitioner')
  admin = await pages.staff('olly.admin', 'lao-admin')
})
afterAll(() => pages.close())

async function withOrder(lastName: string) {
  const record = await pages.record({ lastName })
  const as = { viewer: pages.maker, requestId: 'test', channel: 'test' }
  const recorded = await inContext(pages.web.services, as, ctx =>
    recordOrder(ctx, {
      personId: record.personId,
      dateOfBirth: '1988-04-17',
      source: { kind: 'staff', id: record.personId },
      courtCode: 'B10JQ',
      convictedOn: '2026-06-01',
      offences: [{ code: 'TH68010', title: 'Theft from a shop' }],
      disposal: { family: 'community-order', sentencedOn: '2026-06-01', length: { months: 12 } },
      requirements: [{ kind: 'rehabilitation-activity', length: { amount: 20, unit: 'days' } }],
    }),
  )
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.problems))
  return record
}

test('the record shows the order with its end, why, its requirement and what is not known', async () => {
  const { crn } = await withOrder('Orderly')
  const overview = (await reader.get(`/case/${crn}`)).body
  expect(overview).toContain('Orderly, Tomasz')
  expect(overview).toContain('Why 31 May 2027?')
  expect(overview).toContain('Rehabilitation activity')
  expect(overview).toContain('Done so far: not known of 20 days')
  const orders = (await reader.get(`/case/${crn}/orders`)).body
  expect(orders).toContain('Theft from a shop')
  expect(orders).toContain('/help/rules/sentence.')
  expect((await reader.get(`/case/${crn}/court`)).body).toContain('No hearing before')
  expect(pages.web.defects).toEqual([])
})

test('no page of the record names a restricted person to somebody who is not on the list', async () => {
  const { crn, personId } = await withOrder('Neverseen')
  await sendForm(admin, '/limited-access/set', {
    crn,
    kind: 'restriction',
    users: 'kim.keyworker',
    startsOn: 'today',
    reasonCode: 'security',
    authoriser: 'Head',
    lockMyselfOut: 'yes',
  })
  const paths = everyPage.map(page => page.path).filter(path => path.startsWith('/case/:crn'))
  expect(paths.length).toBeGreaterThan(3)
  for (const path of paths) {
    const page = await reader.get(path.replace(':crn', crn).replace(/:[a-z]+/gi, personId))
    expect([path, page.statusCode]).toEqual([path, 403])
    expect(page.body).not.toMatch(/Neverseen|Tomasz|Theft|Rehabilitation/)
  }
})
