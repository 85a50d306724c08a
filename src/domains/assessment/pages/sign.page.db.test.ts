import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SigningWeb, signingWeb } from '../../../../test/support/signing-web.ts'

let web: SigningWeb
beforeAll(async () => {
  web = await signingWeb()
})
afterAll(() => web.pages.close())

test('what stands in the way is listed with a link to each place, and the form to sign is not offered', async () => {
  const base = await web.opened('Unfinished', false)
  const shown = (await web.officer.get(`${base}/sign`)).body
  expect(shown).toContain('What stands in the way')
  expect(shown).toMatch(new RegExp(`href="${base}/[^"/]+#`))
  expect(shown).not.toContain('value="sign"')
  expect(shown).toContain('There is no full analysis, so there are no levels. That does not mean low.')
  const fields = { intent: 'sign', version: '1', despiteWarnings: 'yes' }
  const _csrf = await web.officer.token(`${base}/history`)
  const refused = await web.officer.post(`${base}/sign`, { _csrf, ...fields })
  expect(refused.statusCode).toBe(400)
})
