import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import type { Services } from '../../../platform/context/index.ts'
import { NotAllowed, NotFound } from '../../../platform/errors/index.ts'
import { addProvisionalPerson } from '../commands/add-person.ts'
import { givePurpose } from '../commands/give-purpose.ts'
import { loadFlagTypes } from '../commands/load-flag-types.ts'
import { openRecord } from '../commands/open-record.ts'
import { asMachine, asUser, facts, testServices, user } from '../test-people.ts'
import { identityBar } from './identity-bar.ts'
import { openCase, PurposeNeeded } from './open-case.ts'

let services: Services
const londoner = user('anna.london', ['practitioner'], { regionCode: 'J' })
const northerner = user('ned.north', ['practitioner'], { regionCode: 'A' })

beforeAll(async () => {
  services = testServices(await testDatabase())
  await asMachine(services, async ctx => {
    expect(await loadFlagTypes(ctx.tx)).toBe(27)
    expect(await loadFlagTypes(ctx.tx)).toBe(0)
  })
})
afterAll(dropAll)

async function londonRecord(lastName: string): Promise<{ personId: string; crn: string }> {
  return asUser(services, londoner, async ctx => {
    const personId = await addProvisionalPerson(ctx, facts({ lastName, middleNames: 'Jan' }))
    return { personId, ...(await openRecord(ctx, personId, 'staff')) }
  })
}

test('a case of the own region opens, and the look is in the audit chain', async () => {
  const { personId, crn } = await londonRecord('Ownregion')
  const opened = await asUser(services, londoner, ctx => openCase(ctx, crn))
  expect(opened).toMatchObject({ personId, crn, purpose: null, breakGlass: null })
  const looks = await asUser(services, londoner, ctx =>
    ctx.tx.rows(`SELECT actor FROM platform.audit_entry WHERE what = 'person.open-case' AND people = ARRAY[$1::uuid]`, [
      personId,
    ]),
  )
  expect(looks).toEqual([{ actor: 'anna.london' }])
})

test('outside the own region a purpose is asked for once a day, and is in the audit chain', async () => {
  const { personId, crn } = await londonRecord('Otherregion')
  await expect(asUser(services, northerner, ctx => openCase(ctx, crn))).rejects.toBeInstanceOf(PurposeNeeded)
  const give = (code: string, words: string) =>
    asUser(services, northerner, ctx => givePurpose(ctx, { crn, code, words }))
  expect(await give('', '')).toMatchObject({ ok: false, problems: [{ field: 'code' }] })
  expect(await give('other', ' ')).toMatchObject({ ok: false, problems: [{ field: 'words' }] })
  expect(await give('court', '')).toMatchObject({ ok: true })
  expect(await asUser(services, northerner, ctx => openCase(ctx, crn))).toMatchObject({ purpose: 'court' })
  const [look] = await asUser(services, northerner, ctx =>
    ctx.tx.rows<{ body: string }>(
      `SELECT body FROM platform.audit_entry
        WHERE what = 'person.open-case' AND people = ARRAY[$1::uuid] AND body LIKE '%success%'`,
      [personId],
    ),
  )
  expect(JSON.parse(look?.body ?? '{}')).toMatchObject({ justification: 'court', actor: 'ned.north' })
  const tomorrow = { ...services, ...testServices(services.db, '2026-11-22') }
  await expect(asUser(tomorrow, northerner, ctx => openCase(ctx, crn))).rejects.toBeInstanceOf(PurposeNeeded)
})

test('a contracted provider opens only people allocated to it', async () => {
  const { personId, crn } = await londonRecord('Allocated')
  const worker = user('pat.provider', ['provider'], { providerCode: 'PRV' })
  await expect(asUser(services, worker, ctx => openCase(ctx, crn))).rejects.toThrow('not allocated')
  await asUser(services, londoner, ctx =>
    ctx.tx.run(
      `INSERT INTO person.manager (person_id, id, provider_code, team_code, reason, starts_on, added_at, added_by)
       VALUES ($1, $1, 'PRV', 'PRVT01', 'allocated', '2026-11-01', now(), 'test')`,
      [personId],
    ),
  )
  expect(await asUser(services, worker, ctx => openCase(ctx, crn))).toMatchObject({ crn })
})

test('a CRN nobody holds is not found, and a role without the right is refused', async () => {
  await expect(asUser(services, londoner, ctx => openCase(ctx, 'Z999999'))).rejects.toBeInstanceOf(NotFound)
  const { crn } = await londonRecord('Noright')
  const analyst = user('ana.lyst', ['analyst'])
  await expect(asUser(services, analyst, ctx => openCase(ctx, crn))).rejects.toBeInstanceOf(NotAllowed)
})

test('the identity bar shows surname first, the highest risk of harm and risk to staff', async () => {
  const { personId } = await londonRecord('Barred')
  await asUser(services, londoner, async ctx => {
    for (const code of ['RMRH', 'AV2S', 'WEAP']) {
      await ctx.tx.run(
        `INSERT INTO person.flag (person_id, id, type_code, starts_on, registered_at, registered_by)
         VALUES ($1, gen_random_uuid(), $2, '2026-01-01', now(), 'test')`,
        [personId, code],
      )
    }
  })
  const bars = await asUser(services, londoner, ctx => identityBar(ctx.tx, [personId]))
  expect(bars.get(personId)).toMatchObject({
    name: 'Barred, Tomasz Jan',
    dateOfBirth: '1988-04-17',
    limited: false,
    rosh: { code: 'RMRH', level: 2 },
    riskToStaff: true,
  })
  expect(bars.get(personId)?.flags).toHaveLength(3)
})
