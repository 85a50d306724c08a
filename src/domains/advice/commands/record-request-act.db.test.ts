import { afterAll, beforeEach, expect, test } from 'vitest'
import { adviceServices, courtSenior, personOnRecord } from '../../../../test/support/advice-services.ts'
import { courtOfficer } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import type { Viewer } from '../../../platform/access/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { NotAllowed, NotFound } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { reportRequestsOf, requestById } from '../store/request-store.ts'
import { type RecordRequestAct, recordRequestAct } from './record-request-act.ts'

let services: Services
let personId = ''
const requestId = newId()
beforeEach(async () => {
  services = adviceServices(await testDatabase())
  personId = (await personOnRecord(services)).personId
  await as(ctx =>
    ctx.tx.run(
      `INSERT INTO advice.request (person_id, id, kind, source, source_id, court_code, asked_at, asked_by, required_by)
       VALUES ($1, $2, 'after-conviction', 'manual', 'm1', 'B10JQ', $3, 'ada', '2026-03-20')`,
      [personId, requestId, ctx.now],
    ),
  )
})
afterAll(dropAll)

const zoe = courtSenior()
const ada = courtOfficer()
const as = <Value>(work: (ctx: Context) => Promise<Value>, viewer: Viewer = ada) =>
  inContext(services, { viewer, requestId: 't', channel: 'test' }, work)
const act = (given: Omit<RecordRequestAct, 'personId' | 'requestId'>, viewer = ada) =>
  as(ctx => recordRequestAct(ctx, { personId, requestId, ...given }), viewer)

test('a request is allocated, written, signed and delivered, every step with who and when', async () => {
  await act({ kind: 'allocated', detail: { to: 'ada', toName: 'Ada Officer' } })
  await act({ kind: 'started' })
  await act({ kind: 'signed' }, zoe)
  expect(await act({ kind: 'delivered' })).toMatchObject({ ok: true, value: { state: 'DELIVERED' } })
  const [request] = await as(ctx => reportRequestsOf(ctx.tx, [personId]))
  expect(request).toMatchObject({ state: 'DELIVERED', writer: { username: 'ada', name: 'Ada Officer' }, version: 5 })
  expect(request?.acts.map(one => [one.kind, one.by])).toEqual([
    ['allocated', 'ada'],
    ['started', 'ada'],
    ['signed', 'zoe'],
    ['delivered', 'ada'],
  ])
})

test('whoever starts a report that nobody has is allocated it', async () => {
  await act({ kind: 'started' })
  const request = await as(ctx => requestById(ctx.tx, personId, requestId))
  expect(request).toMatchObject({ state: 'IN_PROGRESS', writer: { username: 'ada' } })
})

test('a step out of order is refused kindly, and nothing is written', async () => {
  expect(await act({ kind: 'delivered' })).toMatchObject({
    ok: false,
    problems: [{ code: 'not-now', text: 'This is not possible now: the report is not allocated' }],
  })
  expect(await act({ kind: 'withdrawn', reason: ' ' })).toMatchObject({ ok: false, problems: [{ field: 'reason' }] })
  expect((await as(ctx => requestById(ctx.tx, personId, requestId)))?.acts).toEqual([])
})

test('who may not allocate is refused, and a request of nobody is not found', async () => {
  const practitioner = courtOfficer('ned', { roles: ['practitioner'] })
  await expect(act({ kind: 'allocated' }, practitioner)).rejects.toThrow(NotAllowed)
  const nowhere = as(ctx => recordRequestAct(ctx, { personId, requestId: 'x', kind: 'started' }))
  await expect(nowhere).rejects.toThrow(NotFound)
})
