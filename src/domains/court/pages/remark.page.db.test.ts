import { afterAll, beforeAll, expect, test } from 'vitest'
import { courtWeb } from '../../../../test/support/court-web.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'

let web: Awaited<ReturnType<typeof courtWeb>>
beforeAll(async () => {
  web = await courtWeb(await testDatabase())
})
afterAll(async () => {
  await web.close()
  await dropAll()
})

test('a note keeps every character, is changed by its author alone, and a change meanwhile shows both texts', async () => {
  const [defendant] = await web.listed()
  const path = defendant!.path
  const ada = await web.browserAs('ada')
  const ben = await web.browserAs('ben')

  const list = await ada.get('/courts/B10JQ/2026-11-21')
  expect(list.statusCode).toBe(200)
  expect(list.body).toContain(path)

  const _csrf = await ada.token(path)
  const note = 'Said "I was <b>not</b> there" – pleaded & left'
  const saved = await ada.post(path, { _csrf, intent: 'add-note', note })
  expect([saved.statusCode, saved.headers.location]).toEqual([303, `${path}#notes`])
  const page = await ada.get(path)
  expect(page.body).toContain('&lt;b>not&lt;/b>')
  const change = /href="([^"]*\/notes\/[^"]*)"/.exec(page.body)?.[1] ?? ''

  expect((await ben.get(change)).statusCode).toBe(403)
  expect((await ada.get(change)).body).toContain('Said &quot;I was &lt;b>not&lt;/b> there&quot;')
  expect((await ada.post(change, { _csrf, version: '1', body: 'Left at 11' })).statusCode).toBe(303)
  const late = await ada.post(change, { _csrf, version: '1', body: 'Left at noon' })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Left at 11')
  expect(late.body).toContain('Left at noon')

  expect((await ada.post(change, { _csrf, intent: 'delete' })).statusCode).toBe(303)
  expect((await ada.get(change)).statusCode).toBe(404)
  expect(web.defects).toEqual([])
})

test('a half-written note is a draft until it is saved, and saving the outcome does not lose it', async () => {
  const [defendant] = await web.listed()
  const path = defendant!.path
  const cleo = await web.browserAs('cleo')
  const _csrf = await cleo.token(path)
  await cleo.post(path, { _csrf, intent: 'save-draft', note: 'The bench asked' })
  await cleo.post(path, { _csrf, intent: 'add-outcome', main: 'ADJOURNED' })
  const page = await cleo.get(path)
  expect(page.body).toContain('The bench asked')
  expect(page.body).toContain('Adjourned')
  const empty = await cleo.post(path, { _csrf, intent: 'add-comment', comment: ' ' })
  expect([empty.statusCode, empty.body.includes('Enter some text')]).toEqual([400, true])
})

test('an address with a part that is no id, or nobody’s, is not found', async () => {
  const dan = await web.browserAs('dan')
  const id = '01a2004a-18b1-72e5-ae1d-3d3516c2eb33'
  expect((await dan.get('/court/defendants/nobody/nothing')).statusCode).toBe(404)
  expect((await dan.get(`/court/defendants/${id}/${id}`)).statusCode).toBe(404)
  expect((await dan.get(`/court/defendants/${id}/${id}/notes/x`)).statusCode).toBe(404)
  expect((await dan.get('/courts/B10JQ/2026-13-45')).statusCode).toBe(404)
  expect((await dan.get('/courts/XXXXX/2026-11-21')).statusCode).toBe(404)
})
