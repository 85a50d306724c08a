import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../../../test/support/read-pdf.ts'
import { type ReportWeb, reportWeb, sendForm } from '../../../../test/support/report-web.ts'
import { inContext } from '../../../platform/context/index.ts'
import { newVersion } from '../commands/open-report.ts'
import { countersignReport, signReport } from '../commands/sign-report.ts'
import { keptPdf, reportVersions } from '../queries/report-standing.ts'
import { documentHash } from '../rules/report-document.ts'
import { requestById } from '../store/request-store.ts'

let web: ReportWeb
beforeAll(async () => {
  web = await reportWeb()
})
afterAll(() => web.close())

const sign = (at: Awaited<ReturnType<ReportWeb['requested']>>, authorQualified: boolean | null = true) =>
  web.as(ctx => ctx.attempt(() => signReport(ctx, { ...at, authorQualified })))

test('what stands in the way is listed with links, and signing is refused naming each', async () => {
  const at = await web.requested()
  await web.written(at, 'SHORT', { proposedSentence: '' })
  const ada = await web.staff('ada', 'court')
  const page = (await ada.get(`${at.path}/check`)).body
  expect(page).toContain(`href="${at.path}/proposal#proposedSentence"`)
  expect(page).toContain('At least a basic one comes before the report'.toLowerCase().slice(3, 20))
  expect(page).not.toContain('Sign the report')
  const refused = await sign(at)
  expect(refused.ok ? [] : refused.problems.map(problem => problem.code)).toEqual([
    ...['field-missing', 'assessment-missing', 'proposal-missing', 'enquiry-open', 'enquiry-open'],
  ])
})

test('a signed report is locked, hashed, printed, announced once, and changed only by a new version with a reason', async () => {
  const at = await web.requested()
  await web.written(at)
  await web.ready(at)
  expect(await sign(at, null)).toMatchObject({ ok: false, problems: [{ field: 'authorQualified' }] })
  expect(await sign(at)).toEqual({ ok: true, value: { complete: true } })
  const [version] = await web.as(ctx => reportVersions(ctx.tx, at.group, at.requestId))
  const [signature] = version!.signatures
  expect(version!.state).toBe('signed')
  expect(documentHash(signature!.document)).toBe(signature!.sha256)
  const pdf = await web.as(ctx => keptPdf(ctx.tx, at.group, signature!.id))
  expect(readPdf(pdf!).text.replace(/\s+/g, ' ')).toContain('section 31 of the Sentencing Act 2020')
  expect(readPdf(pdf!).text).not.toContain('DRAFT')
  expect((await web.as(ctx => requestById(ctx.tx, at.group, at.requestId)))?.state).toBe('SIGNED')
  const events = await web.rows<{ body: object }>(
    "SELECT body FROM platform.outbox WHERE person_id = $1 AND type = 'pre-sentence-report-created'",
    [at.personId],
  )
  expect(events.map(event => event.body)).toEqual([
    { requestId: at.requestId, reportId: version!.id, versionNo: 1, link: `${at.path}/pdf` },
  ])

  const ada = await web.staff('ada2', 'court')
  const late = await ada.post(`${at.path}/risk`, {
    _csrf: await ada.token(at.path),
    intent: 'save',
    'seen.riskPredictors': '0.x',
    riskPredictors: 'Late',
  })
  expect(late.statusCode).toBe(409)
  expect((await ada.get(`${at.path}/risk`)).body).not.toContain('<textarea')
  await expect(sign(at)).rejects.toThrow('signed')
  const version2 = (reason: string) => web.as(ctx => ctx.attempt(() => newVersion(ctx, { ...at, reason })))
  expect(await version2(' ')).toMatchObject({ ok: false, problems: [{ field: 'reason' }] })
  expect((await version2('A new offence came to light')).ok).toBe(true)
  const versions = await web.as(ctx => reportVersions(ctx.tx, at.group, at.requestId))
  expect(versions.map(one => [one.versionNo, one.state])).toEqual([
    [2, 'open'],
    [1, 'signed'],
  ])
  const page = (await ada.get(at.path)).body
  expect(page).toContain('Changed because: A new offence came to light')
  const old = await ada.get(`${at.path}/pdf?version=1`)
  expect(old.headers['content-type']).toContain('application/pdf')
})

test('dangerousness waits for a countersigner other than the author, who may send it back with a comment', async () => {
  const at = await web.requested()
  await web.written(at, 'SHORT', { isDangerousReport: 'yes', spoName: 'Sam Senior' })
  await web.ready(at)
  expect(await sign(at)).toEqual({ ok: true, value: { complete: false } })
  const state = async () => (await web.as(ctx => reportVersions(ctx.tx, at.group, at.requestId)))[0]!.state
  expect(await state()).toBe('awaiting-countersign')
  const authorAsSenior = { ...web.writer, roles: ['team-manager'] as const }
  const own = await inContext(web.web.services, { viewer: authorAsSenior, requestId: 't', channel: 'test' }, ctx =>
    ctx.attempt(() => countersignReport(ctx, at)),
  )
  expect(own).toMatchObject({ ok: false, problems: [{ code: 'own-report' }] })

  const spo = await web.staff('senior', 'team-manager')
  const check = `${at.path}/check`
  expect((await spo.get(check)).body).toContain('It assesses dangerousness')
  expect((await sendForm(spo, check, { intent: 'return' })).body).toContain('Say what needs to change')
  await sendForm(spo, check, { intent: 'return', comment: 'Name the offence in full.' })
  expect(await state()).toBe('returned')
  expect((await spo.get(at.path)).body).toContain('Name the offence in full.')
  expect(await sign(at)).toEqual({ ok: true, value: { complete: false } })
  expect((await sendForm(spo, check, { intent: 'countersign' })).statusCode).toBe(303)
  const [version] = await web.as(ctx => reportVersions(ctx.tx, at.group, at.requestId))
  expect([version!.state, version!.signatures.map(one => one.as)]).toEqual([
    'signed',
    ['author', 'author', 'countersigner'],
  ])
  expect(version!.signatures.at(-1)!.document.countersigner?.name).toBe('senior')
  const court = await web.staff('clerk', 'court')
  expect((await sendForm(court, check, { intent: 'countersign' })).statusCode).toBe(403)
  expect(web.web.defects).toEqual([])
})
