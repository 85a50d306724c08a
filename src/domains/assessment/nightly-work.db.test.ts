import { afterAll, beforeAll, expect, test } from 'vitest'
import { adviceServices, personOnRecord } from '../../../test/support/advice-services.ts'
import { courtOfficer } from '../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { machine } from '../../platform/access/index.ts'
import { type Context, inContext, type Services } from '../../platform/context/index.ts'
import { kitOf } from '../../platform/jobs/index.ts'
import { applyDeployerParameters } from '../../platform/rules/index.ts'
import { newId } from '../../platform/store/index.ts'
import { assignManager } from '../person/index.ts'
import { recordOrder } from '../sentence/index.ts'
import { drawForQuality } from './commands/check-quality.ts'
import { deleteAssessment, restoreAssessment } from './commands/close-assessment.ts'
import { nightlyGuillotine, nightlyReviews } from './nightly-work.ts'
import { assessmentOf } from './queries/assessments-of.ts'
import { countersignQueue } from './queries/countersign-queue.ts'
import { qualitySamples } from './queries/quality-samples.ts'
import { reviewsOf } from './queries/reviews-due.ts'
import { assessmentState } from './rules/assessment-state.ts'
import { openForTest } from './signing.fixture.ts'

let services: Services
const ann = courtOfficer('ann', { roles: ['practitioner', 'case-admin'], teamCode: 'J1T001' })
const hal = courtOfficer('hal', { roles: ['pdu-head'] })
const as = <Value>(work: (ctx: Context) => Promise<Value>, viewer = ann) =>
  inContext(services, { viewer, requestId: 't', channel: 'test' }, work)
beforeAll(async () => {
  services = adviceServices(await testDatabase(), '2026-03-02')
})
afterAll(dropAll)

/** Somebody on an order, assessed as high risk and signed on the day. */
async function signedOn(day: string, waits = 0): Promise<{ readonly personId: string; readonly id: string }> {
  const { personId } = await personOnRecord(services)
  const id = await as(async ctx => {
    const order = await recordOrder(ctx, {
      ...{ personId, dateOfBirth: null, convictedOn: '2025-06-02', courtCode: null },
      source: { kind: 'staff', id: newId() },
      offences: [{ code: null, title: 'Theft' }],
      disposal: { family: 'community-order', sentencedOn: '2025-06-02', length: { months: 24 } },
      requirements: [{ kind: 'curfew', length: { amount: 3, unit: 'months' } }],
    })
    if (!order.ok) throw new Error(JSON.stringify(order.problems))
    const opened = await openForTest(ctx, personId, { claim: waits > 0 })
    const detail = {
      needed: waits,
      by: waits > 0 ? ['senior'] : [],
      reasons: [],
      harm: 'HIGH',
      hash: '',
      writtenBy: [],
    }
    await ctx.tx.run(
      `INSERT INTO assessment.act (person_id, id, assessment_id, kind, at, by, by_name, detail)
       VALUES ($1, $2, $3, 'signed', $4, 'ann', 'Ann', $5)`,
      [personId, newId(), opened, `${day}T10:00:00Z`, JSON.stringify(detail)],
    )
    if (waits > 0) {
      await ctx.tx.run(
        `INSERT INTO assessment.awaiting_countersign (person_id, assessment_id, countersigner, since, signed_by,
           signed_by_name, region_code) VALUES ($1, $2, 'senior', $3, 'ann', 'Ann', 'N07')`,
        [personId, opened, `${day}T10:00:00Z`],
      )
    }
    return opened
  })
  return { personId, id }
}
const byTime = async (personId: string) =>
  (await as(ctx => reviewsOf(ctx.tx, [personId]))).filter(one => one.trigger === 'periodic').map(one => one.dueOn)

test('every night the assessments whose regular review is near are raised, each once', async () => {
  const old = await signedOn('2025-09-10')
  const fresh = await signedOn('2026-01-12')
  for (let night = 0; night < 2; night++) {
    await nightlyReviews.run(kitOf(services, 'assessment.reviews-due', 1, false), undefined)
  }
  expect(await byTime(old.personId)).toEqual(['2026-03-10'])
  expect(await byTime(fresh.personId)).toEqual([])
})

test('a countersignature is late after five working days and not before', async () => {
  const late = await signedOn('2026-02-20', 1)
  const inTime = await signedOn('2026-02-23', 1)
  const queue = await as(countersignQueue, courtOfficer('sam', { roles: ['team-manager'] }))
  expect(queue.map(one => [one.personId, one.late])).toEqual([
    [late.personId, true],
    [inTime.personId, false],
  ])
})

test('an unfinished assessment is locked at night where its area has set a guillotine, and left alone elsewhere', async () => {
  const { personId } = await personOnRecord(services)
  const id = await as(ctx => openForTest(ctx, personId))
  const moved = {
    ...{ personId, regionCode: 'N07', providerCode: 'N07', teamCode: 'J1T002', username: 'cat', staffName: 'Cat' },
    ...{ reason: 'Allocated', startsOn: '2026-03-02' as const },
  }
  expect((await as(ctx => assignManager(ctx, moved))).ok).toBe(true)
  const state = async () => assessmentState((await as(ctx => assessmentOf(ctx.tx, [personId], id)))!.acts)
  const night = () => nightlyGuillotine.run(kitOf(services, 'assessment.guillotine', 1, false), undefined)
  await night()
  expect(await state()).toBe('OPEN')
  const entry = { from: '1900-01-01', source: { kind: 'policy', cite: 'A test' } }
  applyDeployerParameters({ 'assessment.guillotine': [{ ...entry, value: { others: null, areas: { N07: 0 } } }] })
  await night()
  expect(await state()).toBe('LOCKED_INCOMPLETE')
})

test('a deleted assessment leaves the quality sample and comes back with it', async () => {
  const { personId, id } = await signedOn('2026-02-27')
  await inContext(services, { viewer: machine('t'), requestId: 't', channel: 'test' }, ctx =>
    drawForQuality(ctx, { personId, assessmentId: id, flags: ['sanctions-unusual'] }),
  )
  const drawn = async () =>
    (await as(ctx => qualitySamples(ctx.tx, null))).filter(one => one.assessmentId === id).length
  expect(await drawn()).toBe(1)
  const version = async () => (await as(ctx => assessmentOf(ctx.tx, [personId], id)))!.version
  const act = async () => ({ personId, assessmentId: id, version: await version(), reason: 'A mistake' })
  const first = await act()
  expect((await as(ctx => deleteAssessment(ctx, first), hal)).ok).toBe(true)
  expect(await drawn()).toBe(0)
  const second = await act()
  expect((await as(ctx => restoreAssessment(ctx, second), hal)).ok).toBe(true)
  expect(await drawn()).toBe(1)
})
