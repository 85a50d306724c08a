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
let crn: string
let url: string

beforeAll(async () => {
  pages = await personWeb()
  admin = await pages.staff('olly.admin', 'lao-admin')
  reader = await pages.staff('rita.reader', 'practitioner')
  crn = (await pages.record({ lastName: 'Reopened' })).crn
  await sendForm(admin, '/limited-access/set', {
    crn,
    kind: 'exclusion',
    users: 'rita.reader',
    startsOn: 'today',
    reasonCode: 'own-link',
    authoriser: 'Head of unit',
  })
  url = /\/limited-access\/limits\/[0-9a-f-]+/.exec((await admin.get('/limited-access')).body)?.[0] ?? 'none'
})
afterAll(() => pages.close())

test('a review moves the day of the next one', async () => {
  expect((await sendForm(admin, url, { intent: 'review', nextReviewOn: '1 1 2020', notes: '' })).body).toContain(
    'The next review must be after today',
  )
  expect(
    (await sendForm(admin, url, { intent: 'review', nextReviewOn: '27 3 2027', notes: 'Needed' })).statusCode,
  ).toBe(303)
  expect((await admin.get(url)).body).toContain('27 March 2027')
})

test('an end from an old copy of the page is refused, a fresh one opens the record on its day', async () => {
  const end = { intent: 'end', endsOn: 'today', reason: 'No longer known to each other' }
  expect((await reader.get(`/case/${crn}/details`)).statusCode).toBe(403)
  expect((await sendForm(admin, url, { ...end, version: '1' })).statusCode).toBe(409)
  const version = /name="version" value="(\d+)"/.exec((await admin.get(url)).body)?.[1] ?? ''
  expect((await sendForm(admin, url, { ...end, version, reason: '' })).body).toContain('Say why the limit ends')
  expect((await sendForm(admin, url, { ...end, version })).statusCode).toBe(303)
  expect((await reader.get(`/case/${crn}/details`)).body).toContain('Reopened, Tomasz')
  expect((await admin.get(url)).body).toContain('This limit has ended')
  expect((await admin.get('/limited-access/limits/nothing')).statusCode).toBe(404)
})
