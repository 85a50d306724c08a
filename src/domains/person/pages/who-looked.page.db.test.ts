import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, personWeb, type StaffBrowser } from '../../../../test/support/person-pages-for-tests.ts'

let pages: PersonWeb
let rights: StaffBrowser
let reader: StaffBrowser

beforeAll(async () => {
  pages = await personWeb()
  rights = await pages.staff('sylvia.rights', 'information-rights')
  reader = await pages.staff('rita.reader', 'practitioner')
})
afterAll(() => pages.close())

test('who opened a record, when and why is shown to information rights, and their question is logged', async () => {
  const { crn } = await pages.record({ lastName: 'Watched' })
  await reader.get(`/case/${crn}/details`)
  const shown = await rights.get(`/who-looked?crn=${crn.toLowerCase()}`)
  expect(shown.body).toContain('rita.reader')
  expect(shown.body).toContain('Looked: open case')
  expect(shown.body).not.toContain('Watched')
  expect((await rights.get(`/who-looked?crn=${crn}`)).body).toContain('sylvia.rights')
})

test('a number nobody holds finds nothing, odd questions do no harm, and others may not ask', async () => {
  expect((await rights.get('/who-looked?crn=Z999999')).body).toContain('No person has the CRN ‘Z999999’')
  expect((await rights.get('/who-looked?crn=%3Cb%3E&before=never')).statusCode).toBe(200)
  const { crn } = await pages.record({ lastName: 'Watched' })
  expect((await rights.get(`/who-looked?crn=${crn}&before=never`)).statusCode).toBe(200)
  expect((await reader.get('/who-looked')).statusCode).toBe(403)
  expect(pages.web.defects).toEqual([])
})
