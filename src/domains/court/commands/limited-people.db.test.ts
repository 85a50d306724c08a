import { afterAll, beforeEach, expect, test } from 'vitest'
import { courtOfficer, courtServices } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { communityOrder, hearingBody, spiBody, takeIn } from '../../../../test/support/hearing-messages.ts'
import { machine } from '../../../platform/access/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { addProvisionalPerson, limitAccess, openRecord } from '../../person/index.ts'
import { caseList } from '../queries/case-list.ts'
import { remarks } from '../queries/defendant-at-court.ts'
import { matchesToReview } from '../queries/match-review.ts'
import { outcomesQueue } from '../queries/outcomes-queue.ts'
import { proposalsWaiting } from '../queries/proposals-waiting.ts'
import { refreshListOf } from '../store/appearance-store.ts'
import { linkToCrn } from './link-defendant.ts'
import { recordOutcome } from './record-outcome.ts'
import { addRemark } from './write-remark.ts'

let services: Services
const ada = courtOfficer()
const named = courtOfficer('nia')
const keeper = courtOfficer('lao', { roles: ['lao-admin'] })
const as = <Value>(work: (ctx: Context) => Promise<Value>, viewer = ada) =>
  inContext(services, { viewer, requestId: 't', channel: 'test' }, work)

beforeEach(async () => {
  services = courtServices(await testDatabase())
})
afterAll(dropAll)

/** A restricted record that only nia may open, and a listed defendant whom ada finds out to be that person. */
async function limitedAtCourt(): Promise<{ crn: string; appearanceId: string }> {
  const crn = await as(async ctx => {
    const personId = await addProvisionalPerson(ctx, {
      firstName: 'Hidden',
      lastName: 'Otherwise',
      dateOfBirth: '1970-01-01',
      sex: 'male',
      source: 'STAFF',
      sourceId: 'x',
    })
    return (await openRecord(ctx, personId, 'staff')).crn
  })
  const limited = await as(
    ctx =>
      limitAccess(ctx, {
        crn,
        kind: 'restriction',
        subjects: [{ kind: 'user', value: 'nia' }],
        startsOn: '2026-03-02',
        endsOn: null,
        reasonCode: 'other',
        reason: 'works here',
        authoriser: 'Head',
        reviewOn: '2026-09-01',
        message: null,
        lockMyselfOut: true,
      }),
    keeper,
  )
  expect(limited).toMatchObject({ ok: true })
  await takeIn(services, hearingBody())
  await takeIn(services, spiBody({ results: [communityOrder('2027-03-01')] }), 'spi-result')
  const [place] = await as(ctx => caseList(ctx.tx, 'B10JQ', '2026-03-02'))
  return { crn, appearanceId: place!.appearanceId }
}

test('who links a defendant to a restricted record no longer sees them anywhere, but as a CRN', async () => {
  const { crn, appearanceId } = await limitedAtCourt()
  await as(ctx => addRemark(ctx, { kind: 'note', appearanceId, body: 'seen' }))
  await as(ctx => recordOutcome(ctx, { appearanceId, types: ['ADJOURNED'] }))
  expect(await as(ctx => linkToCrn(ctx, { appearanceId, crn }))).toMatchObject({ ok: true })

  expect(await as(ctx => caseList(ctx.tx, 'B10JQ', '2026-03-02'))).toMatchObject([{ crn, entry: null }])
  expect(await as(ctx => outcomesQueue(ctx.tx, ['B10JQ'], ctx.today))).toEqual([])
  expect(await as(ctx => proposalsWaiting(ctx.tx, ['B10JQ']))).toEqual([])
  expect(await as(ctx => matchesToReview(ctx.tx, ['B10JQ'], '2026-03-01', { size: 5, number: 1 }))).toMatchObject({
    total: 0,
  })
  for (const table of [
    'defendant',
    'appearance',
    'offence',
    'note',
    'outcome',
    'outcome_change',
    'proposal',
    'link_decision',
    'list_entry',
    'alert',
  ]) {
    expect(await as(ctx => ctx.tx.rows(`SELECT 1 FROM court.${table}`)), table).toEqual([])
  }
  expect(await as(ctx => ctx.tx.rows('SELECT 1 FROM court.message'))).toEqual([])
  await expect(as(ctx => addRemark(ctx, { kind: 'note', appearanceId, body: 'again' }))).rejects.toThrow(
    /not on the list/,
  )
})

test('who is named on the restriction sees and works the case', async () => {
  const { crn, appearanceId } = await limitedAtCourt()
  await as(ctx => linkToCrn(ctx, { appearanceId, crn }))
  const [place] = await as(ctx => caseList(ctx.tx, 'B10JQ', '2026-03-02'), named)
  expect(place).toMatchObject({ crn, entry: { name: 'Asterley, Corwin' } })
  await as(ctx => addRemark(ctx, { kind: 'note', appearanceId, body: 'in court' }), named)
  await inContext(services, { viewer: machine('test'), requestId: 't', channel: 'job' }, ctx =>
    refreshListOf(ctx, place!.personId),
  )
  const [after] = await as(ctx => caseList(ctx.tx, 'B10JQ', '2026-03-02'), named)
  expect(after).toMatchObject({ crn, entry: { probationStatus: 'NOT_SENTENCED' } })
  expect(await as(ctx => caseList(ctx.tx, 'B10JQ', '2026-03-02'))).toMatchObject([{ crn, entry: null }])
  const notes = await as(ctx => remarks(ctx.tx, 'note', place!.personId, appearanceId), named)
  expect(notes).toHaveLength(1)
})

test('a message about a restricted person keeps coming in, and stays hidden', async () => {
  const { crn, appearanceId } = await limitedAtCourt()
  await as(ctx => linkToCrn(ctx, { appearanceId, crn }))
  await takeIn(services, hearingBody({ days: ['2026-03-04T10:00:00Z'] }))
  expect(await as(ctx => caseList(ctx.tx, 'B10JQ', '2026-03-04'))).toMatchObject([{ crn, entry: null }])
  expect(await as(ctx => ctx.tx.rows('SELECT 1 FROM court.message'))).toEqual([])
  expect(await as(ctx => ctx.tx.rows('SELECT 1 FROM court.offence'))).toEqual([])
})
