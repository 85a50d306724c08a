import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReportWeb, reportWeb, sendForm } from '../../../../test/support/report-web.ts'

let web: ReportWeb
beforeAll(async () => {
  web = await reportWeb()
})
afterAll(() => web.close())

test('a report is started, opens filled in from the record, and shows what is left with the checks', async () => {
  const at = await web.requested()
  const ada = await web.staff('ada', 'court')
  expect((await ada.get(at.path)).body).toContain('The report has not been started')
  expect((await sendForm(ada, at.path, { intent: 'start' })).body).toContain('Choose how deep the report goes')
  expect((await sendForm(ada, at.path, { intent: 'start', depth: 'SHORT' })).statusCode).toBe(303)
  const page = (await ada.get(at.path)).body
  expect(page).toContain('Being written')
  expect(page).toContain('Proposed sentence: not filled in')
  expect(page).toContain('Police domestic abuse check has not been asked for')
  expect(page).toContain('by 30 November 2026')
  const offences = (await ada.get(`${at.path}/offences`)).body
  expect(offences).toContain('value="Theft from a shop, 1 October 2026"')
  expect(offences).toContain('Request for the report')
  expect(web.web.defects).toEqual([])
})

test('going deeper or less deep loses nothing', async () => {
  const at = await web.requested()
  await web.written(at, 'STANDARD', { alternativeSentencingOptions: 'A fine was considered.' })
  const ada = await web.staff('deep', 'court')
  await sendForm(ada, at.path, { intent: 'depth', depth: 'ORAL' })
  expect((await ada.get(`${at.path}/proposal`)).body).not.toContain('A fine was considered.')
  await sendForm(ada, at.path, { intent: 'depth', depth: 'STANDARD' })
  expect((await ada.get(`${at.path}/proposal`)).body).toContain('A fine was considered.')
})

test('what the record holds by now is taken in, and what the writer typed stays', async () => {
  const at = await web.requested()
  await web.written(at, 'SHORT', { mainOffence: 'My own words' })
  const ada = await web.staff('taker', 'court')
  await web.ready(at)
  expect((await sendForm(ada, at.path, { intent: 'refresh' })).statusCode).toBe(303)
  const sources = (await ada.get(`${at.path}/sources`)).body
  expect(sources).toContain('Answered: nothing known')
  expect((await ada.get(`${at.path}/offences`)).body).toContain('value="My own words"')
})

test('a role that does not write sees the report and no form to change it', async () => {
  const at = await web.requested()
  await web.written(at)
  const reader = await web.staff('reader', 'pdu-head')
  const page = await reader.get(at.path)
  expect([page.statusCode, page.body.includes('Go deeper')]).toEqual([200, false])
  expect((await sendForm(reader, at.path, { intent: 'depth', depth: 'ORAL' })).statusCode).toBe(403)
})
