import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReportWeb, reportWeb, sendForm } from '../../../../test/support/report-web.ts'
import { signReport } from '../commands/sign-report.ts'
import { requestById } from '../store/request-store.ts'

let web: ReportWeb
beforeAll(async () => {
  web = await reportWeb()
})
afterAll(() => web.close())

test('a report given by word of mouth needs who, when and the note; then it stands as delivered', async () => {
  const at = await web.requested()
  await web.written(at, 'ORAL')
  await web.ready(at)
  const ada = await web.staff('ada', 'court')
  const url = `${at.path}/deliver`
  const spoken = { intent: 'deliver', way: 'spoken-in-court', day: 'today', time: '9:00am' }
  expect((await sendForm(ada, url, spoken)).body).toContain('The report has not been signed yet')
  expect((await web.as(ctx => signReport(ctx, { ...at, authorQualified: true }))).ok).toBe(true)
  const wrong = async (fields: Record<string, string>) => (await sendForm(ada, url, { ...spoken, ...fields })).body
  expect(await wrong({})).toContain('Say who gave the report in court')
  expect(await wrong({ spokenBy: 'Ada' })).toContain('Keep a note of what was said in court')
  expect(await wrong({ time: '8:00am' })).toContain('after the report was signed')
  expect(await wrong({ time: '5:00pm' })).toContain('a time that has passed')
  expect(await wrong({ time: 'later' })).toContain('href="#time"')
  expect((await sendForm(ada, url, { ...spoken, spokenBy: 'Ada', writtenNote: 'Told the bench.' })).statusCode).toBe(
    303,
  )
  expect((await web.as(ctx => requestById(ctx.tx, at.group, at.requestId)))?.state).toBe('DELIVERED')
  expect((await ada.get(at.path)).body).toContain('Given in court by word of mouth')
  expect(await wrong({ spokenBy: 'Ada', writtenNote: 'Again.' })).toContain('has been delivered already')
  expect(web.web.defects).toEqual([])
})
