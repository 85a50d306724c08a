import { randomUUID } from 'node:crypto'
import { noFacts, openReport, requestReport } from '../../domains/advice/index.ts'
import type { Services } from '../../platform/context/index.ts'
import { taggedPdf } from '../../platform/pdf/index.ts'
import { as, benchCourt, done, type Progress, type StaffSession, staffSessions, staffViewer } from './bench-register.ts'
import type { Figure } from './figures.ts'
import type { HttpClient } from './http-client.ts'
import { percentile } from './load.ts'
import { formBody, savingForm } from './saving-form.ts'

const prints = 60
/** Of each long text: some three to four pages of writing in all, as a standard report has. */
const sentences = 12

/** A full standard report: printed alone, and asked for over HTTP with its reading, its logging and its sending. */
export async function measureReportPdf(
  services: Services,
  client: HttpClient,
  known: readonly { readonly crn: string }[],
  progress: Progress,
): Promise<readonly Figure[]> {
  const [session] = await staffSessions(services, 1)
  const path = await writtenReport(services, client, session!, known[0]!.crn)
  const whole: number[] = []
  let size = 0
  for (let n = 0; n < prints + 3; n++) {
    const from = performance.now()
    const { status, headers, body } = await client.send('GET', `${path}/pdf`, { cookie: session!.cookie })
    if (n >= 3) whole.push(performance.now() - from)
    if (status !== 200 || headers['content-type'] !== 'application/pdf')
      throw new Error(`The report was not printed: ${status}`)
    size = body.length
    progress('report PDF', n + 1, prints + 3)
  }
  const alone: number[] = []
  for (let n = 0; n < prints + 3; n++) {
    const from = performance.now()
    await taggedPdf(standardReport())
    if (n >= 3) alone.push(performance.now() - from)
  }
  return [
    figure('standard report printed as a PDF over HTTP, p99', whole, `${Math.round(size / 1024)} kB`),
    figure('standard report drawn as a PDF, p99', alone, 'no database'),
  ]
}

function figure(name: string, times: readonly number[], more: string): Figure {
  const note = `one at a time, median ${percentile(times, 0.5).toFixed(0)} ms; ${more}`
  return { name, value: percentile(times, 0.99), unit: 'ms', target: { atMost: 300 }, note }
}

/** A standard report asked for and opened by the commands, and every long text of it written through its own pages. */
async function writtenReport(
  services: Services,
  client: HttpClient,
  { cookie }: StaffSession,
  crn: string,
): Promise<string> {
  const path = await as(services, staffViewer('bench.writer'), async ctx => {
    const { personId } = await ctx.tx.one<{ personId: string }>(
      'SELECT person_id AS "personId" FROM person.stub WHERE crn = $1',
      [crn],
    )
    const theft = { code: null, title: 'Theft from a shop', committedOn: null, convictedOn: null, main: true }
    const { id } = done(
      await requestReport(ctx, {
        ...{ personId, kind: 'after-conviction', courtCode: benchCourt.code, appearanceId: null, caseReference: null },
        ...{ requiredBy: ctx.today, neededBy: null, formId: randomUUID() },
        facts: { ...noFacts, offences: [{ ...theft, maximumPenalty: null }], plea: 'guilty' },
      }),
    )
    done(await openReport(ctx, { personId, group: [personId], requestId: id, depth: 'STANDARD' }))
    return `/case/${crn}/reports/${id}/report`
  })
  const overview = await client.send('GET', path, { cookie })
  const sections = [...new Set([...overview.body.matchAll(new RegExp(`${path}/([a-z-]+)`, 'g'))].map(([, one]) => one))]
  let texts = 0
  for (const section of sections) {
    const page = await client.send('GET', `${path}/${section}`, { cookie })
    const form = page.status === 200 ? savingForm(page.body) : null
    const fields = form?.fields.filter(({ kind, name }) => kind === 'text' && !name.endsWith('-own')) ?? []
    if (!form || fields.length === 0) continue
    const typed = Object.fromEntries(fields.map(({ name }) => [name, longText(name)]))
    const headers = { cookie, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
    const { status, body } = await client.send('POST', `${path}/${section}`, headers, formBody(form, typed))
    if (status !== 200) throw new Error(`Section ${section} of the report was not kept: ${status} ${body}`)
    texts += fields.length
  }
  if (texts < 12) throw new Error(`Only ${texts} texts of the report were written`)
  return path
}

function longText(name: string): string {
  if (name === 'mainOffence') return 'Theft from a shop'
  return Array.from(
    { length: sentences },
    (_, n) => `Sentence ${n + 1}, made up and as long as sentences of reports are, says what happened and why.`,
  ).join(' ')
}

function standardReport(): Parameters<typeof taggedPdf>[0] {
  const part = (n: number) => [
    { kind: 'heading', level: n % 3 === 0 ? 2 : 3, text: `Part ${n} of the report` } as const,
    { kind: 'paragraph', text: longText('part') } as const,
  ]
  return {
    ...{ title: 'Pre-sentence report', author: 'Bench', language: 'en-GB', at: '2026-11-22T09:00:00.000Z' },
    ...{ mark: null, foot: 'Pre-sentence report, version 1' },
    blocks: [
      { kind: 'heading', level: 1, text: 'Pre-sentence report' },
      { kind: 'pairs', pairs: Array.from({ length: 12 }, (_, n) => ({ label: `Fact ${n}`, text: 'As on record' })) },
      ...Array.from({ length: 20 }, (_, n) => part(n)).flat(),
      { kind: 'list', items: Array.from({ length: 15 }, (_, n) => `Fact ${n} of the record. Source: the record.`) },
    ],
  }
}
