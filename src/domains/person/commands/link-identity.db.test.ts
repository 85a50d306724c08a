import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import type { Services } from '../../../platform/context/index.ts'
import { Conflict, NotFound } from '../../../platform/errors/index.ts'
import { identityGroup, identityGroups, personByCrn } from '../identity-group.ts'
import { findCandidates } from '../queries/find-candidates.ts'
import { asMachine, asUser, facts, testDay, testServices, user } from '../test-people.ts'
import { addProvisionalPerson, updateProvisionalPerson } from './add-person.ts'
import { linkIdentity, unlinkIdentity } from './link-identity.ts'
import { openRecord } from './open-record.ts'
import { rejectCandidate, withdrawRejection } from './reject-candidate.ts'

let services: Services
const officer = user('court.officer', ['court'])

beforeAll(async () => {
  services = testServices(await testDatabase())
})
afterAll(dropAll)

const add = (change: Parameters<typeof facts>[0]) =>
  asMachine(services, ctx => addProvisionalPerson(ctx, facts(change)))
const record = async (change: Parameters<typeof facts>[0]) => {
  const personId = await add(change)
  const { crn } = await asMachine(services, ctx => openRecord(ctx, personId, 'machine'))
  return { personId, crn }
}

test('a record has a CRN of a letter and six digits, and opening it again keeps the number', async () => {
  const { personId, crn } = await record({ lastName: 'Opened' })
  expect(crn).toMatch(/^[A-Z]\d{6}$/)
  expect(await asMachine(services, ctx => openRecord(ctx, personId, 'machine'))).toEqual({ crn })
  const found = await asUser(services, officer, ctx => personByCrn(ctx.tx, ` ${crn.toLowerCase()} `))
  expect(found).toMatchObject({ personId, crn, alias: false, restricted: false })
})

test('a linked defendant keeps its id and is read together with the record, and unlinking restores both', async () => {
  const onRecord = await record({ lastName: 'Linked' })
  const defendant = await add({ lastName: 'Linked' })
  const { survivorId } = await asUser(services, officer, ctx =>
    linkIdentity(ctx, { personId: defendant, toPersonId: onRecord.personId, decidedBy: 'staff', reason: 'same face' }),
  )
  expect(survivorId).toBe(onRecord.personId)
  const groups = await asUser(services, officer, ctx => identityGroups(ctx.tx, [defendant, onRecord.personId]))
  expect(groups.get(defendant)).toEqual([onRecord.personId, defendant])
  expect(groups.get(onRecord.personId)).toEqual([onRecord.personId, defendant])

  await asUser(services, officer, ctx => unlinkIdentity(ctx, { personId: defendant, reason: 'another man' }))
  expect(await asUser(services, officer, ctx => identityGroup(ctx.tx, defendant))).toEqual([defendant])
  const facts = await asUser(services, officer, ctx =>
    ctx.tx.rows<{ kind: string; by: string }>(
      'SELECT kind, by FROM person.identity_fact WHERE person_id = $1 ORDER BY id',
      [defendant],
    ),
  )
  expect(facts).toEqual([
    { kind: 'linked', by: 'court.officer' },
    { kind: 'unlinked', by: 'court.officer' },
  ])
})

test('linking to nobody is refused, and a record is never put under a person without one', async () => {
  const { personId } = await record({ lastName: 'Upside' })
  const provisional = await add({ lastName: 'Upside' })
  const link = (from: string, to: string) =>
    asUser(services, officer, ctx => linkIdentity(ctx, { personId: from, toPersonId: to, decidedBy: 'staff' }))
  await expect(link(personId, provisional)).rejects.toBeInstanceOf(Conflict)
  await expect(link(provisional, '018f0000-0000-7000-8000-000000000000')).rejects.toBeInstanceOf(NotFound)
})

test('the same person heard again is a link candidate, with the reasons', async () => {
  const same = { firstName: 'Ingrid', lastName: 'Halvorsen', dateOfBirth: '1979-02-03' as const, pnc: '2003/0000003Y' }
  const { personId, crn } = await record(same)
  const [first] = await findCandidates(services.db, facts(same), testDay)
  expect(first).toMatchObject({ personId, crn, band: 'link', limited: false, twins: false })
  expect(first?.explanation?.lines.find(line => line.comparison === 'id')).toMatchObject({ equal: true })
})

test('a person is not a candidate of themselves, and a linked defendant is found as the record', async () => {
  const same = { firstName: 'Oluwaseun', lastName: 'Adeyemi', dateOfBirth: '1991-07-08' as const, pnc: '2008/0100003V' }
  const { personId, crn } = await record(same)
  const defendant = await add({ ...same, firstName: 'Seun' })
  await asMachine(services, ctx =>
    linkIdentity(ctx, { personId: defendant, toPersonId: personId, decidedBy: 'machine' }),
  )
  expect(await findCandidates(services.db, defendant, testDay)).toEqual([])
  const found = await findCandidates(services.db, facts({ ...same, firstName: 'Seun' }), testDay)
  expect(found.map(one => one.crn)).toEqual([crn])
})

test('a rejected candidate is never proposed nor linked again until the decision is withdrawn', async () => {
  const same = { firstName: 'Beatrix', lastName: 'Quill', dateOfBirth: '1969-09-30' as const }
  const { personId } = await record(same)
  const defendant = await add(same)
  const before = await findCandidates(services.db, defendant, testDay)
  expect(before.map(one => one.personId)).toEqual([personId])
  const pair = { personId: defendant, candidatePersonId: personId, reason: 'different address and build' }
  await asUser(services, officer, ctx => rejectCandidate(ctx, pair))
  expect(await findCandidates(services.db, defendant, testDay)).toEqual([])
  // Heard again with more details: the decision still stands.
  await asMachine(services, ctx => updateProvisionalPerson(ctx, defendant, facts({ ...same, middleNames: 'Ann' })))
  expect(await findCandidates(services.db, defendant, testDay)).toEqual([])
  const link = () =>
    asMachine(services, ctx => linkIdentity(ctx, { personId: defendant, toPersonId: personId, decidedBy: 'machine' }))
  await expect(link()).rejects.toBeInstanceOf(Conflict)
  await asUser(services, officer, ctx => withdrawRejection(ctx, pair))
  expect((await findCandidates(services.db, defendant, testDay)).map(one => one.personId)).toEqual([personId])
})

test('a number that fails its check is kept with the reason and never links', async () => {
  const bad = { firstName: 'Jory', lastName: 'Penhale', dateOfBirth: '1980-01-20' as const, pnc: '2003/0011985Z' }
  const personId = await add(bad)
  const kept = await asUser(services, officer, ctx =>
    ctx.tx.rows('SELECT given, canonical, reason, usable FROM person.identifier WHERE person_id = $1', [personId]),
  )
  expect(kept).toEqual([{ given: '2003/0011985Z', canonical: null, reason: 'check', usable: false }])
})

test('what a source corrects is changed, with what stood before kept, and the person is found under the new name', async () => {
  const personId = await add({ firstName: 'Aled', lastName: 'Prosser', dateOfBirth: '1990-05-05' })
  const now = facts({ firstName: 'Aled', lastName: 'Proser', dateOfBirth: '1990-05-05' })
  expect(await asMachine(services, ctx => updateProvisionalPerson(ctx, personId, now))).toBe(true)
  expect(await asMachine(services, ctx => updateProvisionalPerson(ctx, personId, now))).toBe(false)
  const changes = await asUser(services, officer, ctx =>
    ctx.tx.rows('SELECT before, after FROM person.details_change WHERE person_id = $1', [personId]),
  )
  expect(changes).toEqual([{ before: { lastName: 'Prosser' }, after: { lastName: 'Proser' } }])
})
