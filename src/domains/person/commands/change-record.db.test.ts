import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import type { Context, Services } from '../../../platform/context/index.ts'
import { Conflict, NotAllowed, NotFound } from '../../../platform/errors/index.ts'
import { detailsOnRecord } from '../queries/details-on-record.ts'
import { findCandidates } from '../queries/find-candidates.ts'
import { identityBar } from '../queries/identity-bar.ts'
import { openCase } from '../queries/open-case.ts'
import { searchPeople } from '../queries/search-people.ts'
import { asMachine, asUser, facts, testDay, testServices, user } from '../test-people.ts'
import { addProvisionalPerson } from './add-person.ts'
import { addAddress, addContactMethod, addIdentifier, addOtherName, endAddress, endOnRecord } from './add-to-record.ts'
import { assignManager } from './assign-manager.ts'
import { correctDetails } from './correct-details.ts'
import { limitAccess } from './limit-access.ts'
import { loadFlagTypes } from './load-flag-types.ts'
import { openRecord } from './open-record.ts'
import { deregisterFlag, registerFlag, reviewFlag } from './register-flag.ts'

let services: Services
const practitioner = user('pru.practitioner', ['practitioner'])
const manager = user('tom.manager', ['team-manager'])
const reader = user('ivy.inspector', ['inspector'])

beforeAll(async () => {
  services = testServices(await testDatabase())
  await asMachine(services, ctx => loadFlagTypes(ctx.tx))
})
afterAll(dropAll)

const as = <T>(work: (ctx: Context) => Promise<T>) => asUser(services, practitioner, work)
const record = (change: Parameters<typeof facts>[0]) =>
  asMachine(services, async ctx => {
    const personId = await addProvisionalPerson(ctx, facts(change))
    return { personId, ...(await openRecord(ctx, personId, 'machine')) }
  })
const details = (personId: string) => as(ctx => detailsOnRecord(ctx.tx, [personId]))
const crnsFor = async (typed: string) => (await as(ctx => searchPeople(ctx, typed))).found.map(one => one.bar.crn)

test('a correction keeps what stood before, and the person is found under the new name only', async () => {
  const { personId, crn } = await record({ lastName: 'Mispelt' })
  const corrected = await as(ctx =>
    correctDetails(ctx, {
      personId,
      version: 1,
      changes: { lastName: 'Rightname', dateOfBirth: '1988-04-18' },
      because: 'correction',
      reason: 'passport seen',
    }),
  )
  expect(corrected).toMatchObject({ ok: true, value: { version: 2, fields: ['lastName', 'dateOfBirth'] } })
  expect((await details(personId)).changes).toMatchObject([
    {
      by: 'pru.practitioner',
      kind: 'correction',
      reason: 'passport seen',
      before: { lastName: 'Mispelt', dateOfBirth: '1988-04-17' },
      after: { lastName: 'Rightname', dateOfBirth: '1988-04-18' },
    },
  ])
  expect(await crnsFor('Rightname')).toEqual([crn])
  expect(await crnsFor('Mispelt')).toEqual([])
})

test('a new name after a marriage leaves the former one to be found by', async () => {
  const { personId, crn } = await record({ lastName: 'Maidenly' })
  await as(ctx =>
    correctDetails(ctx, {
      personId,
      version: 1,
      changes: { lastName: 'Wedlock' },
      because: 'change',
      reason: 'married',
    }),
  )
  expect(await crnsFor('Maidenly')).toEqual([crn])
  expect((await details(personId)).otherNames).toMatchObject([{ lastName: 'Maidenly', kind: 'former' }])
})

test('whoever saves second sees both texts, and nothing of theirs is stored', async () => {
  const { personId } = await record({ lastName: 'Contested' })
  const save = (lastName: string) =>
    as(ctx => correctDetails(ctx, { personId, version: 1, changes: { lastName }, because: 'correction', reason: 'r' }))
  await save('Firstsaver')
  const refused = save('Secondsaver')
  await expect(refused).rejects.toBeInstanceOf(Conflict)
  await expect(refused).rejects.toMatchObject({ mine: 'lastName: Secondsaver', theirs: 'lastName: Firstsaver' })
  expect((await details(personId)).person.lastName).toBe('Firstsaver')
})

test('impossible details are refused field by field and nothing changes', async () => {
  const { personId } = await record({ lastName: 'Impossible' })
  const answer = await as(ctx =>
    correctDetails(ctx, {
      personId,
      version: 1,
      changes: { lastName: ' ', dateOfBirth: '2030-01-01', diedOn: '1960-01-01', firstName: 'x'.repeat(201) },
      because: 'correction',
      reason: '',
    }),
  )
  if (answer.ok) throw new Error('accepted')
  expect(answer.problems.map(one => one.field)).toEqual(['lastName', 'firstName', 'dateOfBirth', 'diedOn', 'reason'])
  expect((await details(personId)).person.version).toBe(1)
})

test('a change needs the right to make it, and a person one may see', async () => {
  const { personId } = await record({ lastName: 'Guarded' })
  const change = (ctx: Context) =>
    correctDetails(ctx, { personId, version: 1, changes: { lastName: 'X' }, because: 'correction', reason: 'r' })
  await expect(asUser(services, reader, change)).rejects.toBeInstanceOf(NotAllowed)
  await expect(
    as(ctx =>
      addContactMethod(ctx, {
        personId: '018f0000-0000-7000-8000-000000000000',
        kind: 'mobile',
        value: '07700900111',
        mayText: null,
      }),
    ),
  ).rejects.toBeInstanceOf(NotFound)
})

test('a new main address makes the old one previous from the day before', async () => {
  const { personId } = await record({ lastName: 'Mover', address: { lines: ['1 Old Road'], postcode: 'LS1 4AP' } })
  const move = { personId, kind: 'main' as const, lines: ['2 New Road', ' '], endsOn: null, notes: '' }
  const wrong = await as(ctx => addAddress(ctx, { ...move, postcode: 'LS1', startsOn: '2026-11-20' }))
  expect(wrong).toMatchObject({ problems: [{ field: 'postcode' }] })
  const added = await as(ctx => addAddress(ctx, { ...move, postcode: 'ls2 9jt', startsOn: '2026-11-20' }))
  if (!added.ok) throw new Error('refused')
  expect((await details(personId)).addresses).toMatchObject([
    { kind: 'main', lines: ['2 New Road'], postcode: 'LS2 9JT', endsOn: null },
    { kind: 'previous', lines: ['1 Old Road'], endsOn: '2026-11-19' },
  ])
  const end = () => as(ctx => endAddress(ctx, { personId, id: added.value.id, endsOn: testDay, version: 1 }))
  expect(await end()).toMatchObject({ ok: true })
  await expect(end()).rejects.toBeInstanceOf(Conflict)
})

test('another name and a number are used to match and to find, until they are taken off the record', async () => {
  const { personId, crn } = await record({ firstName: 'Rhodri', lastName: 'Cadwaladr', dateOfBirth: '1970-10-10' })
  const alias = await as(ctx =>
    addOtherName(ctx, {
      personId,
      firstName: 'Roderick',
      middleNames: '',
      lastName: 'Walters',
      dateOfBirth: null,
      kind: 'alias',
    }),
  )
  const number = await as(ctx => addIdentifier(ctx, { personId, kind: 'PNC', given: '2008/100003v' }))
  if (!alias.ok || !number.ok) throw new Error('refused')
  expect(number.value).toMatchObject({ canonical: '2008/0100003V', reason: null })
  expect(await crnsFor('Roderick Walters')).toEqual([crn])
  expect(await crnsFor('2008/100003V')).toEqual([crn])
  const heard = facts({ firstName: 'Roderick', lastName: 'Walters', dateOfBirth: '1970-10-10', pnc: '2008/0100003V' })
  expect((await findCandidates(services.db, heard, testDay))[0]).toMatchObject({ crn, band: 'link' })

  for (const [what, id] of [
    ['other-name', alias.value.id],
    ['identifier', number.value.id],
  ] as const) {
    expect(await as(ctx => endOnRecord(ctx, { personId, what, id, reason: 'his brother' }))).toMatchObject({ ok: true })
    await expect(as(ctx => endOnRecord(ctx, { personId, what, id, reason: 'again' }))).rejects.toBeInstanceOf(Conflict)
  }
  expect(await crnsFor('Roderick Walters')).toEqual([])
  expect(await crnsFor('2008/100003V')).toEqual([])
})

test('a number that fails its check is kept with the reason', async () => {
  const { personId } = await record({ lastName: 'Checkletter' })
  const answer = await as(ctx => addIdentifier(ctx, { personId, kind: 'CRO', given: '85227/65G' }))
  expect(answer).toMatchObject({ ok: true, value: { canonical: null, reason: 'check' } })
})

test('a person has one level of serious harm: the new one ends the one before', async () => {
  const { personId } = await record({ lastName: 'Harmful' })
  const register = (typeCode: string) =>
    as(ctx =>
      registerFlag(ctx, {
        personId,
        typeCode,
        category: null,
        level: null,
        startsOn: testDay,
        nextReviewOn: null,
        notes: '',
      }),
    )
  await register('RMRH')
  await register('AV2S')
  await register('RHRH')
  const bar = async () => (await as(ctx => identityBar(ctx.tx, [personId]))).get(personId)
  expect(await bar()).toMatchObject({ rosh: { code: 'RHRH', level: 3 }, riskToStaff: true })
  expect((await bar())?.flags.map(flag => flag.code).sort()).toEqual(['AV2S', 'RHRH'])
  expect(await register('RHRH')).toMatchObject({ problems: [{ code: 'flag-open' }] })
  expect(await register('NONE')).toMatchObject({ problems: [{ code: 'flag-type-unknown' }] })
})

test('a flag is reviewed and ended once for each version seen', async () => {
  const { personId } = await record({ lastName: 'Flagged' })
  const added = await as(ctx =>
    registerFlag(ctx, {
      personId,
      typeCode: 'WEAP',
      category: null,
      level: null,
      startsOn: '2026-01-01',
      nextReviewOn: '2026-11-01',
      notes: 'knife',
    }),
  )
  if (!added.ok) throw new Error('refused')
  const { id } = added.value
  const review = (version: number) =>
    as(ctx => reviewFlag(ctx, { personId, id, nextReviewOn: '2027-05-01', notes: 'still carries', version }))
  expect(await review(1)).toMatchObject({ ok: true })
  await expect(review(1)).rejects.toBeInstanceOf(Conflict)
  const end = { personId, id, reason: 'two years without', version: 2 }
  expect(await as(ctx => deregisterFlag(ctx, { ...end, endsOn: '2025-12-31' }))).toMatchObject({
    problems: [{ field: 'endsOn' }],
  })
  expect(await as(ctx => deregisterFlag(ctx, { ...end, endsOn: testDay }))).toMatchObject({ ok: true })
  expect((await as(ctx => identityBar(ctx.tx, [personId]))).get(personId)?.flags).toEqual([])
})

test('there is one manager on any day, and a new manager of a restricted person is put on its list', async () => {
  const { personId, crn } = await record({ lastName: 'Managed' })
  const assign = (username: string, startsOn: typeof testDay | '2026-10-01') =>
    asUser(services, manager, ctx =>
      assignManager(ctx, {
        personId,
        regionCode: 'J',
        providerCode: 'N07',
        teamCode: 'N07T01',
        username,
        staffName: username,
        reason: 'allocated',
        startsOn,
      }),
    )
  expect(await assign('old.manager', '2026-10-01')).toMatchObject({ ok: true })
  const limited = await asUser(services, user('lara.lao', ['lao-admin']), ctx =>
    limitAccess(ctx, {
      crn,
      kind: 'restriction',
      subjects: [{ kind: 'user', value: 'tom.manager' }],
      startsOn: testDay,
      endsOn: null,
      reasonCode: 'high-profile',
      reason: '',
      authoriser: 'Director',
      reviewOn: null,
      message: null,
      lockMyselfOut: true,
    }),
  )
  expect(limited.ok).toBe(true)
  expect(await assign('new.manager', '2026-10-01')).toMatchObject({ problems: [{ field: 'startsOn' }] })
  expect(await assign('new.manager', testDay)).toMatchObject({ ok: true })
  const days = await asMachine(services, ctx =>
    ctx.tx.rows('SELECT username, ends_on AS "endsOn" FROM person.manager WHERE person_id = $1 ORDER BY starts_on', [
      personId,
    ]),
  )
  expect(days).toEqual([
    { username: 'old.manager', endsOn: '2026-11-20' },
    { username: 'new.manager', endsOn: null },
  ])
  expect(await asUser(services, user('new.manager', ['practitioner']), ctx => openCase(ctx, crn))).toMatchObject({
    crn,
  })
})
