import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReportWeb, reportWeb, sendForm } from '../../../../test/support/report-web.ts'
import { staffBrowser } from '../../../../test/support/staff-for-tests.ts'
import { signReport } from '../commands/sign-report.ts'

let web: ReportWeb
beforeAll(async () => {
  web = await reportWeb()
})
afterAll(() => web.close())

const bench = (username: string, courtCodes: readonly string[]) =>
  staffBrowser(web.web, {
    username,
    roles: ['sentencer'],
    regionCode: 'J',
    teamCode: 'J1T001',
    providerCode: 'J1',
    courtCodes: [...courtCodes],
  })

test('a sentencer reads today’s delivered reports of their own courts, and nobody else’s, and each reading is logged', async () => {
  const at = await web.requested()
  await web.as(ctx => ctx.tx.run('UPDATE advice.request SET required_by = $2 WHERE id = $1', [at.requestId, ctx.today]))
  await web.written(at, 'SHORT', { proposedSentence: 'A community order of 12 months.' })
  await web.ready(at)
  const judge = await bench('judge', ['B10JQ'])
  const url = `/sentencer/reports/${at.requestId}`
  await web.as(ctx => signReport(ctx, { ...at, authorQualified: true }))
  expect((await judge.get('/sentencer')).body).toContain('No signed report has been delivered')
  expect((await judge.get(url)).statusCode).toBe(404)

  const ada = await web.staff('ada', 'court')
  const sent = { intent: 'deliver', way: 'court-store', day: 'today', time: '9:00am' }
  expect((await sendForm(ada, `${at.path}/deliver`, sent)).statusCode).toBe(303)
  expect((await judge.get('/sentencer')).body).toContain(`href="${url}"`)
  const page = await judge.get(url)
  expect([page.statusCode, page.body.includes('A community order of 12 months.')]).toEqual([200, true])
  expect(page.body).not.toContain('<textarea')
  const logged = await web.rows(
    "SELECT 1 AS n FROM platform.audit_entry WHERE body::text LIKE '%advice.read-report-at-court%'",
  )
  expect(logged).toHaveLength(1)

  const elsewhere = await bench('elsewhere', ['B01EF'])
  expect((await elsewhere.get('/sentencer')).body).not.toContain(url)
  expect((await elsewhere.get(url)).statusCode).toBe(404)
  expect((await ada.get('/sentencer')).statusCode).toBe(403)
  expect((await judge.get(at.path)).statusCode).toBe(403)
  expect(web.web.defects).toEqual([])
})
