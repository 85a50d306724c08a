import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, personWeb, type StaffBrowser, sendForm } from '../../../test/support/person-pages-for-tests.ts'
import { personPages } from '../../domains/person/index.ts'
import { searchPage } from './search.page.tsx'

let pages: PersonWeb
let reader: StaffBrowser
let admin: StaffBrowser

beforeAll(async () => {
  pages = await personWeb([...personPages, searchPage])
  reader = await pages.staff('rita.reader', 'practitioner')
  admin = await pages.staff('olly.admin', 'lao-admin')
})
afterAll(() => pages.close())

const search = async (text: string) => (await reader.get(`/search?q=${encodeURIComponent(text)}`)).body

test('a name that is misspelt, a birth date typed any way and each number find the person', async () => {
  const { crn } = await pages.record({ lastName: 'Featherstonehaugh', firstName: 'Catherine', pnc: '2004/0012345D' })
  for (const asked of ['Fetherstonhaugh', 'Kathryn Featherstonehaugh', 'featherstonehaugh 17/4/88', crn, '04/12345D']) {
    expect(await search(asked), asked).toContain('Featherstonehaugh, Catherine')
  }
  const page = await reader.get('/search?q=Featherstonehaugh')
  expect(page.body).toContain('Surname is the same')
  expect(page.body).toMatch(/<title>Search – /)
})

test('nobody found says what was asked, whatever was typed', async () => {
  expect(await search('Zzyzx')).toContain("0 results for 'Zzyzx'")
  expect(await search('<script>alert(1)</script>')).not.toContain('<script>alert')
  for (const odd of ['%', "';--", '\u202e', '🙂', 'a'.repeat(3000), '31/2/1980', '1/1/2199']) {
    expect((await reader.get(`/search?q=${encodeURIComponent(odd)}`)).statusCode, odd).toBe(200)
  }
  expect(pages.web.defects).toEqual([])
})

test('a restricted person is never found by name, date or number, and by CRN is a row without a name', async () => {
  const { crn } = await pages.record({
    lastName: 'Oakenshield',
    firstName: 'Thorinda',
    dateOfBirth: '1971-12-09',
    pnc: '1990/0000123C',
  })
  await sendForm(admin, '/limited-access/set', {
    crn,
    kind: 'restriction',
    users: 'kim.keyworker',
    startsOn: 'today',
    reasonCode: 'security',
    authoriser: 'Head',
    lockMyselfOut: 'yes',
  })
  for (const asked of ['Oakenshield', 'Thorinda', '9/12/1971', '1990/0000123C', 'Oakenshield Thorinda 9 Dec 1971']) {
    const body = await search(asked)
    expect(body, asked).toContain(`0 results for`)
    expect(body, asked).not.toContain(crn)
  }
  const byCrn = await search(crn)
  expect(byCrn).toContain('1 result for')
  expect(byCrn).toContain('Limited access')
  expect(byCrn).toContain('1 of them limited access')
  expect(byCrn).not.toMatch(/Oakenshield|Thorinda|1971/)
})
