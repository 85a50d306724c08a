import { openReport } from '../../src/domains/advice/index.ts'
import { addGoal } from '../../src/domains/assessment/index.ts'
import { openForTest } from '../../src/domains/assessment/signing.fixture.ts'
import { askEnquiry, breakGlass, registerFlag } from '../../src/domains/person/index.ts'
import type { Context } from '../../src/platform/context/index.ts'
import { ok, type Result } from '../../src/platform/errors/index.ts'
import { addWebhook } from '../../src/platform/webhooks/index.ts'
import { multipart } from './multipart.ts'
import type { ProductServer } from './product-server.ts'

/** What stands in the parts of an address, by the name of the part; where the name alone does not say what it is, by
 *  the route and the name: '/court/proposals/:person/:proposal person'. */
export type Seeded = Readonly<Record<string, string>>

/** The address of a route with its parts filled in; throws for a part nothing was seeded for. */
export function addressOf(url: string, seeded: Seeded): string {
  return url.replace(/:([A-Za-z]\w*)/g, (_, name: string) => {
    const value = seeded[`${url} ${name}`] ?? seeded[name]
    if (value === undefined) throw new Error(`Nothing is seeded for :${name} of ${url}`)
    return encodeURIComponent(value)
  })
}

const nobodys = '00000000-0000-7000-8000-00000000dead'

/** Things nobody has: what a route answers about them says only whether it may be asked. */
export function nothingThere(url: string): Seeded {
  const names = [...url.matchAll(/:([A-Za-z]\w*)/g)].map(([, name]) => name!)
  const values: Seeded = { crn: 'X000000', court: 'B10JQ', day: '2026-01-05', kind: 'comments' }
  return Object.fromEntries(names.map(name => [name, values[name] ?? nobodys]))
}

/** One of every kind of thing an address can name: an open case of the demonstration region, listed and in progress. */
export async function seededThings(server: ProductServer): Promise<Seeded> {
  const one = async (sql: string): Promise<Record<string, string>> => {
    const [row] = await server.rows<Record<string, string>>(sql)
    if (!row) throw new Error(`Nothing is seeded: ${sql}`)
    return row
  }
  const by = async <T>(username: string, work: (ctx: Context) => Promise<Result<T>>): Promise<T> => {
    const { viewer } = await server.signedIn(username)
    const result = await server.as(viewer, work)
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return result.value
  }
  const open = 'NOT e.excluded AND NOT e.restricted'
  const listed = await one(
    `SELECT s.crn, s.person_id AS record, e.person_id AS person, e.appearance_id AS appearance, e.court_code AS court, e.day
       FROM court.list_entry e JOIN person.stub s ON s.person_id = e.record_person_id
      WHERE s.crn IS NOT NULL AND NOT s.excluded AND NOT s.restricted AND s.region_code = 'ZW' AND ${open}
      ORDER BY e.day, e.id LIMIT 1`,
  )
  const proposed = await one(
    `SELECT e.id AS proposal, e.person_id AS person FROM court.proposal e WHERE kind = 'order' AND ${open} LIMIT 1`,
  )
  const restricted = await one('SELECT crn FROM person.stub WHERE restricted LIMIT 1')
  const { viewer } = await server.signedIn('practitioner')
  const flag = await by('practitioner', ctx =>
    registerFlag(ctx, {
      ...{ personId: listed.record!, typeCode: 'RCHD', category: null, level: null },
      ...{ startsOn: ctx.today, nextReviewOn: null, notes: '' },
    }),
  )
  const enquiry = await by('practitioner', ctx =>
    askEnquiry(ctx, {
      ...{ personId: listed.record!, kind: 'childrens-services', askedOf: 'Westshire Council' },
      ...{ question: '', askedOn: ctx.today },
    }),
  )
  const request = await one(
    `INSERT INTO advice.request (person_id, id, kind, source, source_id, court_code, asked_at, asked_by)
     VALUES ('${listed.record}', gen_random_uuid(), 'after-conviction', 'manual', 'addresses', '${listed.court}',
             '2026-11-20T09:00:00Z', 'court') RETURNING id AS request`,
  )
  await by('practitioner', ctx =>
    openReport(ctx, {
      ...{ personId: listed.record!, group: [listed.record!], requestId: request.request!, depth: 'SHORT' },
    }),
  )
  const goal = await by('practitioner', ctx =>
    addGoal(ctx, {
      ...{ personId: listed.record!, title: 'I will find a home', suggestion: null, area: 'accommodation' },
      ...{ relatedAreas: [], targetOn: ctx.today, remindOn: null, withheld: false, links: [] },
    }),
  )
  const assessment = await by('practitioner', async ctx => ok(await openForTest(ctx, listed.record!, { layer: 'L3' })))
  const review = await one(
    `INSERT INTO assessment.review_due (person_id, id, trigger, source, happened_on, due_on, sections, raised_at, raised_by)
     VALUES ('${listed.record}', gen_random_uuid(), 'address', 'addresses', '2026-11-16', '2026-11-30', '{3}',
             '2026-11-16T09:00:00Z', 'test') RETURNING id AS review`,
  )
  const signed = await one(
    `SELECT s.crn, a.id AS assessment FROM assessment.assessment a JOIN person.stub s USING (person_id)
      WHERE a.layer = 'L3' AND NOT a.excluded AND NOT a.restricted
        AND EXISTS (SELECT FROM assessment.act WHERE assessment_id = a.id AND kind = 'countersigned') LIMIT 1`,
  )
  const delivered = await one(
    `SELECT request_id AS request FROM advice.request_act WHERE kind = 'delivered' AND NOT excluded AND NOT restricted LIMIT 1`,
  )
  const officer = await server.signedIn('court')
  const written = await server.app.inject({
    method: 'POST',
    url: `/api/court/appearances/${listed.appearance}/notes`,
    headers: { ...officer.headers, 'x-csrf-token': officer.csrf },
    payload: { body: 'Attended with a friend.' },
  })
  const remark = written.json<{ readonly id: string }>()
  const documents = `/court/defendants/${listed.person}/${listed.appearance}/documents`
  const form = multipart({ _csrf: officer.csrf, intent: 'add' }, [
    { field: 'files', name: 'list.txt', content: Buffer.from('A list.') },
  ])
  await server.app.inject({
    method: 'POST',
    url: documents,
    payload: form.payload,
    headers: { ...officer.headers, ...form.headers },
  })
  const opening = await by('case-admin', ctx =>
    breakGlass(ctx, { crn: restricted.crn!, reason: 'At the door, threatening staff.' }),
  )
  const webhook = await by('admin', ctx =>
    addWebhook(
      ctx,
      { name: 'Test', url: 'https://example.invalid/events', eventTypes: ['order-recorded'], limited: false },
      server.settings.secret,
    ),
  )
  return {
    ...listed,
    ...request,
    ...review,
    '/case/:crn/reports/:request/report/:section section': 'risk',
    proposal: proposed.proposal!,
    '/court/proposals/:person/:proposal person': proposed.person!,
    ...(await one('SELECT id AS message FROM court.message LIMIT 1')),
    flag: flag.id,
    goal: goal.id,
    '/case/:crn/assessments/:assessment/:section section': '3',
    '/case/:crn/assessments/:assessment/signed crn': signed.crn!,
    '/case/:crn/assessments/:assessment/signed assessment': signed.assessment!,
    '/sentencer/reports/:request request': delivered.request!,
    enquiry: enquiry.id,
    assessment,
    list: 'addresses',
    ...(await one(
      `SELECT id AS fact FROM person.address WHERE person_id = '${listed.record}' AND ended_at IS NULL LIMIT 1`,
    )),
    ...(await one(`SELECT id AS document FROM court.document WHERE person_id = '${listed.person}' LIMIT 1`)),
    kind: 'notes',
    remark: remark.id,
    remarkAuthor: 'court',
    name: 'court.recorded-within-working-days',
    webhook: webhook.id,
    account: viewer.id,
    measure: 'sentence-timeliness',
    '/reports/measures/:measure measure': 'share',
    region: viewer.regionCode ?? '',
    '/limited-access/limits/:id id': (await one('SELECT id FROM person.access_limit LIMIT 1')).id!,
    '/limited-access/emergency-openings/:id id': opening.id,
  }
}
