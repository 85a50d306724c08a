import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { adviceServices, courtSenior, personOnRecord } from '../../../../test/support/advice-services.ts'
import { courtOfficer } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { addAccount, type Viewer } from '../../../platform/access/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import type { Result } from '../../../platform/errors/index.ts'
import { Conflict } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { openRequests } from '../queries/request-queue.ts'
import { noFacts } from '../request-model.ts'
import { requestById } from '../store/request-store.ts'
import { allocateRequest } from './allocate-request.ts'
import { recordPlea, replyBeforePlea } from './before-plea.ts'
import { bookInterview, interviewsOf, recordInterview } from './book-interview.ts'
import { answerTriage, decideTriage } from './decide-triage.ts'
import { endPilot, markPilot, pilotCourts } from './mark-pilot.ts'
import { moveRequiredBy } from './move-required-by.ts'
import { recordRequestAct } from './record-request-act.ts'
import { type ReportToRequest, requestReport } from './request-report.ts'
import { setWriterHours, writerHoursOn } from './set-writer-hours.ts'

let services: Services
let personId = ''
let today: '2026-03-02' | '2026-03-19' = '2026-03-02'
let people = 0
beforeAll(async () => {
  const base = adviceServices(await testDatabase())
  services = { ...base, clock: () => ({ ...base.clock(), today }) }
  await as(async ({ tx, now }) => {
    await tx.run(
      `INSERT INTO organisation.court (code, kind, name, area, active, valid_from)
       VALUES ('B10JQ', 'magistrates', 'North Tyneside', 'x', true, '1900-01-01') ON CONFLICT DO NOTHING`,
    )
    const account = { username: 'nora', displayName: 'Nora Pell', roles: ['court'] as const, regionCode: 'N07' }
    value(await addAccount(tx, { ...account, kind: 'person', openedBy: 'test' }, now))
  })
})
beforeEach(async () => {
  today = '2026-03-02'
  people += 1
  personId = (await personOnRecord(services, { sex: 'female', lastName: `Asterley ${people}` })).personId
})
afterAll(dropAll)

const ada = courtOfficer()
const zoe = courtSenior()
const as = <Value>(work: (ctx: Context) => Promise<Value>, viewer: Viewer = ada) =>
  inContext(services, { viewer, requestId: 't', channel: 'test' }, work)
function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const theft = {
  code: 'TH68010',
  title: 'Theft from a shop',
  committedOn: '2026-01-10',
  convictedOn: '2026-03-02',
  main: true,
  maximumPenalty: null,
} as const
const asked = (given: Partial<ReportToRequest> = {}): ReportToRequest => ({
  personId,
  kind: 'after-conviction',
  courtCode: 'B10JQ',
  appearanceId: null,
  caseReference: null,
  requiredBy: '2026-03-20',
  neededBy: null,
  formId: newId(),
  facts: { ...noFacts, offences: [theft], plea: 'guilty' },
  ...given,
})
const ask = async (given: Partial<ReportToRequest> = {}) => value(await as(ctx => requestReport(ctx, asked(given)))).id
const request = async (id: string) => (await as(ctx => requestById(ctx.tx, personId, id)))!

test('a report is asked for by hand once, however often the form is sent', async () => {
  const formId = newId()
  const id = await ask({ formId })
  expect(value(await as(ctx => requestReport(ctx, asked({ formId }))))).toEqual({ id, already: true })
  expect(await request(id)).toMatchObject({
    source: 'manual',
    state: 'REQUESTED',
    cohorts: [{ cohort: 'WOMEN', reasons: [{ code: 'recorded-female' }] }],
    triage: { suggestedDepth: 'SHORT' },
  })
})

test('the same form sent twice at the same instant makes one request', async () => {
  const formId = newId()
  const both = await Promise.all([0, 1].map(() => as(ctx => requestReport(ctx, asked({ formId })))))
  const [one, other] = both.map(value)
  expect(one?.id).toBe(other?.id)
  expect(
    both
      .map(value)
      .map(made => made.already)
      .sort(),
  ).toEqual([false, true])
  const held = await as(ctx => ctx.tx.rows('SELECT id FROM advice.request WHERE person_id = $1', [personId]))
  expect(held).toHaveLength(1)
})

test.each([
  ['requiredBy', 'not-a-sitting-day', { requiredBy: '2026-03-21' as const }],
  ['requiredBy', 'in-the-past', { requiredBy: '2026-02-27' as const }],
  ['requiredBy', 'missing', { requiredBy: null }],
  ['court', 'not-known', { courtCode: 'B99ZZ' }],
  ['mainOffence', 'missing', { facts: { ...noFacts, offences: [] } }],
  [
    'convictedOn',
    'before-offence',
    { facts: { ...noFacts, offences: [{ ...theft, convictedOn: '2026-01-09' as const }] } },
  ],
  [
    'convictedOn',
    'before-birth',
    { facts: { ...noFacts, offences: [{ ...theft, committedOn: null, convictedOn: '1980-01-01' as const }] } },
  ],
  ['prison', 'missing', { facts: { ...noFacts, offences: [theft], remand: 'custody' as const } }],
])('%s is refused with the fix (%s), and nothing is stored', async (field, code, given) => {
  const refused = await as(ctx => requestReport(ctx, asked(given)))
  expect(refused).toMatchObject({ ok: false, problems: [{ field, code }] })
  expect(await as(ctx => ctx.tx.rows('SELECT id FROM advice.request WHERE person_id = $1', [personId]))).toEqual([])
})

test('a decision that differs from the suggestion needs its reason, and is kept with it', async () => {
  const id = await ask()
  const { version } = await request(id)
  const decide = (depth: string, differsBecause: string, seen = version) =>
    as(ctx =>
      decideTriage(ctx, { personId, requestId: id, version: seen, depth, delivery: 'ORAL_ON_DAY', differsBecause }),
    )
  expect(await decide('ORAL', ' ')).toMatchObject({ ok: false, problems: [{ field: 'differsBecause' }] })
  value(await decide('ORAL', 'The court wants it today'))
  expect(await request(id)).toMatchObject({
    depth: 'ORAL',
    delivery: 'ORAL_ON_DAY',
    triage: { suggestedDepth: 'SHORT', decision: { differsBecause: 'The court wants it today', by: 'ada' } },
  })
  await expect(decide('SHORT', '')).rejects.toThrow(Conflict)
})

test('an answer changes the suggestion and leaves the decision standing', async () => {
  const id = await ask()
  const before = await request(id)
  const answers = { ...noFacts.answers, treatment: true }
  value(await as(ctx => answerTriage(ctx, { personId, requestId: id, version: before.version, answers })))
  const after = await request(id)
  expect(after.triage).toMatchObject({ suggestedDepth: 'STANDARD', decision: null })
  expect(after.facts.answers.treatment).toBe(true)
})

test('reallocation needs a reason and keeps what was written; only a writer can be chosen', async () => {
  const id = await ask()
  const give = (writer: string, reason = '') =>
    as(ctx => allocateRequest(ctx, { personId, requestId: id, writer, reason }))
  expect(await give('nobody')).toMatchObject({ ok: false, problems: [{ field: 'writer' }] })
  value(await give('nora'))
  value(await as(ctx => recordRequestAct(ctx, { personId, requestId: id, kind: 'started' })))
  expect(await give('nora')).toMatchObject({ ok: false, problems: [{ field: 'reason' }] })
  value(await give('nora', 'Back from leave'))
  expect(await request(id)).toMatchObject({ state: 'IN_PROGRESS', writer: { name: 'Nora Pell' } })
})

test('after a missed interview another is booked while there is time, else the report is not completed', async () => {
  const id = await ask()
  const on = { personId, requestId: id }
  const book = (day: '2026-03-02' | '2026-03-19' | '2026-03-23') =>
    as(ctx =>
      bookInterview(ctx, { ...on, day, startsAt: '10:00', how: 'phone', place: '', language: 'Polish', details: '' }),
    )
  expect(await book('2026-03-23')).toMatchObject({ ok: false, problems: [{ field: 'day' }] })
  value(await book('2026-03-02'))
  value(await book('2026-03-19'))
  const [first, second] = await as(ctx => interviewsOf(ctx.tx, personId, id))
  expect(first).toMatchObject({ startsAt: '10:00', language: 'Polish', outcome: null })
  const miss = (interviewId: string) =>
    as(ctx => recordInterview(ctx, { ...on, interviewId, outcome: 'missed', reason: '' }))
  expect(value(await miss(first!.id))).toEqual({ next: 'book-another' })
  await expect(miss(first!.id)).rejects.toThrow(Conflict)
  expect(await miss(second!.id)).toMatchObject({ ok: false, problems: [{ code: 'not-yet' }] })
  today = '2026-03-19'
  expect(value(await miss(second!.id))).toEqual({ next: 'not-completed' })
  expect((await request(id)).state).toBe('NOT_COMPLETED')
  const open = await as(ctx => openRequests(ctx.tx, { courts: ['B10JQ'], regionCode: null }))
  expect(open.filter(one => one.personId === personId)).toEqual([])
  expect(open.length).toBeGreaterThan(0)
})

test('the day the court needs it is changed with the one before kept, and never to a day it does not sit', async () => {
  const id = await ask()
  const move = (requiredBy: '2026-03-22' | '2026-03-27') =>
    as(ctx => moveRequiredBy(ctx, { personId, requestId: id, requiredBy, reason: 'Relisted' }))
  expect(await move('2026-03-22')).toMatchObject({ ok: false, problems: [{ code: 'not-a-sitting-day' }] })
  value(await move('2026-03-27'))
  const { requiredBy, acts } = await request(id)
  expect(requiredBy).toBe('2026-03-27')
  expect(acts.at(-1)).toMatchObject({ reason: 'Relisted', detail: { from: '2026-03-20', to: '2026-03-27' } })
})

test('a request before plea waits for the reply, and its report is sealed after a plea of not guilty', async () => {
  const beforePlea = {
    representative: 'Mina Vale',
    firm: null,
    initialDetailsOn: '2026-02-27',
    anticipatedPlea: 'guilty',
    bailOrPostal: true,
    magistratesSentence: true,
    guiltyToAllOnFullBasis: true,
    passesCommunityThreshold: true,
    consents: null,
  } as const
  const id = await ask({ kind: 'before-plea', facts: { ...noFacts, offences: [theft], beforePlea } })
  expect(await request(id)).toMatchObject({ state: 'AWAITING_REPLY', source: 'before-plea' })
  const reply = (given: string, reason: string) =>
    as(ctx => replyBeforePlea(ctx, { personId, requestId: id, reply: given, reason }), zoe)
  expect(await reply('refused-incomplete', '')).toMatchObject({ ok: false, problems: [{ field: 'reason' }] })
  expect(await reply('granted', '')).toMatchObject({ ok: false, problems: [{ field: 'reason' }] })
  value(await reply('granted', 'Consent was given by phone'))
  value(await as(ctx => recordPlea(ctx, { personId, requestId: id, plea: 'not-guilty' })))
  const sealed = await request(id)
  expect(sealed).toMatchObject({ state: 'SEALED', facts: { plea: 'not-guilty' } })
  expect(sealed.acts.map(one => one.kind)).toEqual(['asked-before-plea', 'granted', 'sealed'])
})

test('hours of writers hold from their day, and pilots do not overlap', async () => {
  const hours = (amount: string) =>
    as(ctx => setWriterHours(ctx, { writer: 'nora', hours: amount, fromDay: today }), zoe)
  expect(await hours('many')).toMatchObject({ ok: false, problems: [{ field: 'hours' }] })
  value(await hours('18.5'))
  expect(await as(ctx => writerHoursOn(ctx.tx, today))).toMatchObject([{ name: 'Nora Pell', hoursAWeek: 18.5 }])
  const head = courtOfficer('ruth', { roles: ['pdu-head'] })
  const mark = () => as(ctx => markPilot(ctx, { courtCode: 'B10JQ', fromDay: today, note: '' }), head)
  value(await mark())
  expect(await mark()).toMatchObject({ ok: false, problems: [{ code: 'pilot-open' }] })
  const [pilot] = await as(ctx => pilotCourts(ctx.tx))
  value(await as(ctx => endPilot(ctx, { id: pilot!.id, version: 1, toDay: '2026-04-01' }), head))
  await expect(as(ctx => endPilot(ctx, { id: pilot!.id, version: 1, toDay: '2026-04-02' }), head)).rejects.toThrow(
    Conflict,
  )
})
