import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SigningWeb, signAt, signingWeb } from '../../../../test/support/signing-web.ts'

let web: SigningWeb
beforeAll(async () => {
  web = await signingWeb()
})
afterAll(() => web.pages.close())

test('a signed version reads as it was signed, and only for whoever may read assessments', async () => {
  const base = await web.opened('Readable', true)
  expect((await web.officer.get(`${base}/signed`)).statusCode).toBe(404)
  await signAt(web, base)
  const { body } = await web.officer.get(`${base}/signed`)
  for (const words of [
    '1 of 1',
    'Risk of serious harm',
    'Overall',
    'As seen.',
    'the document is the one that was signed',
  ]) {
    expect(body, words).toContain(words)
  }
  expect((await web.officer.get(`${base}/signed?number=7`)).statusCode).toBe(404)
  const provider = await web.pages.staff('pat', 'provider')
  expect((await provider.get(`${base}/signed`)).statusCode).toBe(403)
})
