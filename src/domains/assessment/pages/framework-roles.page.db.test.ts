import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, personWeb, sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { permissions } from '../permissions.ts'
import { frameworkRoleOf } from '../queries/framework-roles.ts'
import { frameworkRolesPage } from './framework-roles.page.tsx'

let pages: PersonWeb
beforeAll(async () => {
  pages = await personWeb([frameworkRolesPage], permissions)
})
afterAll(() => pages.close())

test('a senior says what an officer is approved for, never themselves, and what held before is kept', async () => {
  await pages.staff('ann.officer', 'practitioner')
  const senior = await pages.staff('sam.senior', 'team-manager')
  const url = '/framework-roles'
  expect((await senior.get(url)).body).toContain('Not known: everything they sign is countersigned')
  const set = (fields: Record<string, string>) => sendForm(senior, url, { intent: 'set', startsOn: 'today', ...fields })
  expect((await set({ username: 'sam.senior', role: 'approved-po' })).body).toContain('nobody approves themselves')
  expect((await set({ username: 'nobody', role: 'approved-po' })).body).toContain('Choose a member of staff')
  expect((await set({ username: 'ann.officer', role: 'king' })).body).toContain('Choose what they are approved for')
  expect((await set({ username: 'ann.officer', role: 'nqo', startsOn: '1 12 2026' })).statusCode).toBe(400)
  expect((await set({ username: 'ann.officer', role: 'nqo', startsOn: '1 6 2026' })).statusCode).toBe(303)
  expect((await set({ username: 'ann.officer', role: 'approved-po' })).statusCode).toBe(303)
  expect((await senior.get(url)).body).toContain('Since 21 November 2026, set by sam.senior')
  const { db } = pages.web.services
  const on = (day: '2026-06-30' | '2026-11-21' | '2026-05-31') =>
    db.transaction('web', { userId: 'x', allowed: [], barred: [] }, tx => frameworkRoleOf(tx, 'ann.officer', day))
  expect([await on('2026-05-31'), await on('2026-06-30'), await on('2026-11-21')]).toEqual([null, 'nqo', 'approved-po'])
  const officer = await pages.staff('bea.officer', 'practitioner')
  expect((await officer.get(url)).statusCode).toBe(403)
  expect(pages.web.defects).toEqual([])
})
