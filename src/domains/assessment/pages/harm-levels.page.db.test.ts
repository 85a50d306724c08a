import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { goodQuality, type SigningWeb, signAt, signingWeb, versionAt } from '../../../../test/support/signing-web.ts'

let web: SigningWeb
beforeAll(async () => {
  web = await signingWeb()
})
afterAll(() => web.pages.close())

test('levels are those of the community, from a countersigned assessment, without custody and without text', async () => {
  const base = await web.opened('Levelled', true)
  const url = `/case/${base.split('/')[2]}/harm-levels`
  await signAt(web, base)
  const inspector = await web.pages.staff('ina', 'inspector')
  expect((await inspector.get(url)).body).toContain('There is no full analysis, so there are no levels')
  const review = `${base}/countersign`
  const given = { intent: 'countersign', version: await versionAt(web.senior, review), ...goodQuality }
  expect((await sendForm(web.senior, review, given)).statusCode).toBe(303)
  const { body } = await inspector.get(url)
  for (const words of ['Overall', 'A known adult', 'High', 'Signed 21 November 2026'])
    expect(body, words).toContain(words)
  for (const words of ['In custody', 'Prisoners', 'As seen.']) expect(body, words).not.toContain(words)
  const clerk = await web.pages.staff('kay', 'case-admin')
  expect((await clerk.get(url)).statusCode).toBe(403)
})
