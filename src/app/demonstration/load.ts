import { takeInMessage } from '../../domains/court/index.ts'
import { loadStructure } from '../../domains/organisation/index.ts'
import { addProvisionalPerson, limitAccess, openRecord } from '../../domains/person/index.ts'
import { recordOrder, recordProcess, terminateOrder } from '../../domains/sentence/index.ts'
import { accountNamed, machine, type Viewer } from '../../platform/access/index.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../platform/context/index.ts'
import type { Result } from '../../platform/errors/index.ts'
import type { MadeUpPerson } from '../made-up-people/people.ts'
import { courtDays, type DemonstrationMessage } from './court-days.ts'
import { type KnownRecord, knownRecords } from './records.ts'
import { structure } from './region.ts'

/** Fills an empty service with the demonstration region, by the same commands and message intake that people and
 *  courts use: nothing here is in a state the product cannot reach by itself. */
export async function loadDemonstration(services: Services): Promise<void> {
  await as(services, machine('demonstration'), ctx => loadStructure(ctx.tx, structure))
  const { today } = services.clock()
  const records = knownRecords(today)
  for (const record of records) await addRecord(services, record)
  for (const message of courtDays(records, today)) await send(services, message)
}

async function addRecord(services: Services, record: KnownRecord): Promise<void> {
  const admin = await accountOf(services, record.region === 'ZE' ? 'practitioner.eastholme' : 'case-admin')
  const crn = await as(services, admin, async ctx => {
    const personId = await addProvisionalPerson(ctx, factsOf(record.person))
    const opened = await openRecord(ctx, personId, 'staff')
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

function as<T>(services: Services, viewer: Viewer, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inContext(services, { viewer, requestId: 'demonstration', channel: 'demonstration' }, work)
}

/** A demonstration account as the viewer it is when signed in. */
async function accountOf(services: Services, username: string): Promise<Viewer> {
  const account = await as(services, machine('demonstration'), ctx => accountNamed(ctx.tx, username, ctx.now))
  if (!account) throw new Error(`There is no demonstration account ${username}`)
  return account
}

function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(
    `The demonstration was refused: ${result.problems.map(problem => `${problem.field} ${problem.text}`)}`,
  )
}
