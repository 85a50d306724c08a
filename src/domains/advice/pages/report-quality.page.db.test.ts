import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReportWeb, reportWeb, sendForm } from '../../../../test/support/report-web.ts'
import { allocateRequest } from '../commands/allocate-request.ts'
import { checkReportQuality } from '../commands/check-report-quality.ts'
import { signReport } from '../commands/sign-report.ts'
import { reportVersions } from '../queries/report-standing.ts'
import { isDrawnForQuality } from '../rules/report-quality.ts'

let web: ReportWeb
beforeAll(async () => {
  web = await reportWeb()
})
afterAll(() => web.close())

/** Signs reports of new people until one is drawn, as chance has it; answers it with one that was not drawn. */
async function drawnAndNot(signer: ReportWeb['writer'] = web.writer) {
  let other: string | null = null
  for (let tries = 0; tries < 80; tries += 1) {
    const at = await web.requested()
    await web.written(at)
    const [version] = await web.as(ctx => reportVersions(ctx.tx, at.group, at.requestId))
    const { outcome } = isDrawnForQuality({ reportId: version!.id, depth: 'SHORT' }, '2026-11-22')
    if (outcome === 'not-drawn' && other !== null) continue
    await web.ready(at)
    if (signer !== web.writer) {
      const over = { personId: at.personId, requestId: at.requestId, writer: signer.username, reason: 'Takes it over' }
      await web.must(web.as(ctx => allocateRequest(ctx, over)))
    }
    await web.must(web.as(ctx => signReport(ctx, { ...at, authorQualified: true }), signer))
    if (outcome === 'drawn' && other !== null) return { at, reportId: version!.id, other }
    if (outcome === 'not-drawn') other = version!.id
  }
  throw new Error('No report was drawn.')
}

const check = '/reports/quality/check'

test('a drawn report is checked once, by somebody else; its author sees the feedback and its numbers open lists', async () => {
  const { at, reportId, other } = await drawnAndNot()
  const spo = await web.staff('senior', 'team-manager')
  const list = (await spo.get('/reports/quality')).body
  expect(list).toContain(`href="${check}?report=${reportId}"`)
  expect(list).not.toContain(other)
  expect(list).toContain('quality is not known')
  expect((await spo.get(`${check}?report=${other}`)).statusCode).toBe(404)
  expect((await spo.get(`${check}?report=not-an-id`)).statusCode).toBe(404)
  expect((await spo.get(check)).body).toContain('Choose a report from the sample')

  const form = `${check}?report=${reportId}`
  const answers = { analytical: '4', personalised: '3', sources: '3', involvement: '2', victim: '1' }
  const sent = { intent: 'check', report: reportId, ...answers, sufficient: 'no', feedback: 'Name the <victim>.' }
  const empty = await sendForm(spo, form, { ...sent, victim: '9', sufficient: '', feedback: ' ' })
  expect(empty.statusCode).toBe(400)
  for (const text of ['Choose an answer: Does it consider', 'Say whether the report', 'Write feedback'])
    expect(empty.body).toContain(text)
  const forged = await sendForm(spo, form, { ...sent, report: other })
  expect(forged.statusCode).toBe(404)

  const done = await sendForm(spo, form, sent)
  expect([done.statusCode, done.headers.location]).toEqual([303, '/reports/quality'])
  expect((await spo.get(form)).statusCode).toBe(404)
  const [row] = await web.rows<{ percent: number; sufficient: boolean; author: string }>(
    'SELECT percent, sufficient, author FROM advice.report_check WHERE person_id = $1',
    [at.personId],
  )
  expect(row).toEqual({ percent: 53, sufficient: false, author: 'writer' })

  const scores = (await spo.get('/reports/quality?by=kind&group=SHORT&show=checked')).body
  for (const text of ['53%', '0%', 'Few', 'Not known', `href="${at.path}"`]) expect(scores).toContain(text)
  expect((await spo.get('/reports/quality?by=kind&group=SHORT&show=sufficient')).body).not.toContain(at.path)

  const author = await web.staff('writer', 'practitioner')
  expect((await author.get(at.path)).body).toContain('Name the &lt;victim>.')
  expect((await author.get('/reports/quality')).statusCode).toBe(403)
  const colleague = await web.staff('colleague', 'practitioner')
  expect((await colleague.get(at.path)).body).not.toContain('Name the')
  const analyst = await web.staff('priya', 'analyst')
  const figures = (await analyst.get('/reports/quality?by=kind&group=SHORT&show=checked')).body
  expect(figures).toContain('Your role sees figures')
  expect(figures).not.toContain(at.path)
  expect((await analyst.get(form)).statusCode).toBe(403)
  expect(web.web.defects).toEqual([])
})

test('nobody checks their own report, nor sees it among those to check', async () => {
  const lead = { ...web.writer, username: 'lead', name: 'lead', roles: ['team-manager'] as const }
  const author = await web.staff('lead', 'team-manager')
  const { reportId } = await drawnAndNot(lead)
  expect((await author.get('/reports/quality')).body).not.toContain(reportId)
  const form = `${check}?report=${reportId}`
  expect((await author.get(form)).body).toContain('You wrote this report')
  const input = { reportId, answers: {}, sufficient: 'yes', feedback: 'Good.' }
  const refused = await web.as(ctx => ctx.attempt(() => checkReportQuality(ctx, input)), lead)
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'own-report' }] })
  expect(await web.rows('SELECT 1 FROM advice.report_check WHERE report_id::text = $1', [reportId])).toEqual([])
})
