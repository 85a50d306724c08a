import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../../../test/support/read-pdf.ts'
import { type ReportWeb, reportWeb } from '../../../../test/support/report-web.ts'
import { countersignReport, signReport } from '../commands/sign-report.ts'
import { addAct, requestForChange } from '../store/request-store.ts'

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

test('nothing of a sealed report is shown or disclosed, on any of its pages', async () => {
  const at = await web.requested()
  await web.written(at)
  const ada = await web.staff('ada.sealed', 'court')
  expect((await ada.get(`${at.path}/pdf`)).statusCode).toBe(200)
  await web.as(async ctx =>
    addAct(ctx, await requestForChange(ctx, at), { kind: 'sealed', reason: 'Not guilty', detail: {} }),
  )
  const proposal = at.path.replace(/report$/, 'proposal')
  const pages = ['', '/risk', '/check', '/pdf', '/easy', '/easy.pdf', '/deliver'].map(one => `${at.path}${one}`)
  for (const page of [...pages, proposal, `${proposal}/facts`]) {
    const got = await ada.get(page)
    expect([page, got.statusCode]).toEqual([page, 410])
    expect(got.body).toContain('sealed')
  }
})

test('a countersigner who may not see the person finds no report, and signs nothing', async () => {
  const at = await web.requested()
  await web.written(at, 'SHORT', { riskToPublic: 'HIGH' })
  await web.ready(at)
  await web.must(web.as(ctx => signReport(ctx, { ...at, authorQualified: true })))
  await web.restricted(at)
  const senior = { ...web.writer, username: 'sal', roles: ['team-manager' as const] }
  await expect(web.as(ctx => countersignReport(ctx, at), senior)).rejects.toThrow('no report')
  const signed = await web.machine(ctx =>
    ctx.tx.rows('SELECT 1 FROM advice.report_signed WHERE person_id = $1', [at.personId]),
  )
  expect(signed).toHaveLength(1)
})
