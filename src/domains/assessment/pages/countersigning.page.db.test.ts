import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SigningWeb, signAt, signingWeb } from '../../../../test/support/signing-web.ts'

let web: SigningWeb
beforeAll(async () => {
  web = await signingWeb()
})
afterAll(() => web.pages.close())

test('the queue lists what waits, the oldest first, and says so when nothing does', async () => {
  expect((await web.senior.get('/countersigning')).body).toContain('No assessment of your region waits')
  expect((await web.senior.get('/assessments/oversight')).body).toContain('None has waited longer than 5 working days')
  const first = await web.opened('Older', true)
  const second = await web.opened('Newer', true)
  await signAt(web, first)
  await signAt(web, second)
  const { body } = await web.senior.get('/countersigning')
  expect(body.indexOf(`${first}/countersign`)).toBeGreaterThan(0)
  expect(body.indexOf(`${first}/countersign`)).toBeLessThan(body.indexOf(`${second}/countersign`))
  expect(body).toContain('a senior probation officer')
  expect((await web.officer.get('/countersigning')).statusCode).toBe(403)
  const elsewhere = await web.pages.staff('eve', 'team-manager', 'K')
  expect((await elsewhere.get('/countersigning')).body).not.toContain(first)
  expect(web.pages.web.defects).toEqual([])
})
