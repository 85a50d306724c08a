import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { goodQuality, type SigningWeb, signingWeb, versionAt } from '../../../../test/support/signing-web.ts'

let web: SigningWeb
beforeAll(async () => {
  web = await signingWeb()
})
afterAll(() => web.pages.close())

test('it is signed past its warnings, waits in the queue, is countersigned, and reads as it was signed', async () => {
  const base = await web.opened('Signed', true)
  const url = `${base}/sign`
  const check = (await web.officer.get(url)).body
  for (const words of [
    'What the predictors say',
    'generation 2',
    'Countersigned by a senior',
    'not approved to sign alone',
  ]) {
    expect(check, words).toContain(words)
  }
  const unread = await sendForm(web.officer, url, { intent: 'sign', version: await versionAt(web.officer, url) })
  expect(unread.body).toContain('Read the warnings and tick that you sign all the same')
  const fields = { intent: 'sign', version: await versionAt(web.officer, url), despiteWarnings: 'yes' }
  expect((await sendForm(web.officer, url, fields)).headers.location).toBe(`${base}/signed`)
  const signed = (await web.officer.get(`${base}/signed`)).body
  for (const words of ['Yes: the document is the one that was signed', 'Awaiting countersignature', 'Hash (SHA-256)']) {
    expect(signed, words).toContain(words)
  }
  expect((await web.officer.get(url)).body).toContain('This assessment cannot be signed now')
  expect((await web.senior.get('/countersigning')).body).toContain(`href="${base}/countersign"`)

  const review = `${base}/countersign`
  const blank = await sendForm(web.senior, review, {
    intent: 'countersign',
    version: await versionAt(web.senior, review),
  })
  expect(blank.body).toContain('Choose how well this is done')
  const given = {
    intent: 'countersign',
    version: await versionAt(web.senior, review),
    ...goodQuality,
    comment: 'Clear <b>',
  }
  expect((await sendForm(web.senior, review, given)).headers.location).toBe(`${base}/history`)
  const history = (await web.officer.get(`${base}/history`)).body
  for (const words of ['Countersigned', 'Clear &lt;b>', 'RoSH: High']) expect(history, words).toContain(words)
  expect((await web.senior.get('/countersigning')).body).not.toContain(base)
  expect((await web.senior.get(review)).body).toContain('does not wait for a countersignature')

  expect(web.pages.web.defects).toEqual([])
})
