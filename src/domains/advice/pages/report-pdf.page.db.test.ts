import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../../../test/support/read-pdf.ts'
import { type ReportWeb, reportWeb } from '../../../../test/support/report-web.ts'

let web: ReportWeb
beforeAll(async () => {
  web = await reportWeb()
})
afterAll(() => web.close())

test('a draft is printed with its mark, and each print is logged as a disclosure', async () => {
  const at = await web.requested()
  const ada = await web.staff('ada', 'court')
  expect((await ada.get(`${at.path}/pdf`)).statusCode).toBe(404)
  await web.written(at)
  const got = await ada.get(`${at.path}/pdf`)
  expect([got.statusCode, got.headers['content-type']]).toEqual([200, 'application/pdf'])
  const { text, objects } = readPdf(got.rawPayload)
  expect(text).toContain('DRAFT')
  expect(text).toContain('It has not been signed')
  expect(objects).toContain('/StructTreeRoot')
  const logged = await web.rows<{ n: number }>(
    "SELECT 1 AS n FROM platform.audit_entry WHERE body::text LIKE '%disclose%advice.report-pdf%'",
  )
  expect(logged).toHaveLength(1)
  expect((await ada.get(`${at.path}/pdf?version=9`)).statusCode).toBe(404)
  expect(web.web.defects).toEqual([])
})
