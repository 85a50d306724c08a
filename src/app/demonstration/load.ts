import { confirmMatch, takeInMessage } from '../../domains/court/index.ts'
import { loadStructure } from '../../domains/organisation/index.ts'
import {
  addProvisionalPerson,
  assignManager,
  limitAccess,
  openRecord,
  registerFlag,
} from '../../domains/person/index.ts'
import { recordOrder, recordProcess, terminateOrder } from '../../domains/sentence/index.ts'
import { machine } from '../../platform/access/index.ts'
import type { Context, Services } from '../../platform/context/index.ts'
import { nobody } from '../../platform/events/index.ts'
import type { MadeUpPerson } from '../made-up-people/people.ts'
import { accountOf, as, done } from './acting.ts'
import { assessPeople } from './assessments.ts'
import { loadDemonstrationCatalogue } from './catalogue.ts'
import { courtDays, type DemonstrationMessage } from './court-days.ts'
import { type KnownRecord, knownRecords } from './records.ts'
import { structure } from './region.ts'
import { reportPeople } from './reports.ts'

/** Fills a service with the demonstration region, by the same commands and message intake that people and courts use:
 *  nothing here is in a state the product cannot reach by itself. What is there already is left as it is, so that a
 *  load that was cut off goes on at the next start. Answers false when all of it had been loaded before. */
export async function loadDemonstration(services: Services): Promise<boolean> {
  if (await as(services, machine('demonstration'), isLoaded)) return false
  await as(services, machine('demonstration'), ctx => loadStructure(ctx.tx, structure))
  const { today } = services.clock()
  await as(services, await accountOf(services, 'region'), loadDemonstrationCatalogue)
  const records = knownRecords(today)
  for (const record of records) await addRecord(services, record)
  for (const message of courtDays(records, today)) await send(services, message)
  await linkLimited(services)
  const people = await peopleOf(services, records)
  await assessPeople(services, people)
  await reportPeople(services, people)
  await as(services, machine('demonstration'), markLoaded)
  return true
}

/** The people of these records, in their order. */
async function peopleOf(services: Services, records: readonly KnownRecord[]): Promise<readonly (string | undefined)[]> {
  const rows = await as(services, machine('demonstration'), ctx =>
    ctx.tx.rows<{ personId: string; sourceId: string }>(
      `SELECT person_id AS "personId", source_id AS "sourceId" FROM person.person WHERE source_id LIKE 'demonstration %'`,
    ),
  )
  return records.map(({ person }) => rows.find(row => row.sourceId === factsOf(person).sourceId)?.personId)
}

/** A machine never links a person of limited access; the court administrator does, and the list hides them from then on. */
async function linkLimited(services: Services): Promise<void> {
  const waiting = await as(services, machine('demonstration'), ctx =>
    ctx.tx.rows<{ appearanceId: string; candidatePersonId: string }>(
      `SELECT a.id AS "appearanceId", c.candidate_person_id AS "candidatePersonId"
         FROM court.candidate c
         JOIN court.defendant d ON d.person_id = c.person_id AND d.id = c.defendant_id AND d.match_state = 'POSSIBLE'
         JOIN court.appearance a ON a.person_id = d.person_id AND a.defendant_id = d.id
        WHERE c.limited AND c.band = 'link'`,
    ),
  )
  const admin = await accountOf(services, 'case-admin')
  for (const match of waiting) {
    await as(services, admin, async ctx => done(await confirmMatch(ctx, { ...match, reason: 'Seen at the desk.' })))
  }
}

const mark = 'demonstration-loaded'

async function isLoaded(ctx: Context): Promise<boolean> {
  const rows = await ctx.tx.rows('SELECT 1 FROM platform.preference WHERE account_id = $1 AND name = $2', [
    nobody,
    mark,
  ])
  return rows.length > 0
}

async function markLoaded(ctx: Context): Promise<void> {
  await ctx.tx.run('INSERT INTO platform.preference (account_id, name, value) VALUES ($1, $2, $3)', [
    nobody,
    mark,
    JSON.stringify({ on: ctx.today }),
  ])
}

async function addRecord(services: Services, record: KnownRecord): Promise<void> {
  const facts = factsOf(record.person)
  const known = await as(services, machine('demonstration'), ctx =>
    ctx.tx.rows('SELECT 1 FROM person.person WHERE source_id = $1', [facts.sourceId]),
  )
  if (known.length > 0) return
  const admin = await accountOf(services, record.region === 'ZE' ? 'practitioner.eastholme' : 'case-admin')
  const crn = await as(services, admin, async ctx => {
    const personId = await addProvisionalPerson(ctx, facts)
    const opened = await openRecord(ctx, personId, 'staff')
    for (const flag of record.flags) {
      done(await registerFlag(ctx, { personId, category: null, level: null, ...flag }))
    }
    if (record.manager) done(await assignManager(ctx, { personId, ...record.manager }))
    for (const order of record.orders) {
      const { eventId, disposalId } = done(
        await recordOrder(ctx, { personId, dateOfBirth: record.person.dateOfBirth, ...order.order }),
      )
      if (order.ended)
        done(await terminateOrder(ctx, { personId, disposalId, source: order.order.source, ...order.ended }))
      if (order.breachSince) {
        done(await recordProcess(ctx, { personId, eventId, type: 'BRE', startedOn: order.breachSince }))
      }
    }
    return opened.crn
  })
  if (record.limit) {
    const limit = record.limit
    const limiter = await accountOf(services, 'lao-admin')
    await as(services, limiter, async ctx =>
      done(
        await limitAccess(ctx, {
          crn,
          kind: limit.kind,
          subjects: limit.users.map(value => ({ kind: 'user' as const, value })),
          startsOn: ctx.today,
          endsOn: null,
          reasonCode: limit.reasonCode,
          reason: limit.reason,
          authoriser: 'Ruth Ashdown',
          reviewOn: null,
          message: limit.message,
          lockMyselfOut: true,
        }),
      ),
    )
  }
}

async function send(services: Services, message: DemonstrationMessage): Promise<void> {
  const taken = await takeInMessage(services, {
    channel: message.channel,
    body: Buffer.from(message.body, 'utf8'),
    receivedBy: machine('demonstration', ['court:write']),
    requestId: 'demonstration',
    ...(message.pathId ? { pathId: message.pathId } : {}),
  })
  if (taken.outcome === 'failed') throw new Error(`A demonstration message failed: ${JSON.stringify(taken.fates)}`)
}

function factsOf(person: MadeUpPerson) {
  return {
    title: person.sex === 'male' ? 'Mr' : 'Ms',
    firstName: person.firstName,
    middleNames: person.middleNames,
    lastName: person.lastName,
    dateOfBirth: person.dateOfBirth,
    sex: person.sex,
    address: { lines: [person.addressLine], postcode: person.postcode },
    pnc: person.pnc,
    cro: person.cro,
    source: 'STAFF' as const,
    sourceId: `demonstration ${person.lastName} ${person.dateOfBirth}`,
  }
}
