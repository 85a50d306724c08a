import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { plusDays } from '../../platform/calendar/index.ts'
import type { Services } from '../../platform/context/index.ts'
import { NotAllowed } from '../../platform/errors/index.ts'
import type { DbRole, Tx } from '../../platform/store/index.ts'
import { addProvisionalPerson } from './commands/add-person.ts'
import { breakGlass, declareConflict, reviewBreakGlass } from './commands/break-glass.ts'
import { endLimit, flipDatedLimits, type LimitAccess, limitAccess } from './commands/limit-access.ts'
import { linkIdentity, unlinkIdentity } from './commands/link-identity.ts'
import { openRecord } from './commands/open-record.ts'
import { identityGroup } from './identity-group.ts'
import { ownedTables } from './owned-tables.ts'
import { findCandidates } from './queries/find-candidates.ts'
import { identityBar } from './queries/identity-bar.ts'
import {
  breakGlassToReview,
  limitedAccessRegister,
  readsUnderBreakGlass,
  whoLooked,
} from './queries/limited-access-register.ts'
import { openCase } from './queries/open-case.ts'
import { asMachine, asUser, facts, testDay, testServices, user } from './test-people.ts'

let services: Services
const administrator = user('lara.lao', ['lao-admin'])
const named = user('amy.named', ['practitioner'])
const other = user('bob.other', ['practitioner'])
const rights = user('ira.rights', ['information-rights'])

beforeAll(async () => {
  services = testServices(await testDatabase())
})
afterAll(dropAll)

/** A person whose every detail is found nowhere else, so that a leak of one test is not taken for one of another. */
let tellTales: readonly string[] = []
let secret = secretFacts(0)

function secretFacts(n: number) {
  const word = `q${String.fromCharCode(97 + n)}x`
  tellTales = [
    `zebe${word}`,
    `ptol${word}`,
    `quartz${word}`,
    `19${60 + n}-10-29`,
    `${n} hidden passage`,
    `ls${10 + n}9zz`,
  ]
  return {
    firstName: `Zebe${word}`,
    middleNames: `Ptol${word}`,
    lastName: `Quartz${word}`,
    dateOfBirth: `19${60 + n}-10-29` as `${number}-${number}-${number}`,
    pnc: '2003/0000003Y',
    address: { lines: [`${n} Hidden Passage`], postcode: `LS${10 + n} 9ZZ` },
    phones: [{ kind: 'mobile' as const, number: '07700900123' }],
  }
}

let records = 0
async function secretRecord(): Promise<{ personId: string; crn: string }> {
  records += 1
  secret = secretFacts(records)
  return asUser(services, named, async ctx => {
    const personId = await addProvisionalPerson(ctx, facts(secret))
    return { personId, ...(await openRecord(ctx, personId, 'staff')) }
  })
}

function limit(crn: string, change: Partial<LimitAccess> = {}) {
  const input: LimitAccess = {
    crn,
    kind: 'restriction',
    subjects: [{ kind: 'user', value: 'Amy.Named' }],
    startsOn: testDay,
    endsOn: null,
    reasonCode: 'high-profile',
    reason: '',
    authoriser: 'Regional director',
    reviewOn: null,
    message: null,
    lockMyselfOut: true,
    ...change,
  }
  return asUser(services, administrator, ctx => limitAccess(ctx, input))
}

const as = <T>(role: DbRole, userId: string | null, work: (tx: Tx) => Promise<T>) =>
  services.db.transaction(role, userId === null ? null : { userId, allowed: [], barred: [] }, work)

/** Every table the role may read, whatever domain it belongs to. */
function readable(tx: Tx): Promise<readonly { name: string; byPerson: boolean }[]> {
  return tx.rows(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
            EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'person_id') AS "byPerson"
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname IN ('organisation', 'person', 'platform', 'sentence', 'court')
        AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')`,
  )
}

/** Which tables give the role a row in which a tell-tale of the secret person can be read. */
async function leaks(role: DbRole, userId: string | null): Promise<readonly string[]> {
  return as(role, userId, async tx => {
    const found: string[] = []
    for (const { name } of await readable(tx)) {
      const [{ n } = { n: 0 }] = await tx.rows<{ n: number }>(
        `SELECT count(*) AS n FROM ${name} AS t WHERE replace(lower(t::text), ' 9zz', '9zz') LIKE ANY ($1)`,
        [tellTales.map(text => `%${text}%`)],
      )
      if (n > 0) found.push(name)
    }
    return found
  })
}

test('a restricted person shows to nobody off the list: no table gives any role a name, date or number', async () => {
  const { personId, crn } = await secretRecord()
  expect((await leaks('web', 'bob.other')).length, 'before the limit everybody reads them').toBeGreaterThan(3)
  expect(await limit(crn)).toMatchObject({ ok: true, value: { restricted: true, excluded: false } })

  expect(await leaks('web', 'bob.other')).toEqual([])
  expect(await leaks('stats', 'an.alyst')).toEqual([])
  for (const role of ['web', 'worker', 'matcher', 'stats'] as const) expect(await leaks(role, null)).toEqual([])
  // Matching sees the person, or they would be put on record twice; the message intake works for everybody.
  expect(await leaks('matcher', 'system:matcher')).toEqual(['person.match_record'])
  expect(await leaks('worker', 'system:intake')).toContain('person.person')

  const seen = await asUser(services, named, ctx =>
    ctx.tx.rows<{ last: string }>('SELECT last_name AS last FROM person.person WHERE person_id = $1', [personId]),
  )
  expect(seen).toEqual([{ last: secret.lastName }])
  await end(crn)
})

test('no row about a restricted person but the slim one and the CRN reaches a user off the list', async () => {
  const { personId, crn } = await secretRecord()
  await asUser(services, named, ctx =>
    ctx.tx.run(
      `INSERT INTO platform.draft (person_id, account_id, place, field, body, saved_at)
       VALUES ($1, $2, 'note', 'body', 'half a note', now())`,
      [personId, named.id],
    ),
  )
  await limit(crn)
  const counts = await asUser(services, other, async ctx => {
    const found: Record<string, number> = {}
    for (const { name } of (await readable(ctx.tx)).filter(table => table.byPerson)) {
      const [{ n } = { n: 0 }] = await ctx.tx.rows<{ n: number }>(
        `SELECT count(*) AS n FROM ${name} WHERE person_id = $1`,
        [personId],
      )
      if (n > 0) found[name] = n
    }
    return found
  })
  // The limit itself names a user and a reason code, for the register; who reads it is a permission.
  expect(counts).toEqual({ 'person.stub': 1, 'person.identifier_claim': 1, 'person.access_limit': 1 })
  await end(crn)
})

test('the words of a restricted name leave the lists from which misspelt names are guessed, and come back', async () => {
  const { crn } = await secretRecord()
  const guess = () =>
    as('web', 'bob.other', tx =>
      tx.rows('SELECT token FROM person.near_surnames($1, $2, 1)', [secret.lastName.toLowerCase().slice(0, -1), '-']),
    )
  const word = secret.lastName.toLowerCase()
  expect(await guess()).toEqual([{ token: word }])
  await limit(crn)
  expect(await guess()).not.toContainEqual({ token: word })
  await end(crn)
  expect(await guess()).toEqual([{ token: word }])
})

test('a restricted candidate is shown as a CRN only, and is still found', async () => {
  const { crn } = await secretRecord()
  await limit(crn)
  const found = await findCandidates(services.db, facts(secret), testDay)
  const limited = found.find(one => one.crn === crn)
  expect(limited).toMatchObject({ band: 'link', limited: true, explanation: null })
  await end(crn)
})

test('linking a defendant to a restricted record hides the defendant too, and unlinking shows them again', async () => {
  const { personId, crn } = await secretRecord()
  await limit(crn)
  const defendant = await asMachine(services, ctx => addProvisionalPerson(ctx, facts(secret)))
  const visible = () =>
    asUser(
      services,
      other,
      async ctx => (await ctx.tx.rows('SELECT 1 FROM person.person WHERE person_id = $1', [defendant])).length,
    )
  expect(await visible()).toBe(1)
  await asUser(services, other, ctx =>
    linkIdentity(ctx, { personId: defendant, toPersonId: personId, decidedBy: 'staff' }),
  )
  expect(await visible()).toBe(0)
  expect(await leaks('web', 'bob.other')).toEqual([])
  const bars = await asUser(services, other, ctx => identityBar(ctx.tx, [defendant]))
  expect(bars.get(defendant)).toMatchObject({ crn, limited: true, name: null, dateOfBirth: null, flags: [] })
  const group = await asUser(services, named, ctx => identityGroup(ctx.tx, defendant))
  expect(group).toEqual([personId, defendant])

  await asMachine(services, ctx => unlinkIdentity(ctx, { personId: defendant, reason: 'not him' }))
  expect(await visible()).toBe(1)
  await asMachine(services, ctx =>
    linkIdentity(ctx, { personId: defendant, toPersonId: personId, decidedBy: 'machine' }),
  )
  await end(crn)
})

test('the message of a limit is shown, never its reason', async () => {
  const { crn } = await secretRecord()
  await limit(crn, { message: 'Ask the duty manager in Leeds' })
  const refused = asUser(services, other, ctx => openCase(ctx, crn))
  await expect(refused).rejects.toThrow('Ask the duty manager in Leeds')
  await expect(refused).rejects.not.toThrow('high-profile')
  await end(crn)
})

test('an exclusion bars the one user and nobody else', async () => {
  const { personId, crn } = await secretRecord()
  await limit(crn, { kind: 'exclusion', subjects: [{ kind: 'user', value: 'BOB.OTHER' }] })
  await expect(asUser(services, other, ctx => openCase(ctx, crn))).rejects.toBeInstanceOf(NotAllowed)
  expect(await asUser(services, named, ctx => openCase(ctx, crn))).toMatchObject({ personId })
  await end(crn)
})

test('a restriction to a provider opens the person to everybody of that provider and to nobody else', async () => {
  const { crn } = await secretRecord()
  await limit(crn, { subjects: [{ kind: 'provider', value: 'n07' }] })
  const inside = user('ina.inside', ['practitioner'], { providerCode: 'N07' })
  expect(await asUser(services, inside, ctx => openCase(ctx, crn))).toMatchObject({ crn })
  await expect(asUser(services, named, ctx => openCase(ctx, crn))).rejects.toBeInstanceOf(NotAllowed)
  await end(crn)
})

test('a limit that starts tomorrow takes hold with the morning job, and ends with it', async () => {
  const { crn } = await secretRecord()
  const tomorrow = plusDays(testDay, 1)
  const after = plusDays(testDay, 2)
  await limit(crn, { startsOn: tomorrow, endsOn: after })
  const job = (day: typeof testDay) => asMachine(testServices(services.db, day), ctx => flipDatedLimits(ctx))
  expect(await job(testDay)).toBe(0)
  expect(await asUser(services, other, ctx => openCase(ctx, crn))).toMatchObject({ crn })
  expect(await job(tomorrow)).toBe(1)
  expect(await job(tomorrow)).toBe(0)
  const nextDay = testServices(services.db, tomorrow)
  await expect(asUser(nextDay, other, ctx => openCase(ctx, crn))).rejects.toBeInstanceOf(NotAllowed)
  expect(await asUser(nextDay, named, ctx => openCase(ctx, crn))).toMatchObject({ crn })
  expect(await job(after)).toBe(1)
  expect(await leaks('web', 'bob.other')).not.toEqual([])
})

test('a restriction keeps the manager of the person on its list and is due for review in three months', async () => {
  const { personId, crn } = await secretRecord()
  await asMachine(services, ctx =>
    ctx.tx.run(
      `INSERT INTO person.manager (person_id, id, provider_code, team_code, username, reason, starts_on, added_at, added_by)
       VALUES ($1, $1, 'N07', 'N07T01', 'Mo.Manager', 'allocated', '2026-01-01', now(), 'test')`,
      [personId],
    ),
  )
  await limit(crn)
  const rows = await asUser(services, administrator, ctx => limitedAccessRegister(ctx, { crn }))
  expect(rows.map(row => row.subject).sort()).toEqual(['amy.named', 'mo.manager'])
  expect(rows.every(row => row.reviewOn === '2027-02-21')).toBe(true)
  await end(crn)
})

test('a setter who would lock themselves out, gives no authoriser or too long a message is told so', async () => {
  const { crn } = await secretRecord()
  expect(await limit(crn, { lockMyselfOut: false })).toMatchObject({ problems: [{ field: 'lockMyselfOut' }] })
  expect(await limit(crn, { authoriser: ' ' })).toMatchObject({ problems: [{ field: 'authoriser' }] })
  expect(await limit(crn, { message: 'x'.repeat(201) })).toMatchObject({ problems: [{ field: 'message' }] })
  expect(await limit(crn, { subjects: [] })).toMatchObject({ problems: [{ field: 'subjects' }] })
  expect(await limit(crn, { endsOn: testDay })).toMatchObject({ problems: [{ field: 'endsOn' }] })
  await expect(
    asUser(services, other, ctx => limitAccess(ctx, {} as LimitAccess)),
    'only the administrator sets limits',
  ).rejects.toBeInstanceOf(NotAllowed)
  await end(crn)
})

test('breaking the glass opens one person for an hour, tells the administrators, and logs every look', async () => {
  const { personId, crn } = await secretRecord()
  await limit(crn)
  const reason = 'On call: threat to life reported tonight'
  expect(await asUser(services, other, ctx => breakGlass(ctx, { crn, reason: ' ' }))).toMatchObject({ ok: false })
  const used = await asUser(services, other, ctx => breakGlass(ctx, { crn, reason }))
  if (!used.ok) throw new Error('refused')
  expect(await asUser(services, other, ctx => openCase(ctx, crn))).toMatchObject({
    breakGlass: { endsAt: used.value.endsAt },
  })
  const [event] = await asMachine(services, ctx =>
    ctx.tx.rows(`SELECT type, body FROM platform.outbox WHERE person_id = $1 AND type = 'break-glass-used'`, [
      personId,
    ]),
  )
  expect(event).toMatchObject({ body: { by: 'bob.other' } })
  const waiting = await asUser(services, administrator, ctx => breakGlassToReview(ctx))
  expect(waiting).toMatchObject([{ crn, username: 'bob.other', reason }])
  const looks = await asUser(services, administrator, ctx => readsUnderBreakGlass(ctx, used.value.id))
  expect(looks.map(look => look.what)).toContain('person.open-case')

  await asUser(services, administrator, ctx => reviewBreakGlass(ctx, { id: used.value.id, review: 'Justified' }))
  await expect(asUser(services, other, ctx => openCase(ctx, crn))).rejects.toBeInstanceOf(NotAllowed)
  await end(crn)
})

test('an emergency opening ends by itself', async () => {
  const { crn } = await secretRecord()
  await limit(crn)
  await asUser(services, other, ctx => breakGlass(ctx, { crn, reason: 'Threat to life' }))
  await asMachine(services, ctx =>
    ctx.tx.run(
      `UPDATE person.break_glass SET started_at = started_at - interval '2 hours', ends_at = ends_at - interval '2 hours'`,
    ),
  )
  await expect(asUser(services, other, ctx => openCase(ctx, crn))).rejects.toBeInstanceOf(NotAllowed)
  await end(crn)
})

test('staff who know a person declare it and are barred; of a colleague only the administrator may', async () => {
  const { crn } = await secretRecord()
  const declare = (viewer: typeof other, username: string) =>
    asUser(services, viewer, ctx => declareConflict(ctx, { crn, username, reason: 'my cousin' }))
  await expect(declare(other, 'amy.named')).rejects.toBeInstanceOf(NotAllowed)
  expect(await declare(other, 'Bob.Other')).toMatchObject({ ok: true })
  await expect(asUser(services, other, ctx => openCase(ctx, crn))).rejects.toBeInstanceOf(NotAllowed)
  expect(await asUser(services, named, ctx => openCase(ctx, crn))).toMatchObject({ crn })
  await end(crn)
})

test('information rights see who looked at a person, refused tries too, and nobody else may ask', async () => {
  const { personId, crn } = await secretRecord()
  await limit(crn)
  await asUser(services, named, ctx => openCase(ctx, crn))
  await expect(asUser(services, other, ctx => openCase(ctx, crn))).rejects.toBeInstanceOf(NotAllowed)
  const looks = await asUser(services, rights, ctx => whoLooked(ctx, { group: [personId] }))
  expect(looks.find(look => look.actor === 'bob.other')).toMatchObject({ outcome: 'denied', operation: 'consult' })
  expect(looks.find(look => look.what === 'person.open-case')).toMatchObject({ actor: 'amy.named', outcome: 'success' })
  await expect(asUser(services, other, ctx => whoLooked(ctx, { group: [personId] }))).rejects.toBeInstanceOf(NotAllowed)
  await end(crn)
})

test('a message about two people is hidden while either is limited, whoever sets and ends the limits', async () => {
  const first = await secretRecord()
  const second = await secretRecord()
  await asMachine(services, ctx =>
    ctx.tx.run(
      `INSERT INTO court.message (id, received_at, received_by, channel, body, sha256, people)
       VALUES ($1, now(), 'test', 'hearing', 'both names', '', $2)`,
      [first.personId, [first.personId, second.personId]],
    ),
  )
  const readable = () =>
    asUser(
      services,
      other,
      async ctx => (await ctx.tx.rows('SELECT body FROM court.message WHERE id = $1', [first.personId])).length,
    )
  expect(await readable()).toBe(1)
  expect(await limit(first.crn)).toMatchObject({ ok: true })
  expect(await readable()).toBe(0)
  expect(await limit(second.crn)).toMatchObject({ ok: true })
  await end(first.crn)
  expect(await readable()).toBe(0)
  await end(second.crn)
  expect(await readable()).toBe(1)
})

test('the list of this domain’s tables is the one the database has', async () => {
  const tables = await as('web', 'anyone', tx =>
    tx.rows<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.columns
        WHERE table_schema = 'person' AND column_name = 'restricted' ORDER BY 1`,
    ),
  )
  expect(tables.map(table => table.name)).toEqual([...ownedTables].sort())
})

/** Ends every limit on the person, so that the next test starts with nobody limited. */
async function end(crn: string): Promise<void> {
  const rows = await asUser(services, administrator, ctx => limitedAccessRegister(ctx, { crn }))
  for (const { id, version } of rows) {
    const input = { id, endsOn: testDay, reason: 'test over', version }
    expect(await asUser(services, administrator, ctx => endLimit(ctx, input))).toMatchObject({ ok: true })
  }
}

test('a defendant linked while a limit is being set is limited like the record', async () => {
  const { personId, crn } = await secretRecord()
  const followerId = await asUser(services, named, ctx => addProvisionalPerson(ctx, facts({ lastName: 'Follower' })))
  let limiting: Promise<unknown> = Promise.resolve()
  await asUser(services, named, async ctx => {
    await linkIdentity(ctx, { personId: followerId, toPersonId: personId, decidedBy: 'staff' })
    limiting = limit(crn)
    // The limit now waits for the link: give it time to have asked who belongs to the record.
    await new Promise(wait => setTimeout(wait, 300))
  })
  expect(await limiting).toMatchObject({ ok: true, value: { restricted: true } })
  const stubs = await as('web', 'anyone', tx =>
    tx.rows('SELECT restricted FROM person.stub WHERE person_id = ANY ($1)', [[personId, followerId]]),
  )
  expect(stubs).toEqual([{ restricted: true }, { restricted: true }])
})
