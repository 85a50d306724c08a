import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'
import { addProvisionalPerson } from '../commands/add-person.ts'
import { linkIdentity } from '../commands/link-identity.ts'
import { asUser, facts } from '../test-people.ts'

let pages: PersonWeb
let admin: StaffBrowser
let rights: StaffBrowser

beforeAll(async () => {
  pages = await personWeb()
  admin = await pages.staff('beth.admin', 'case-admin')
  rights = await pages.staff('sylvia.rights', 'information-rights')
})
afterAll(() => pages.close())

test('a linked defendant is shown with who decided, and the link is undone with a reason', async () => {
  const { crn, personId } = await pages.record({ lastName: 'Holder' })
  const defendant = await asUser(pages.web.services, pages.maker, async ctx => {
    const id = await addProvisionalPerson(ctx, facts({ lastName: 'Listedname' }))
    await linkIdentity(ctx, { personId: id, toPersonId: personId, decidedBy: 'staff', reason: 'Same address' })
    return id
  })
  const url = `/case/${crn}/identity`
  const shown = (await admin.get(url)).body
  expect(shown).toContain('Listedname, Tomasz')
  expect(shown).toContain('Same address')
  expect((await sendForm(admin, url, { intent: 'unlink', personId: defendant, reason: '' })).statusCode).toBe(400)
  expect((await sendForm(admin, url, { intent: 'unlink', personId: 'someone', reason: 'x' })).statusCode).toBe(400)
  const undone = { intent: 'unlink', personId: defendant, reason: 'Another birth date' }
  expect((await sendForm(admin, url, undone)).statusCode).toBe(303)
  const after = (await admin.get(url)).body
  expect(after).toContain('No defendant of a court list is linked to it')
  expect(after).toContain('Another birth date')
})

test('records are merged under one CRN and taken apart again, each with a reason', async () => {
  const kept = await pages.record({ lastName: 'Survivor' })
  const other = await pages.record({ lastName: 'Doubled' })
  const url = `/case/${kept.crn}/identity`
  expect((await sendForm(admin, url, { intent: 'merge', crn: other.crn, reason: '' })).body).toContain('href="#reason"')
  expect((await sendForm(admin, url, { intent: 'merge', crn: 'none', reason: 'x' })).body).toContain('href="#crn"')
  expect((await sendForm(admin, url, { intent: 'merge', crn: other.crn, reason: 'One person' })).statusCode).toBe(303)
  expect((await admin.get(url)).body).toContain('Doubled, Tomasz')
  expect((await admin.get(`/case/${other.crn}/identity`)).body).toContain('Survivor, Tomasz')
  const apart = { intent: 'unmerge', crn: other.crn, reason: 'Two people after all' }
  expect((await sendForm(admin, url, apart)).statusCode).toBe(303)
  expect((await admin.get(`/case/${other.crn}/identity`)).body).toContain('Doubled, Tomasz')
  expect(pages.web.defects).toEqual([])
})

test('who may only read is offered nothing to undo', async () => {
  const { crn } = await pages.record({ lastName: 'Lookonly' })
  const page = await rights.get(`/case/${crn}/identity`)
  expect(page.body).toContain('The record was opened')
  expect(page.body).not.toContain('Merge another record')
})
