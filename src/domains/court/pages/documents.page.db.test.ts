import { afterAll, beforeAll, expect, test } from 'vitest'
import { courtWeb } from '../../../../test/support/court-web.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { multipart } from '../../../../test/support/multipart.ts'
import { sizeOf } from './documents.page.tsx'

let web: Awaited<ReturnType<typeof courtWeb>>
beforeAll(async () => {
  web = await courtWeb(await testDatabase())
})
afterAll(async () => {
  await web.close()
  await dropAll()
})

test('documents are added to a case, read as they came, and taken off by who added them', async () => {
  const [defendant] = await web.listed()
  const path = `${defendant!.path}/documents`
  const ada = await web.browserAs('ada')
  const ben = await web.browserAs('ben')
  const _csrf = await ada.token(path)
  const send = (files: Parameters<typeof multipart>[1]) =>
    web.app.inject({
      method: 'POST',
      url: path,
      cookies: Object.fromEntries(ada.cookies),
      ...multipart({ _csrf, intent: 'add' }, files),
    })
  expect((await ada.get(path)).body).toContain('No document has been added to this case.')

  const text = 'Pré-convictions <b>\n\u0001'
  const added = await send([{ field: 'files', name: '../Zeugnis “ä”.txt', content: Buffer.from(text) }])
  expect(added.statusCode).toBe(303)
  const page = await ben.get(path)
  expect(page.body).toContain('Zeugnis “ä”.txt')
  const file = /href="(\/court\/documents\/[^"]+)"/.exec(page.body)![1]!
  const got = await ben.get(file)
  expect([got.statusCode, got.body]).toEqual([200, text])
  expect(got.headers['content-disposition']).toMatch(/^attachment; filename="Zeugnis/)
  expect(got.headers['content-type']).toContain('text/plain')

  for (const [name, content, message] of [
    ['tool.exe', 'MZ', 'tool.exe cannot be added'],
    ['empty.txt', '', 'empty.txt is empty'],
  ] as const) {
    const refused = await send([{ field: 'files', name, content: Buffer.from(content) }])
    expect([refused.statusCode, refused.body.includes(message)]).toEqual([400, true])
  }
  expect((await send([])).body).toContain('Select a file')

  const document = file.split('/').at(-1)!
  const byBen = { _csrf: await ben.token(path), intent: 'delete', document }
  expect((await ben.post(path, byBen)).statusCode).toBe(403)
  expect((await ada.post(path, { _csrf, intent: 'delete', document })).statusCode).toBe(303)
  expect((await ben.get(file)).statusCode).toBe(404)
  expect(web.defects).toEqual([])
})

test.each([
  [1, '1 byte'],
  [2048, '2 KB'],
  [3_250_586, '3.1 MB'],
])('%d bytes read as %s', (bytes, words) => {
  expect(sizeOf(bytes)).toBe(words)
})
