import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import type { Services } from '../../../platform/context/index.ts'
import { Conflict, NotAllowed, NotFound } from '../../../platform/errors/index.ts'
import { identityGroup, personByCrn } from '../identity-group.ts'
import { limitedAccessRegister } from '../queries/limited-access-register.ts'
import { asMachine, asUser, facts, testDay, testServices, user } from '../test-people.ts'
import { addProvisionalPerson } from './add-person.ts'
import { endLimit, limitAccess } from './limit-access.ts'
import { linkIdentity } from './link-identity.ts'
import { identityAlerts, mergeRecords, resolveIdentityAlert, unmergeRecords } from './merge-records.ts'
import { openRecord } from './open-record.ts'

let services: Services
const administrator = user('ada.admin', ['case-admin'])
const laoAdministrator = user('lara.lao', ['lao-admin'])
const reason = 'two records for one man'

beforeAll(async () => {
  services = testServices(await testDatabase())
})
afterAll(dropAll)

const record = (lastName: string) =>
  asMachine(services, async ctx => {
    const personId = await addProvisionalPerson(ctx, facts({ lastName }))
    return { personId, ...(await openRecord(ctx, personId, 'machine')) }
  })
const defendantOf = (toPersonId: string) =>
  asMachine(services, async ctx => {
    const personId = await addProvisionalPerson(ctx, facts())
    await linkIdentity(ctx, { personId, toPersonId, decidedBy: 'machine' })
    return personId
  })
const merge = (crn: string, intoCrn: string, viewer = administrator) =>
  asUser(services, viewer, ctx => mergeRecords(ctx, { crn, intoCrn, reason }))
const unmerge = (crn: string) =>
  asUser(services, administrator, ctx => unmergeRecords(ctx, { crn, reason: 'they were twins' }))
const group = (personId: string) => asUser(services, administrator, ctx => identityGroup(ctx.tx, personId))
const find = (crn: string) => asUser(services, administrator, ctx => personByCrn(ctx.tx, crn))
const restrict = (crn: string) =>
  asUser(services, laoAdministrator, ctx =>
    limitAccess(ctx, {
      crn,
      kind: 'restriction',
      subjects: [{ kind: 'user', value: 'amy.named' }],
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

test('the CRN of a merged record leads to the survivor, and unmerging gives each its own again', async () => {
  const one = await record('Oneself')
  const two = await record('Twoself')
  const defendant = await defendantOf(one.personId)
  expect(await merge(one.crn, two.crn)).toMatchObject({ ok: true, value: { survivorId: two.personId, crn: two.crn } })
  expect(await find(one.crn)).toMatchObject({ personId: two.personId, crn: two.crn, alias: true })
  expect([...(await group(defendant))].sort()).toEqual([one.personId, two.personId, defendant].sort())
  expect((await group(defendant))[0]).toBe(two.personId)

  expect(await unmerge(one.crn)).toMatchObject({ ok: true })
  expect(await find(one.crn)).toMatchObject({ personId: one.personId, alias: false })
  expect(await group(one.personId)).toEqual([one.personId, defendant])
  expect(await group(two.personId)).toEqual([two.personId])
})

test('a chain of merges is undone link by link, each with its own followers', async () => {
  const [a, b, c] = [await record('Chaina'), await record('Chainb'), await record('Chainc')]
  const ofA = await defendantOf(a.personId)
  await merge(a.crn, b.crn)
  await merge(b.crn, c.crn)
  expect(await find(a.crn)).toMatchObject({ personId: c.personId })
  await unmerge(b.crn)
  expect(await find(a.crn)).toMatchObject({ personId: b.personId })
  expect((await group(ofA))[0]).toBe(b.personId)
  expect(await group(c.personId)).toEqual([c.personId])
  await unmerge(a.crn)
  expect(await group(ofA)).toEqual([a.personId, ofA])
})

test('a circle, a record into itself, an unknown CRN and a missing reason are refused', async () => {
  const [a, b] = [await record('Circlea'), await record('Circleb')]
  await expect(merge(a.crn, a.crn)).rejects.toBeInstanceOf(Conflict)
  await merge(a.crn, b.crn)
  await expect(merge(b.crn, a.crn)).rejects.toBeInstanceOf(Conflict)
  expect(await merge(a.crn, 'Z999999')).toMatchObject({ problems: [{ field: 'intoCrn' }] })
  expect(
    await asUser(services, administrator, ctx => mergeRecords(ctx, { crn: a.crn, intoCrn: b.crn, reason: ' ' })),
  ).toMatchObject({ problems: [{ field: 'reason' }] })
  await expect(unmerge(b.crn), 'the survivor is not merged into anything').rejects.toBeInstanceOf(NotFound)
  await expect(merge(a.crn, b.crn, user('n', ['analyst']))).rejects.toBeInstanceOf(NotAllowed)
})

test('records that were unmerged are not merged again without withdrawing the decision', async () => {
  const [a, b] = [await record('Againa'), await record('Againb')]
  await merge(a.crn, b.crn)
  await unmerge(a.crn)
  await expect(merge(a.crn, b.crn)).rejects.toThrow('two different people')
})

test('the survivor of a merge is limited as either was, and unmerging frees the one that was not', async () => {
  const [open, limited] = [await record('Openside'), await record('Limitedside')]
  await restrict(limited.crn)
  await merge(limited.crn, open.crn)
  expect(await find(open.crn)).toMatchObject({ restricted: true })
  const named = user('amy.named', ['practitioner'])
  const visible = (viewer: typeof named) =>
    asUser(
      services,
      viewer,
      async ctx =>
        (
          await ctx.tx.rows('SELECT 1 FROM person.person WHERE person_id = ANY ($1)', [
            [open.personId, limited.personId],
          ])
        ).length,
    )
  expect(await visible(administrator)).toBe(0)
  expect(await visible(named)).toBe(2)
  await unmerge(limited.crn)
  expect(await visible(administrator)).toBe(1)
  expect(await find(limited.crn)).toMatchObject({ restricted: true })
  const [limit] = await asUser(services, laoAdministrator, ctx => limitedAccessRegister(ctx, { crn: limited.crn }))
  await asUser(services, laoAdministrator, ctx =>
    endLimit(ctx, { id: limit!.id, endsOn: testDay, reason: 'over', version: limit!.version }),
  )
  expect(await visible(administrator)).toBe(2)
})

test('what is left with followers after an unmerge is put before a person once', async () => {
  const [a, b] = [await record('Lefta'), await record('Leftb')]
  await merge(a.crn, b.crn)
  await defendantOf(b.personId)
  await unmerge(a.crn)
  const [alert, ...others] = (await asUser(services, administrator, ctx => identityAlerts(ctx))).filter(
    one => one.personId === b.personId,
  )
  expect(alert).toMatchObject({ kind: 'override-conflict', crn: b.crn, otherCrn: a.crn })
  expect(others).toEqual([])
  const resolve = () =>
    asUser(services, administrator, ctx => resolveIdentityAlert(ctx, { id: alert!.id, resolution: 'it is his' }))
  expect(await resolve()).toMatchObject({ ok: true })
  await expect(resolve()).rejects.toBeInstanceOf(Conflict)
})
