import pg from 'pg'
import { takeInMessage } from '../../domains/court/index.ts'
import { loadStructure } from '../../domains/organisation/index.ts'
import {
  addProvisionalPerson,
  type LoadedPerson,
  loadPeople,
  openRecord,
  refreshFrequencies,
} from '../../domains/person/index.ts'
import { recordOrder, ownedTables as sentenceTables, terminateOrder } from '../../domains/sentence/index.ts'
import { addAccount, addClientSecret, machine, startSession, type Viewer } from '../../platform/access/index.ts'
import { type LocalDate, plusDays } from '../../platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../platform/context/index.ts'
import type { Result } from '../../platform/errors/index.ts'
import { newId } from '../../platform/store/index.ts'
import { sessionCookie } from '../../platform/web/index.ts'
import { charges, hearingMessage, times } from '../demonstration/court-messages.ts'
import { knownRecords } from '../demonstration/records.ts'
import { structure } from '../demonstration/region.ts'
import { type MadeUpPerson, madeUpPeople, mistyped } from '../made-up-people/people.ts'
import { type Random, randomFrom } from '../made-up-people/random.ts'

export type Progress = (what: string, done: number, all: number) => void

export const benchCourt = { code: 'B10JQ', name: "North Tyneside Magistrates' Court" }
/** Where messages of the intake figure are listed, so that the list that is looked at keeps its 100 places. */
export const busyCourt = { code: 'B41ME', name: "St Albans Magistrates' Court" }

const seed = 20_263
const peopleInBatch = 2000
const region = 'ZW'

/** Everybody on file, drawn again from the seed: the same people in the same order, with their CRNs. */
export function* benchPeople(today: LocalDate): Generator<{ readonly person: MadeUpPerson; readonly crn: string }> {
  let n = 0
  for (const person of madeUpPeople(seed, today)) yield { person, crn: crnOf(n++) }
}

/** Numbers spread over the range, as drawn ones are; 7,368,787 has no factor in common with it, so none comes twice. */
function crnOf(n: number): string {
  const place = (n * 7_368_787) % 20_000_000
  return `${'ABCDEFGHJKLMNPRSTVWX'[Math.floor(place / 1_000_000)]}${String(place % 1_000_000).padStart(6, '0')}`
}

/** Fills a fresh database: the people, orders for a third of them, counts for matching, fresh statistics. */
export async function fillRegister(services: Services, people: number, progress: Progress): Promise<void> {
  const { now, today } = services.clock()
  const worker = machine('bench')
  await as(services, worker, ctx => loadStructure(ctx.tx, structure))
  const sentences = await modelSentences(services, today)
  const owner = new pg.Client({ connectionString: services.db.settings.ownerUrl })
  await owner.connect()
  try {
    const drawn = benchPeople(today)
    for (let done = 0; done < people; done += peopleInBatch) {
      progress('people', done, people)
      const batch = Array.from({ length: Math.min(peopleInBatch, people - done) }, () => drawn.next().value!)
      await owner.query('BEGIN')
      const loaded = await loadPeople(
        owner,
        batch.map(({ person, crn }) => ({ facts: factsOf(person, crn), crn, regionCode: region })),
        { at: now, by: worker.username, today },
      )
      await giveSentences(
        owner,
        sentences,
        loaded.filter((_, n) => n % 3 === 0),
      )
      await owner.query('COMMIT')
      await as(services, worker, async ctx =>
        ctx.record(
          'collect',
          'bench.load-people',
          loaded.map(one => one.personId),
        ),
      )
    }
    progress('people', people, people)
    await as(services, worker, ctx => refreshFrequencies(ctx.tx))
    await owner.query('VACUUM ANALYZE')
  } finally {
    await owner.end()
  }
}

export function factsOf(person: MadeUpPerson, crn: string) {
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
    sourceId: `bench ${crn}`,
  }
}

/** Rows of one person's sentences, table by table, as the sentence commands wrote them. */
type ModelSentence = { readonly personId: string; readonly ids: readonly string[]; readonly rows: readonly TableRow[] }
type TableRow = { readonly table: string; readonly row: string }

const sentenceKeptBesides = ['sentence.event_count', 'sentence.disposal_source']

/** Sentences made by command for a few people, to be given to many: the rows are copied with other ids. */
async function modelSentences(services: Services, today: LocalDate): Promise<readonly ModelSentence[]> {
  const staff = staffViewer('bench.loader')
  const models: ModelSentence[] = []
  const records = knownRecords(today).filter(record => record.orders.length > 0)
  for (const { person, orders } of records) {
    models.push(
      await as(services, staff, async ctx => {
        const personId = await addProvisionalPerson(ctx, factsOf(person, 'model'))
        await openRecord(ctx, personId, 'staff')
        for (const { order, ended } of orders) {
          const given = { personId, dateOfBirth: person.dateOfBirth, ...order }
          const source = { ...order.source, id: newId() }
          const { disposalId } = done(await recordOrder(ctx, { ...given, source }))
          if (ended) done(await terminateOrder(ctx, { personId, disposalId, source, ...ended }))
        }
        const rows: TableRow[] = []
        for (const table of [...sentenceTables, ...sentenceKeptBesides]) {
          const found = await ctx.tx.rows<{ row: string }>(
            `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE person_id = $1`,
            [personId],
          )
          rows.push(...found.map(({ row }) => ({ table, row })))
        }
        return { personId, ids: [...new Set(rows.flatMap(({ row }) => row.match(anyId) ?? []))], rows }
      }),
    )
  }
  return models
}

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

async function giveSentences(
  owner: pg.Client,
  models: readonly ModelSentence[],
  people: readonly LoadedPerson[],
): Promise<void> {
  const rows = new Map<string, string[]>()
  for (const [n, { personId }] of people.entries()) {
    const model = models[n % models.length]!
    const ids = new Map(model.ids.map(id => [id, id === model.personId ? personId : newId()]))
    for (const { table, row } of model.rows) {
      const theirs = rows.get(table) ?? []
      theirs.push(row.replace(anyId, id => ids.get(id) ?? id))
      rows.set(table, theirs)
    }
  }
  for (const [table, given] of rows) {
    await owner.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, row::jsonb)).* FROM unnest($1::text[]) AS row`,
      [given],
    )
  }
}

/** Lists the court of the bench: 100 defendants today and some on the days around; nothing when they are there. */
export async function listCourtDays(services: Services, people: number, progress: Progress): Promise<void> {
  const { today } = services.clock()
  const known = [...firstOf(benchPeople(today), Math.min(people, 5000))]
  const draw = courtDraw(randomFrom(seed + 1), known, today)
  const listed = [
    { day: today, defendants: 100 },
    { day: plusDays(today, 1), defendants: 60 },
    { day: plusDays(today, 2), defendants: 40 },
  ]
  const all = listed.reduce((sum, { defendants }) => sum + defendants, 0)
  let done = 0
  for (const { day, defendants } of listed) {
    for (let n = 0; n < defendants; n++) {
      const message = draw(`list ${day} ${n}`, benchCourt, day)
      const taken = await takeInMessage(services, {
        channel: 'hearing',
        body: Buffer.from(message.body, 'utf8'),
        pathId: message.id,
        receivedBy: machine('bench', ['court:write']),
        requestId: 'bench',
      })
      if (taken.outcome !== 'taken-in') throw new Error(`A list message was not taken in: ${JSON.stringify(taken)}`)
      progress('court lists', ++done, all)
    }
  }
}

/** Draws hearing messages of one defendant: half of them known as they are on file, one in five known with a slip and
 *  without numbers, the others never seen. */
export function courtDraw(
  random: Random,
  known: readonly { readonly person: MadeUpPerson }[],
  today: LocalDate,
): (
  key: string,
  court: { readonly code: string; readonly name: string },
  day: LocalDate,
) => { id: string; body: string } {
  const strangers = madeUpPeople(seed + 2, today)
  return (key, court, day) => {
    const kind = random.next()
    const person =
      kind < 0.5
        ? random.pick(known).person
        : kind < 0.7
          ? withSlip(random, random.pick(known).person)
          : strangers.next().value
    return hearingMessage(key, {
      courtCode: court.code,
      courtName: court.name,
      room: `Courtroom ${random.whole(1, 5)}`,
      day,
      time: times(random),
      hearingType: 'First hearing',
      urn: `${day.slice(2, 4)}ZW${String(random.whole(0, 9_999_999)).padStart(7, '0')}`,
      defendants: [
        {
          person,
          offences: random.chance(0.3) ? [random.pick(charges), random.pick(charges)] : [random.pick(charges)],
        },
      ],
    })
  }
}

function withSlip(random: Random, person: MadeUpPerson): MadeUpPerson {
  return { ...person, lastName: mistyped(random, person.lastName), middleNames: null, pnc: null, cro: null }
}

export function* firstOf<T>(list: Iterable<T>, count: number): Generator<T> {
  let n = 0
  for (const one of list) {
    if (n++ >= count) return
    yield one
  }
}

/** What a browser of somebody signed in sends: the cookie, and the token in every form. */
export type StaffSession = { readonly cookie: string; readonly csrf: string }

/** Signs members of court staff in, as many as asked. */
export async function staffSessions(services: Services, count: number): Promise<readonly StaffSession[]> {
  const { now } = services.clock()
  return as(services, machine('bench'), async ctx => {
    const sessions: StaffSession[] = []
    for (let n = 0; n < count; n++) {
      const account = {
        username: `bench.${newId()}`,
        displayName: `Bench ${n}`,
        roles: ['court' as const],
        regionCode: region,
        courtCodes: [benchCourt.code],
        openedBy: 'bench',
      }
      const { id } = done(await addAccount(ctx.tx, account, now))
      const { token, csrf } = await startSession(ctx.tx, id, now)
      sessions.push({ cookie: `${sessionCookie(false)}=${token}`, csrf })
    }
    return sessions
  })
}

/** The bearer token of a new machine client that may send court messages. */
export async function courtSender(services: Services): Promise<string> {
  const { now } = services.clock()
  return as(services, machine('bench'), async ctx => {
    const account = { username: `bench.sender.${newId()}`, displayName: 'Bench sender', kind: 'machine' as const }
    const added = await addAccount(ctx.tx, { ...account, scopes: ['court:write'], openedBy: 'bench' }, now)
    return (await addClientSecret(ctx.tx, done(added).id, 'bench', now)).token
  })
}

export function staffViewer(username: string): Viewer {
  return {
    id: newId(),
    username,
    name: username,
    kind: 'person',
    roles: ['court'],
    scopes: [],
    providerCode: 'ZW1',
    regionCode: region,
    teamCode: null,
    courtCodes: [benchCourt.code],
  }
}

export function as<T>(services: Services, viewer: Viewer, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inContext(services, { viewer, requestId: 'bench', channel: 'bench' }, work)
}

export function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The bench was refused: ${result.problems.map(problem => `${problem.field} ${problem.text}`)}`)
}
