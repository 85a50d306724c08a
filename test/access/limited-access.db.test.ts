import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breachCharge, hearingMessage, type Listing } from '../../src/app/demonstration/court-messages.ts'
import { spiResult } from '../../src/app/demonstration/spi-result.ts'
import { saveReport } from '../../src/domains/advice/commands/save-report.ts'
import { noFacts, openReport } from '../../src/domains/advice/index.ts'
import { markOf } from '../../src/domains/advice/rules/save-text.ts'
import { addGoal, addRiskAction, scoreAssessment } from '../../src/domains/assessment/index.ts'
import { answerForTest, openForTest } from '../../src/domains/assessment/signing.fixture.ts'
import { takeInMessage } from '../../src/domains/court/index.ts'
import { answerEnquiry, askEnquiry, limitAccess, limitsOf } from '../../src/domains/person/index.ts'
import { machine, roles } from '../../src/platform/access/index.ts'
import type { Result } from '../../src/platform/errors/index.ts'
import { type DbRole, newId } from '../../src/platform/store/index.ts'
import { addressOf, nothingThere, type Seeded, seededThings } from '../support/addresses.ts'
import { dropAll } from '../support/database.ts'
import { multipart } from '../support/multipart.ts'
import { type Caller, type ProductServer, productServer } from '../support/product-server.ts'

/** Words that stand nowhere but in this person's rows; compared without regard to case. */
const marks = [
  'Quoxwell',
  'Zephyrine',
  '1961-02-03',
  '3 February 1961',
  'Umbrage Parade',
  'NE4 9ZZ',
  'marzipan zeppelin',
  'noteworthy-mark',
  'commented-mark',
  'drafted-mark',
  'filed-mark',
  'enquired-mark',
  'told-mark',
  'assessed-mark',
  'goal-mark',
  'action-mark',
  'requested-mark',
  'reported-mark',
] as const

let server: ProductServer
let limited: Seeded
const lines: string[] = []

beforeAll(async () => {
  const keep = (...words: unknown[]) => void lines.push(JSON.stringify(words))
  server = await productServer({ log: { request: keep, defect: keep, job: keep, state: keep } })
  limited = await limitedPerson()
}, 180_000)
afterAll(async () => {
  await server?.close()
  await dropAll()
})

describe('what is held of a restricted person', () => {
  test('is shown to who is named on the restriction, so that the search below could find it', async () => {
    const named = await server.signedIn('practitioner')
    const record = await get(named, `/case/${limited.crn}`)
    expect(marksIn(record)).toEqual(expect.arrayContaining(['Quoxwell', 'Zephyrine', '3 February 1961']))
    const hearing = await get(named, `/court/defendants/${limited.person}/${limited.appearance}`)
    expect(marksIn(hearing)).toEqual(expect.arrayContaining(['marzipan zeppelin', 'noteworthy-mark', 'commented-mark']))
    expect(marksIn(await get(named, '/search?q=Quoxwell'))).toContain('Zephyrine')
    const pages = {
      '/enquiries': ['enquired-mark', 'told-mark'],
      [`/assessments/${limited.assessment}/2`]: ['assessed-mark'],
      '/plan': ['goal-mark'],
      '/plan/risk-actions': ['action-mark'],
      [`/reports/${limited.request}`]: ['requested-mark'],
      [`/reports/${limited.request}/report/offence-analysis`]: ['reported-mark'],
    }
    for (const [path, words] of Object.entries(pages)) {
      const body = await get(named, `/case/${limited.crn}${path}`)
      expect([path, marksIn(body)]).toEqual([path, expect.arrayContaining(words)])
    }
  })

  test('stands in no page and no answer of the API for anybody else', async () => {
    const others = { ...(await seededThings(server)), ...limited }
    const found: string[] = []
    for (const role of roles.filter(one => one !== 'practitioner')) {
      const caller = await server.signedIn(role)
      for (const { method, url } of server.routes) {
        if (method !== 'GET' || url.includes('*')) continue
        for (const things of [others, { ...nothingThere(url), ...limited }]) {
          const marked = marksIn(await get(caller, addressOf(url, things)))
          if (marked.length > 0) found.push(`${role} ${url}: ${marked.join(', ')}`)
        }
      }
    }
    expect([...new Set(found)]).toEqual([])
  }, 240_000)

  test('is not found by name, birth date or number, and a search for the CRN shows the CRN and nothing else', async () => {
    const found: string[] = []
    for (const role of ['court', 'case-admin', 'team-manager', 'lao-admin', 'information-rights'] as const) {
      const caller = await server.signedIn(role)
      for (const typed of ['Quoxwell', 'Zephyrine Quoxwel', '3/2/1961', limited.crn!]) {
        for (const place of ['/search', '/api/people', `/courts/B10JQ/${limited.day}`]) {
          const body = await get(caller, `${place}?q=${encodeURIComponent(typed)}&search=${encodeURIComponent(typed)}`)
          // What was typed comes back in its own box; everything else of the person must not.
          const marked = marksIn(body).filter(mark => !typed.toLowerCase().startsWith(mark.toLowerCase().slice(0, 7)))
          if (marked.length > 0) found.push(`${role} ${place} ${typed}: ${marked.join(', ')}`)
        }
      }
    }
    expect(found).toEqual([])
  })

  test.each(['web', 'stats'] as const)('is in no row that the %s role of the database can read', async role => {
    expect(await tablesShowing(role, null)).toEqual([])
    const { viewer } = await server.signedIn('court')
    const { today } = server.services.clock()
    const lists = await server.as(viewer, ctx => limitsOf(ctx.tx, viewer, today))
    expect(await tablesShowing(role, { userId: viewer.username, ...lists })).toEqual([])
  })

  test('is in the rows of who is named, so that the search through the tables could find it', async () => {
    const { viewer } = await server.signedIn('practitioner')
    const { today } = server.services.clock()
    const lists = await server.as(viewer, ctx => limitsOf(ctx.tx, viewer, today))
    const tables = await tablesShowing('web', { userId: viewer.username, ...lists })
    const holding = [
      ...['court.defendant', 'court.note', 'court.message', 'person.person', 'person.enquiry', 'person.enquiry_step'],
      ...['assessment.answer', 'assessment.goal', 'assessment.risk_action', 'advice.request', 'advice.report_text'],
    ]
    expect(tables).toEqual(expect.arrayContaining(holding))
  })

  test('stands in no line of the log', () => {
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.flatMap(marksIn)).toEqual([])
  })
})

/** A defendant taken in, put on record, noted, filed and sentenced; then restricted to one practitioner. */
async function limitedPerson(): Promise<Seeded> {
  const { today } = server.services.clock()
  const listing: Listing = {
    courtCode: 'B10JQ',
    courtName: "North Tyneside Magistrates' Court",
    room: 'Courtroom 1',
    day: today,
    time: '10:00',
    hearingType: 'Sentence',
    urn: '26QX1234567',
    defendants: [
      {
        person: {
          firstName: 'Zephyrine',
          middleNames: null,
          lastName: 'Quoxwell',
          dateOfBirth: '1961-02-03',
          sex: 'female',
          addressLine: '77 Umbrage Parade',
          postcode: 'NE4 9ZZ',
          pnc: null,
          cro: null,
        },
        offences: [{ ...breachCharge, wording: 'Stole a marzipan zeppelin.' }],
      },
    ],
  }
  const message = hearingMessage('limited access test', listing)
  const received = { receivedBy: machine('test', ['court:write']), requestId: 'test' }
  const body = Buffer.from(message.body)
  await takeInMessage(server.services, { ...received, channel: 'hearing', body, pathId: message.id })
  await takeInMessage(server.services, { ...received, channel: 'spi-result', body: Buffer.from(spiResult(listing, 0)) })
  const [at] = await server.rows<Record<string, string>>(
    `SELECT a.person_id AS person, a.id AS appearance FROM court.appearance a JOIN court.defendant d
       ON d.person_id = a.person_id AND d.id = a.defendant_id WHERE d.surname = 'Quoxwell' LIMIT 1`,
  )
  const path = `/court/defendants/${at!.person}/${at!.appearance}`
  const officer = await server.signedIn('court')
  const send = async (fields: Record<string, string>) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: path,
      headers: { ...officer.headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: officer.csrf, ...fields }).toString(),
    })
    expect([fields.intent, answer.statusCode]).toEqual([fields.intent, 303])
  }
  await send({ intent: 'match', decision: 'create' })
  await send({ intent: 'add-note', note: 'A noteworthy-mark' })
  await send({ intent: 'add-comment', comment: 'A commented-mark' })
  await send({ intent: 'save-draft', note: 'A drafted-mark' })
  const form = multipart({ _csrf: officer.csrf, intent: 'add' }, [
    { field: 'files', name: 'filed-mark.txt', content: Buffer.from('A filed-mark') },
  ])
  await server.app.inject({
    method: 'POST',
    url: `${path}/documents`,
    ...form,
    headers: { ...officer.headers, ...form.headers },
  })

  const one = async (sql: string) => (await server.rows<Record<string, string>>(sql))[0] ?? {}
  const { crn } = await one(`SELECT crn FROM person.stub WHERE person_id = '${at!.person}'`)
  const written = await writtenOf(at!.person!)
  const { viewer } = await server.signedIn('lao-admin')
  const set = await server.as(viewer, ctx =>
    limitAccess(ctx, {
      crn: crn!,
      kind: 'restriction',
      subjects: [{ kind: 'user', value: 'practitioner' }],
      startsOn: ctx.today,
      endsOn: null,
      reasonCode: 'person-safety',
      reason: 'A test.',
      authoriser: 'A head of unit',
      reviewOn: null,
      message: null,
      lockMyselfOut: true,
    }),
  )
  expect(set).toMatchObject({ ok: true })
  return {
    ...at!,
    ...written,
    crn: crn!,
    record: at!.person!,
    court: 'B10JQ',
    day: today,
    ...(await one(`SELECT id AS message FROM court.message WHERE '${at!.person}' = ANY (people) LIMIT 1`)),
    ...(await one(`SELECT id AS proposal FROM court.proposal WHERE person_id = '${at!.person}' LIMIT 1`)),
    '/court/proposals/:person/:proposal person': at!.person!,
    ...(await one(`SELECT id AS remark FROM court.note WHERE person_id = '${at!.person}' LIMIT 1`)),
    ...(await one(`SELECT id AS document FROM court.document WHERE person_id = '${at!.person}' LIMIT 1`)),
  }
}

/** Enquiries, an assessment with scores and a plan, and a report, each with words of its own. */
async function writtenOf(personId: string): Promise<Seeded> {
  const { viewer } = await server.signedIn('practitioner')
  const must = async <T>(done: Promise<Result<T>>): Promise<T> => {
    const result = await done
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return result.value
  }
  return server.as(viewer, async ctx => {
    const asked = { personId, kind: 'childrens-services', askedOf: 'A council', question: 'An enquired-mark' }
    const enquiry = await must(askEnquiry(ctx, { ...asked, askedOn: ctx.today }))
    const told = { personId, id: enquiry.id, version: 1, answeredOn: ctx.today, answer: 'A told-mark' }
    await must(answerEnquiry(ctx, { ...told, found: 'something-known', thirdParty: true }))
    const assessment = await openForTest(ctx, personId, { layer: 'L3' })
    await answerForTest(ctx, personId, assessment, { '2.1': 'An assessed-mark' })
    expect(await scoreAssessment(ctx, { personId, assessmentId: assessment })).toMatchObject({ changed: true })
    const goal = await must(
      addGoal(ctx, {
        ...{ personId, title: 'A goal-mark', suggestion: null, area: 'accommodation', relatedAreas: [] },
        ...{ targetOn: ctx.today, remindOn: null, withheld: false, links: [] },
      }),
    )
    const action = { owner: 'Ann', what: 'An action-mark', dueOn: ctx.today, contingency: 'Call in' }
    await must(addRiskAction(ctx, { personId, factors: ['RM28.0.1'], ...action }))
    const requestId = newId()
    await ctx.tx.run(
      `INSERT INTO advice.request (person_id, id, kind, source, source_id, court_code, asked_at, asked_by, facts)
       VALUES ($1, $2, 'after-conviction', 'manual', 'limited', 'B10JQ', $3, 'court', $4)`,
      [personId, requestId, ctx.now, JSON.stringify({ ...noFacts, notes: 'A requested-mark' })],
    )
    const report = { personId, group: [personId], requestId }
    await must(openReport(ctx, { ...report, depth: 'SHORT' }))
    const seen = { version: 0, mark: markOf(undefined) }
    const texts = [{ field: 'offencesUnderConsideration', value: 'A reported-mark', seen }]
    await must(saveReport(ctx, { ...report, texts }))
    return { enquiry: enquiry.id, assessment, goal: goal.id, request: requestId }
  })
}

async function get(caller: Caller, url: string): Promise<string> {
  const answer = await server.app.inject({ method: 'GET', url, headers: caller.headers })
  expect([url, answer.statusCode < 500]).toEqual([url, true])
  return `${answer.body} ${answer.headers['content-disposition'] ?? ''} ${answer.headers.location ?? ''}`
}

function marksIn(text: string): readonly string[] {
  const plain = text.toLowerCase()
  return marks.filter(mark => plain.includes(mark.toLowerCase()))
}

/** The tables in which the role, seen as the viewer, finds a mark in any row. */
async function tablesShowing(
  role: DbRole,
  viewer: { readonly userId: string; readonly allowed: readonly string[]; readonly barred: readonly string[] } | null,
): Promise<readonly string[]> {
  return server.db.transaction(role, viewer, async tx => {
    const tables = await tx.rows<{ name: string }>(
      `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('platform', 'organisation', 'person', 'sentence', 'court', 'assessment', 'advice')
          AND c.relkind IN ('r', 'p')
          AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1`,
    )
    const showing: string[] = []
    for (const { name } of tables) {
      const text = name === 'court.message' ? "convert_from(body, 'UTF8')" : 't::text'
      // The audit trail keeps what was typed into a search; the searches above typed these very words.
      const typed = name === 'platform.audit_entry' ? "AND what NOT LIKE '%search%'" : ''
      const rows = await tx.rows(`SELECT 1 FROM ${name} t WHERE lower(${text}) LIKE ANY ($1) ${typed} LIMIT 1`, [
        marks.map(mark => `%${mark.toLowerCase()}%`),
      ])
      if (rows.length > 0) showing.push(name)
    }
    return showing
  })
}
