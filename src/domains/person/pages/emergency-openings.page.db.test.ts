import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'

let pages: PersonWeb
let admin: StaffBrowser
let reader: StaffBrowser
let viewer: StaffBrowser
let crn: string

beforeAll(async () => {
  pages = await personWeb()
  // The database's own clock says when an emergency opening ends.
  pages.web.at(new Date().toISOString())
  admin = await pages.staff('olly.admin', 'lao-admin')
  reader = await pages.staff('rita.reader', 'practitioner')
  viewer = await pages.staff('vic.liaison', 'victim-liaison', 'A')
  crn = (await pages.record({ lastName: 'Sealedname' })).crn
  await sendForm(admin, '/limited-access/set', {
    crn,
    kind: 'restriction',
    users: 'kim.keyworker',
    startsOn: 'today',
    reasonCode: 'security',
    authoriser: 'Head of unit',
    lockMyselfOut: 'yes',
  })
})
afterAll(() => pages.close())

test('a limited case opens in an emergency with a reason, for a time, and the administrator reads what was read', async () => {
  const url = `/case/${crn}/details`
  const asked = await reader.get(url)
  expect(asked.body).toContain('Open for 60 minutes')
  const open = (reason: string) => sendForm(reader, url, { intent: 'break-glass', reason })
  const refused = await open('  ')
  expect(refused.body).toContain('Say why you need to see this person now')
  expect(refused.body).not.toContain('Sealedname')
  expect((await open('Child at risk <now>')).statusCode).toBe(303)
  const opened = await reader.get(url)
  expect(opened.body).toContain('Sealedname, Tomasz')
  expect(opened.body).toContain('Opened in an emergency until')

  const list = await admin.get('/limited-access/emergency-openings')
  expect(list.body).toContain('Child at risk &lt;now>')
  expect(list.body).not.toContain('Sealedname')
  const use = /\/limited-access\/emergency-openings\/[0-9a-f-]+/.exec(list.body)?.[0] ?? 'none'
  expect((await admin.get(use)).body).toContain('open case')
  expect((await sendForm(admin, use, { review: '' })).body).toContain('Say what you found')
  expect((await sendForm(admin, use, { review: 'Justified' })).statusCode).toBe(303)

  expect((await reader.get(url)).statusCode).toBe(403)
  expect((await admin.get('/limited-access/emergency-openings')).body).toContain('has been reviewed')
})

test('a role without emergency opening is not offered it and cannot take it', async () => {
  const url = `/case/${crn}/details`
  expect((await viewer.get(url)).body).not.toContain('break-glass')
  const other = await pages.record({ lastName: 'Elsewhere' })
  const token = await viewer.token(`/case/${other.crn}/details`)
  expect(token).not.toBe('')
  const taken = await viewer.post(url, { _csrf: token, intent: 'break-glass', reason: 'I want to' })
  expect(taken.statusCode).toBe(403)
  expect(taken.body).toContain('Your role does not let you open a limited case in an emergency')
})
