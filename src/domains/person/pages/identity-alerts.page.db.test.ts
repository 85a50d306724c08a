import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'
import { asUser } from '../test-people.ts'

let pages: PersonWeb
let admin: StaffBrowser
let reader: StaffBrowser

beforeAll(async () => {
  pages = await personWeb()
  admin = await pages.staff('beth.admin', 'case-admin')
  reader = await pages.staff('sylvia.rights', 'information-rights')
})
afterAll(() => pages.close())

test('nothing to look at is said with the day, and only those who merge may look', async () => {
  expect((await admin.get('/identities')).body).toContain('No identity needs attention on 21 November 2026')
  expect((await reader.get('/identities')).statusCode).toBe(403)
})

test('an identity that needs attention shows both records and is dealt with in words', async () => {
  const one = await pages.record({ lastName: 'Alertone' })
  const two = await pages.record({ lastName: 'Alerttwo' })
  await asUser(pages.web.services, pages.maker, ctx =>
    ctx.tx.run(
      `INSERT INTO person.identity_alert (person_id, id, kind, other_person_id, detail, raised_at)
       VALUES ($1, $1, 'override-conflict', $2, '{}', now())`,
      [one.personId, two.personId],
    ),
  )
  const shown = (await admin.get('/identities')).body
  expect(shown).toContain('1 identity to look at')
  expect(shown).toContain(`CRN ${two.crn}`)
  expect(shown).not.toContain('Alertone')
  expect((await sendForm(admin, '/identities', { id: one.personId, resolution: ' ' })).statusCode).toBe(400)
  expect((await sendForm(admin, '/identities', { id: one.personId, resolution: 'Two people' })).statusCode).toBe(303)
  expect((await admin.get('/identities')).body).toContain('0 identities to look at')
  expect(pages.web.defects).toEqual([])
})
