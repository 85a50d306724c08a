import { openReport } from '../../src/domains/advice/commands/open-report.ts'
import { saveReport } from '../../src/domains/advice/commands/save-report.ts'
import { permissions as advice, advicePages } from '../../src/domains/advice/index.ts'
import type { ReportDepth } from '../../src/domains/advice/report-model.ts'
import { filled } from '../../src/domains/advice/rules/filled-report.fixture.ts'
import { markOf } from '../../src/domains/advice/rules/save-text.ts'
import { textsOf } from '../../src/domains/advice/store/report-store.ts'
import { permissions as assessment } from '../../src/domains/assessment/index.ts'
import { permissions as court } from '../../src/domains/court/index.ts'
import { loadReference, permissions as organisation } from '../../src/domains/organisation/index.ts'
import {
  addProvisionalPerson,
  answerEnquiry,
  askEnquiry,
  limitsOf,
  openRecord,
  permissions as person,
} from '../../src/domains/person/index.ts'
import { asMachine, facts, user } from '../../src/domains/person/test-people.ts'
import { permissions as sentence } from '../../src/domains/sentence/index.ts'
import type { Role } from '../../src/platform/access/index.ts'
import { type Context, inContext } from '../../src/platform/context/index.ts'
import type { Result } from '../../src/platform/errors/index.ts'
import { newId } from '../../src/platform/store/index.ts'
import { dropAll, testDatabase } from './database.ts'
import type { StaffBrowser } from './person-pages-for-tests.ts'
import { staffBrowser } from './staff-for-tests.ts'
import { webForTests } from './web-for-tests.ts'

export type Reported = {
  readonly personId: string
  readonly group: readonly string[]
  readonly crn: string
  readonly requestId: string
  readonly path: string
}

const low = { riskToChildren: 'LOW', riskToPublic: 'LOW', riskToKnownAdults: 'LOW', riskToStaff: 'LOW' }

/** The screens of reports on a fresh database, with people whose reports the court asked for. Close it in `afterAll`. */
export async function reportWeb() {
  const permissions = [...person, ...organisation, ...sentence, ...court, ...assessment, ...advice]
  const db = await testDatabase()
  const web = await webForTests(db, { pages: advicePages, permissions, limitsOf })
  await db.transaction('worker', { userId: 'test', allowed: [], barred: [] }, tx => loadReference(tx))
  const writer = user('writer', ['court', 'practitioner', 'case-admin'], { regionCode: 'J' })
  const as = <T>(work: (ctx: Context) => Promise<T>, viewer = writer): Promise<T> =>
    inContext(web.services, { viewer, requestId: 'test', channel: 'test' }, work)
  const must = async <T>(done: Promise<Result<T>>): Promise<T> => {
    const result = await done
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return result.value
  }
  return {
    web,
    as,
    writer,
    must,
    staff: (username: string, role: Role): Promise<StaffBrowser> =>
      staffBrowser(web, { username, roles: [role], regionCode: 'J', teamCode: 'J1T001', providerCode: 'J1' }),
    /** A person of whom the court asked a report. */
    requested: (): Promise<Reported> =>
      as(async ctx => {
        const personId = await addProvisionalPerson(ctx, facts({ sex: 'male' }))
        const { crn } = await openRecord(ctx, personId, 'staff')
        const requestId = newId()
        const offences = [
          { code: null, title: 'Theft from a shop', committedOn: '2026-10-01', convictedOn: null, main: true },
        ]
        await ctx.tx.run(
          `INSERT INTO advice.request (person_id, id, kind, source, source_id, court_code, asked_at, asked_by, required_by,
             delivery, depth, facts, region_code)
           VALUES ($1, $2, 'after-conviction', 'manual', $3, 'B10JQ', $4, 'test', '2026-12-01', 'WRITTEN_ADJOURNED', 'SHORT', $5, 'J')`,
          [personId, requestId, requestId, ctx.now, JSON.stringify({ offences, plea: 'guilty' })],
        )
        return { personId, group: [personId], crn, requestId, path: `/case/${crn}/reports/${requestId}/report` }
      }),
    /** What must stand before a report is signed: an assessment, a chosen proposal, both safeguarding enquiries. */
    ready: (at: Reported): Promise<void> =>
      as(async ctx => {
        const assessmentId = newId()
        await ctx.tx.run(
          `INSERT INTO assessment.assessment (person_id, id, layer, purpose, question_set, assessed_on, opened_at, opened_by,
             opened_by_name) VALUES ($1, $2, 'L1', 'report', '1', $3, $4, 'test', 'Test')`,
          [at.personId, assessmentId, ctx.today, ctx.now],
        )
        await ctx.tx.run(
          `INSERT INTO assessment.act (person_id, id, assessment_id, kind, at, by, by_name)
           VALUES ($1, $2, $3, 'signed', $4, 'test', 'Test')`,
          [at.personId, newId(), assessmentId, ctx.now],
        )
        const proposalId = newId()
        await ctx.tx.run(
          `INSERT INTO advice.proposal (person_id, id, request_id, court_code, facts, answer, rule_file, rule_version,
             made_at, made_by, made_by_name) VALUES ($1, $2, $3, 'B10JQ', '{}', '{}', 'x', '1', $4, 'test', 'Test')`,
          [at.personId, proposalId, at.requestId, ctx.now],
        )
        const requirement = {
          option: 'unpaid-work',
          kind: 'unpaid-work',
          length: { amount: 80, unit: 'hours' },
          curfew: null,
        }
        const chosen = {
          family: 'community-order',
          length: { months: 12 },
          operationalPeriod: null,
          supervisionPeriod: null,
        }
        await ctx.tx.run(
          `INSERT INTO advice.proposal_choice (person_id, id, proposal_id, request_id, verdict, chosen, reasons, at, by,
             by_name) VALUES ($1, $2, $3, $4, 'as-proposed', $5, '[]', $6, 'test', 'Test')`,
          [
            at.personId,
            newId(),
            proposalId,
            at.requestId,
            JSON.stringify({ ...chosen, requirements: [requirement] }),
            ctx.now,
          ],
        )
        for (const kind of ['police-domestic-abuse', 'childrens-services']) {
          const about = { personId: at.personId, kind, askedOf: 'Somebody', question: '', askedOn: ctx.today }
          const { id } = await must(askEnquiry(ctx, about))
          await must(
            answerEnquiry(ctx, {
              ...{
                personId: at.personId,
                id,
                version: 1,
                answeredOn: ctx.today,
                found: 'nothing-known',
                answer: 'Nothing.',
              },
              thirdParty: false,
            }),
          )
        }
      }),
    /** The report opened and every field of its depth filled in. */
    written: (
      at: Reported,
      depth: ReportDepth = 'SHORT',
      change: Readonly<Record<string, string>> = {},
    ): Promise<void> =>
      as(async ctx => {
        const { id } = await must(openReport(ctx, { ...at, depth }))
        const stands = await textsOf(ctx.tx, at.personId, id)
        const values = filled(depth, { ...low, isDangerousReport: 'no', ...change })
        const texts = [...values].map(([field, value]) => ({
          ...{ field, value },
          seen: { version: stands.get(field)?.version ?? 0, mark: markOf(stands.get(field)?.value) },
        }))
        await must(saveReport(ctx, { ...at, texts }))
      }),
    machine: <T>(work: (ctx: Context) => Promise<T>): Promise<T> => asMachine(web.services, work),
    /** The person and the report become restricted, to nobody the test works as. */
    restricted: (at: Reported): Promise<void> =>
      asMachine(web.services, async ctx => {
        for (const table of ['person.stub', 'advice.request', 'advice.report', 'advice.report_signed']) {
          await ctx.tx.run(`UPDATE ${table} SET restricted = true WHERE person_id = $1`, [at.personId])
        }
      }),
    rows: <Row>(sql: string, params: readonly string[] = []) => as(ctx => ctx.tx.rows<Row>(sql, [...params])),
    async close() {
      await web.close()
      await dropAll()
    },
  }
}

export type ReportWeb = Awaited<ReturnType<typeof reportWeb>>

/** Sends a form of the page at `url` as its own button would. */
export { sendForm } from './person-pages-for-tests.ts'
