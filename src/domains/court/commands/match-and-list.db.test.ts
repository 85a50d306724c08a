import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { courtOfficer, courtServices } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { type DefendantGiven, hearingBody, takeIn } from '../../../../test/support/hearing-messages.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { addProvisionalPerson, openRecord } from '../../person/index.ts'
import { matchesToReview } from '../queries/match-review.ts'
import { confirmMatch, confirmNoRecord, createRecord, linkToCrn, unlinkDefendant } from './link-defendant.ts'
import { rejectMatch } from './reject-match.ts'

let services: Services
beforeEach(async () => {
  services = courtServices(await testDatabase())
})
afterAll(dropAll)

const ada = courtOfficer()
const as = <Value>(work: (ctx: Context) => Promise<Value>, viewer = ada) =>
  inContext(services, { viewer, requestId: 't', channel: 'test' }, work)

/** Somebody on record. */
function onRecord(
  given: { pnc?: string; postcode?: string; born?: `${number}-${number}-${number}` } = {},
): Promise<{ crn: string; personId: string }> {
  return as(async ctx => {
    const personId = await addProvisionalPerson(ctx, {
      firstName: 'Corwin',
      lastName: 'Asterley',
      dateOfBirth: given.born ?? '1984-06-17',
      sex: 'male',
      address: { lines: ['4 Alder Row'], postcode: given.postcode ?? 'ZE7 4QX' },
      pnc: given.pnc ?? null,
      source: 'STAFF',
      sourceId: 'x',
    })
    return { ...(await openRecord(ctx, personId, 'staff')), personId }
  })
}

type Listed = { appearanceId: string; matchState: string; crn: string | null; status: string }
const listed = () =>
  as(ctx =>
    ctx.tx.rows<Listed>(
      `SELECT appearance_id AS "appearanceId", match_state AS "matchState", crn, probation_status AS status
         FROM court.list_entry WHERE removed_at IS NULL ORDER BY name`,
    ),
  )
async function only(): Promise<Listed> {
  const [first, ...more] = await listed()
  expect(more).toEqual([])
  return first!
}
const pnc = '2002/0073319Z'
const hearing = (defendant: DefendantGiven = {}, more = {}) =>
  takeIn(services, hearingBody({ defendants: [defendant], ...more }))

describe('matching at intake', () => {
  test('one strong record is linked, and its status shown', async () => {
    const { crn } = await onRecord({ pnc })
    await hearing({ pnc })
    expect(await only()).toMatchObject({ matchState: 'EXACT', crn, status: 'NOT_SENTENCED' })
    const decisions = await as(ctx => ctx.tx.rows('SELECT what, by_machine FROM court.link_decision'))
    expect(decisions).toEqual([{ what: 'linked', by_machine: true }])
  })

  test('nobody alike is no record', async () => {
    await hearing({ pnc })
    expect(await only()).toMatchObject({ matchState: 'NO_RECORD', crn: null, status: 'UNCONFIRMED_NO_RECORD' })
  })

  test('two strong records are left to staff, who choose; the choice survives the hearing sent again', async () => {
    const first = await onRecord({ pnc })
    await onRecord({ pnc })
    await hearing({ pnc })
    const { appearanceId, matchState } = await only()
    expect(matchState).toBe('POSSIBLE')
    const queue = await as(ctx => matchesToReview(ctx.tx, ['B10JQ'], '2026-03-01', { size: 5, number: 1 }))
    expect(queue).toMatchObject({ total: 1, matches: [{ appearanceId, candidates: 2, bestBand: 'link' }] })
    await as(ctx => confirmMatch(ctx, { appearanceId, candidatePersonId: first.personId }))
    expect(await only()).toMatchObject({ matchState: 'EXACT', crn: first.crn })
    await hearing({ pnc, first: 'Corwyn' })
    expect(await only()).toMatchObject({ matchState: 'EXACT', crn: first.crn })
  })

  test('a changed name is matched again when nobody confirmed', async () => {
    const { crn } = await onRecord({ pnc })
    await hearing({ last: 'Somebody', first: 'Else', born: '1999-01-01', postcode: 'AA1 1AA' })
    expect(await only()).toMatchObject({ matchState: 'NO_RECORD' })
    await hearing({ pnc })
    expect(await only()).toMatchObject({ matchState: 'EXACT', crn })
  })

  test('a rejected candidate is never proposed again, also when the hearing changes', async () => {
    const { personId } = await onRecord({ pnc })
    await onRecord({ pnc })
    await hearing({ pnc })
    const { appearanceId } = await only()
    await as(ctx => rejectMatch(ctx, { appearanceId, candidatePersonId: personId, reason: 'another man' }))
    await hearing({ pnc, postcode: 'ZE7 4QY', last: 'Asterleigh' })
    const proposed = await as(ctx =>
      ctx.tx.rows('SELECT 1 FROM court.candidate WHERE candidate_person_id = $1 AND rejected_at IS NULL', [personId]),
    )
    expect(proposed).toEqual([])
  })
})

describe('what staff decide', () => {
  test('a CRN typed in links; unlinking keeps both and says no record', async () => {
    const { crn } = await onRecord({ postcode: 'BB1 1BB', born: '1950-01-01' })
    await hearing()
    const { appearanceId } = await only()
    expect(await as(ctx => linkToCrn(ctx, { appearanceId, crn: 'Z999999' }))).toMatchObject({ ok: false })
    await as(ctx => linkToCrn(ctx, { appearanceId, crn: ` ${crn.toLowerCase()} ` }))
    expect(await only()).toMatchObject({ matchState: 'EXACT', crn })
    expect(await as(ctx => unlinkDefendant(ctx, { appearanceId, reason: ' ' }))).toMatchObject({ ok: false })
    await as(ctx => unlinkDefendant(ctx, { appearanceId, reason: 'wrong man' }))
    expect(await only()).toMatchObject({ crn: null, matchState: 'NO_RECORD', status: 'UNCONFIRMED_NO_RECORD' })
  })

  test('a link taken back keeps the two apart when the court sends other details, until staff say why not', async () => {
    const { crn } = await onRecord({ pnc })
    await hearing({ pnc })
    const { appearanceId } = await only()
    expect(await only()).toMatchObject({ matchState: 'EXACT', crn })
    await as(ctx => unlinkDefendant(ctx, { appearanceId, reason: 'His cousin' }))
    await hearing({ pnc, postcode: 'ZE7 4QY' })
    expect(await only()).toMatchObject({ crn: null })
    await expect(as(ctx => linkToCrn(ctx, { appearanceId, crn }))).rejects.toThrow(/two different people/)
    await as(ctx => linkToCrn(ctx, { appearanceId, crn, reason: 'Shown his passport' }))
    expect(await only()).toMatchObject({ matchState: 'EXACT', crn })
  })

  test('no record is confirmed and stays confirmed when the hearing is sent again', async () => {
    await hearing()
    const { appearanceId } = await only()
    await as(ctx => confirmNoRecord(ctx, { appearanceId }))
    await onRecord({ pnc })
    await hearing({ pnc })
    expect(await only()).toMatchObject({ matchState: 'NO_RECORD', status: 'CONFIRMED_NO_RECORD' })
  })

  test('a record is opened for who has none', async () => {
    await hearing()
    const { appearanceId } = await only()
    const made = await as(ctx => createRecord(ctx, { appearanceId }))
    const crn = made.ok ? made.value.crn : ''
    expect(await only()).toMatchObject({ matchState: 'EXACT', crn, status: 'NOT_SENTENCED' })
  })

  test('a reader may not decide, and the refusal is logged', async () => {
    await hearing()
    const { appearanceId } = await only()
    const reader = courtOfficer('rhea', { roles: ['practitioner'] })
    await expect(as(ctx => confirmNoRecord(ctx, { appearanceId }), reader)).rejects.toThrow(/does not let you/)
  })
})

describe('a limited record', () => {
  test('is never linked by the machine, and shown to nobody but as a CRN', async () => {
    const { personId, crn } = await onRecord({ pnc })
    await as(ctx => ctx.tx.run('UPDATE person.stub SET restricted = true WHERE person_id = $1', [personId]))
    await hearing({ pnc })
    expect(await only()).toMatchObject({ matchState: 'POSSIBLE', crn: null })
    const [candidate] = await as(ctx => ctx.tx.rows('SELECT crn, limited, explanation FROM court.candidate'))
    expect(candidate).toEqual({ crn, limited: true, explanation: {} })
  })
})
