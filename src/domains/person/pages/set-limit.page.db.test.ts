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

beforeAll(async () => {
  pages = await personWeb()
  admin = await pages.staff('olly.admin', 'lao-admin')
  reader = await pages.staff('rita.reader', 'practitioner')
})
afterAll(() => pages.close())

const url = '/limited-access/set'
const whole = {
  kind: 'restriction',
  users: 'kim.keyworker\nolly.admin',
  startsOn: 'today',
  reasonCode: 'victim',
  authoriser: 'Head of unit',
}

test('every fault of the form is named at its field, and what was typed is kept', async () => {
  const { crn } = await pages.record({ lastName: 'Untouched' })
  const refused = await sendForm(admin, url, { ...whole, crn: 'nonsense', endsOn: '31 2 2027' })
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toContain('href="#crn"')
  expect(refused.body).toContain('href="#endsOn"')
  expect(refused.body).toContain('kim.keyworker')
  const noUsers = await sendForm(admin, url, { ...whole, crn, users: '' })
  expect(noUsers.body).toContain('href="#users"')
  expect((await sendForm(admin, url, { crn })).body).toContain('Choose whether to exclude people')
})

test('an administrator who would bar themselves is asked to say so', async () => {
  const { crn } = await pages.record({ lastName: 'Lockout' })
  const fields = { ...whole, crn, kind: 'exclusion', users: 'olly.admin' }
  expect((await sendForm(admin, url, fields)).body).toContain('href="#lockMyselfOut"')
  expect((await sendForm(admin, url, { ...fields, lockMyselfOut: 'yes' })).statusCode).toBe(303)
})

test('a limit that is set hides the person at once and stands on the register without a name', async () => {
  const { crn } = await pages.record({ lastName: 'Quietname' })
  expect((await reader.get(`/case/${crn}/details`)).body).toContain('Quietname')
  const set = await sendForm(admin, url, { ...whole, crn, message: 'Ring Olly on extension 12.' })
  expect(set.headers.location).toBe('/limited-access')

  const hidden = await reader.get(`/case/${crn}/details`)
  expect(hidden.statusCode).toBe(403)
  expect(hidden.body).toContain('Ring Olly on extension 12.')
  expect(hidden.body).not.toMatch(/Quietname|victim|witness/i)
  const register = await admin.get('/limited-access')
  expect(register.body).toContain(crn)
  expect(register.body).toContain('kim.keyworker')
  expect(register.body).not.toContain('Quietname')
})

test('only the administrator reaches these pages', async () => {
  for (const path of [url, '/limited-access', '/limited-access/emergency-openings']) {
    expect((await reader.get(path)).statusCode).toBe(403)
    expect((await admin.get(path)).statusCode).toBe(200)
  }
  expect(pages.web.defects).toEqual([])
})
