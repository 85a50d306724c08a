import {
  answersOf,
  type Question,
  questionSet,
  type Section,
  saveAnswers,
  sectionsFor,
  startAssessment,
} from '../../domains/assessment/index.ts'
import { machine } from '../../platform/access/index.ts'
import type { Services } from '../../platform/context/index.ts'
import { type ApplicationProcess, processorTimeOf } from './application-process.ts'
import { as, done, type Progress, type StaffSession, staffSessions, staffViewer } from './bench-register.ts'
import type { Figure } from './figures.ts'
import { type HttpClient, httpClient } from './http-client.ts'
import { closedLoop, percentile, type Timed } from './load.ts'
import { measureReportPdf } from './report-pdf-figures.ts'
import { formBody, type SavingForm, savingForm } from './saving-form.ts'

const clients = 16
const opened = 320
const views = 2400
const saves = 2400
/** Written before the pages are measured, and loaded afterwards: four areas of need, the screening (the longest section)
 *  and the largest part of the full analysis. */
const loaded: readonly string[] = ['3', '6', '8', '11', 'ROSH', 'R8']

type OpenAssessment = { readonly personId: string; readonly path: string }

/** Sections of full assessments opened, and autosaved, by 16 clients at a time, and reports printed. */
export async function measureForms(
  services: Services,
  application: ApplicationProcess,
  known: readonly { readonly crn: string }[],
  progress: Progress,
): Promise<readonly Figure[]> {
  const assessments = await openAssessments(services, known.slice(0, opened), progress)
  const sessions = await staffSessions(services, clients)
  const client = httpClient(application.url)
  try {
    await viewed(client, sessions, assessments, views / 8, () => {})
    const before = await audited(services, 'person.open-case')
    const opening = await withProcessorTime(application, () => viewed(client, sessions, assessments, views, progress))
    const looks = (await audited(services, 'person.open-case')) - before
    const kept = await audited(services, 'assessment.save-answers')
    const saving = await withProcessorTime(application, () => saved(client, sessions, assessments, progress))
    const changes = (await audited(services, 'assessment.save-answers')) - kept
    return [
      figure('section of an assessment opened, p99', opening, 50),
      figure('section of an assessment autosaved, p99', saving, 30),
      {
        name: 'section looks and saves without an audit row',
        value: missing(opening.timed, looks) + missing(saving.timed, changes),
        unit: 'requests',
        target: { atMost: 0 },
        note: `of ${opening.timed.length + saving.timed.length}`,
      },
      ...(await measureReportPdf(services, client, known, progress)),
    ]
  } finally {
    client.close()
  }
}

async function viewed(
  client: HttpClient,
  sessions: readonly StaffSession[],
  assessments: readonly OpenAssessment[],
  requests: number,
  progress: Progress,
): Promise<readonly Timed[]> {
  const { timed } = await closedLoop(
    { clients, requests },
    (n, who) => ({
      kind: 'view',
      send: async () => {
        const { path } = assessments[(n * 7) % assessments.length]!
        const section = loaded[n % loaded.length]!
        const { status, body } = await client.send('GET', `${path}/${section}`, { cookie: sessions[who]!.cookie })
        return status === 200 && body.includes('data-saves="autosave"') && body.includes(written(section))
      },
    }),
    (at, all) => progress('sections', at, all),
  )
  return timed
}

/** Each client writes on in the text of a person of its own: the form once, then save upon save as the browser sends
 *  it, with what the last answer gave for the hidden fields. */
async function saved(
  client: HttpClient,
  sessions: readonly StaffSession[],
  assessments: readonly OpenAssessment[],
  progress: Progress,
): Promise<readonly Timed[]> {
  const section = loaded[0]!
  const forms: { readonly path: string; readonly form: SavingForm; readonly question: string; seen: string }[] = []
  for (let who = 0; who < clients; who++) {
    const path = `${assessments[who]!.path}/${section}`
    const { body } = await client.send('GET', path, { cookie: sessions[who]!.cookie })
    const form = savingForm(body)
    const text = form?.fields.find(({ kind, value }) => kind === 'text' && value === written(section))
    const seen = form?.fields.find(({ name }) => name === 'seen')
    if (!form || !text || !seen) throw new Error(`The form of ${path} does not save itself`)
    forms.push({ path, form, question: text.name, seen: seen.value })
  }
  const { timed } = await closedLoop(
    { clients, requests: saves },
    (n, who) => ({
      kind: 'save',
      send: async () => {
        const one = forms[who]!
        const typed = { seen: one.seen, [one.question]: `${written(section)} And then ${n}.` }
        const { status, body } = await client.send(
          'POST',
          one.path,
          {
            ...{ cookie: sessions[who]!.cookie, accept: 'application/json' },
            'content-type': 'application/x-www-form-urlencoded',
          },
          formBody(one.form, typed),
        )
        if (status !== 200) return false
        const answer = JSON.parse(body) as { hidden: { seen: string }; problems: readonly unknown[] }
        const grew = answer.hidden.seen !== one.seen
        one.seen = answer.hidden.seen
        return grew && answer.problems.length === 0
      },
    }),
    (at, all) => progress('autosave', at, all),
  )
  return timed
}

/** Full assessments of some hundred people, opened and written by the commands. */
async function openAssessments(
  services: Services,
  known: readonly { readonly crn: string }[],
  progress: Progress,
): Promise<readonly OpenAssessment[]> {
  const writer = staffViewer('bench.assessor')
  const made: OpenAssessment[] = []
  for (const { crn } of known) {
    made.push(
      await as(services, writer, async ctx => {
        const { personId } = await ctx.tx.one<{ personId: string }>(
          'SELECT person_id AS "personId" FROM person.stub WHERE crn = $1',
          [crn],
        )
        const about = { personId, layer: 'L3', purpose: 'review', periodId: null } as const
        const { id } = done(await startAssessment(ctx, { ...about, continueOrLock: 'lock' }))
        // Carried forward when the register was kept from a run before.
        const seen = Object.fromEntries(
          [...(await answersOf(ctx.tx, [personId], id))].map(([code, { version }]) => [code, version]),
        )
        for (const section of sectionsFor(questionSet(ctx.today), 'L3')) {
          if (!loaded.includes(section.code)) continue
          const answers = answersTo(section)
          const kept = done(
            await saveAnswers(ctx, { personId, assessmentId: id, section: section.code, answers, seen }),
          )
          if (kept.problems.length > 0) throw new Error(`Answers of ${section.code}: ${JSON.stringify(kept.problems)}`)
        }
        return { personId, path: `/case/${crn}/assessments/${id}` }
      }),
    )
    progress('assessments', made.length, known.length)
  }
  return made
}

function answersTo(section: Section): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    section.questions.flatMap(question => {
      const answer = answerTo(question, section.code)
      return answer === null ? [] : [[question.code, answer] as const]
    }),
  )
}

function answerTo({ kind, options }: Question, section: string): string | readonly string[] | null {
  if (kind === 'text') return written(section)
  if (kind === 'count') return '1'
  if (kind === 'date') return null
  const first = options[0]?.code ?? ''
  return kind === 'choices' ? [first] : first
}

function written(section: string): string {
  return `Made up for section ${section}: settled for now, with a friend who has said that it cannot last.`
}

type Measured = { readonly timed: readonly Timed[]; readonly processorMs: number | null }

/** With the processor time the application took for each request, which other work on the machine does not change. */
async function withProcessorTime(
  { pid }: ApplicationProcess,
  load: () => Promise<readonly Timed[]>,
): Promise<Measured> {
  const before = processorTimeOf(pid)
  const timed = await load()
  const after = processorTimeOf(pid)
  return { timed, processorMs: before === null || after === null ? null : (after - before) / timed.length }
}

function figure(name: string, { timed, processorMs }: Measured, atMost: number): Figure {
  const right = timed.filter(one => one.ok)
  const times = timed.map(one => one.ms)
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)]
  const wrong = timed.length - right.length
  const errors = wrong > 0 ? `, ${wrong} not right` : ''
  const processor = processorMs === null ? '' : `, processor ${processorMs.toFixed(1)} ms each`
  const note = `${clients} clients without a pause; p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}${processor}${errors}`
  return { name, value: percentile(times, 0.99), unit: 'ms', target: { atMost }, note }
}

function missing(timed: readonly Timed[], rows: number): number {
  return Math.max(0, timed.filter(one => one.ok).length - rows)
}

/** Requests of the staff of the bench that left an audit row of this kind. */
async function audited(services: Services, what: string): Promise<number> {
  return as(services, machine('bench'), async ctx => {
    const { n } = await ctx.tx.one<{ n: number }>(
      `SELECT count(DISTINCT body::jsonb ->> 'request') AS n FROM platform.audit_entry
        WHERE actor LIKE 'bench.%' AND what = $1`,
      [what],
    )
    return n
  })
}
