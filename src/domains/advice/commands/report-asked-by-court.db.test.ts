import { afterAll, beforeEach, expect, test } from 'vitest'
import { adviceServices } from '../../../../test/support/advice-services.ts'
import { courtOfficer } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { hearingBody, takeIn, theft } from '../../../../test/support/hearing-messages.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { changeOutcomeTypes, recordOutcome } from '../../court/index.ts'
import { reportRequestsOf } from '../store/request-store.ts'

let services: Services
let place: { readonly appearanceId: string; readonly personId: string }
beforeEach(async () => {
  services = adviceServices(await testDatabase())
  await takeIn(services, hearingBody({ defendants: [{ offences: [{ ...theft, plea: { pleaValue: 'GUILTY' } }] }] }))
  place = await as(ctx =>
    ctx.tx.one('SELECT appearance_id AS "appearanceId", person_id AS "personId" FROM court.list_entry'),
  )
})
afterAll(dropAll)

const ada = courtOfficer()
const as = <Value>(work: (ctx: Context) => Promise<Value>) =>
  inContext(services, { viewer: ada, requestId: 't', channel: 'test' }, work)
const requests = () => as(ctx => reportRequestsOf(ctx.tx, [place.personId]))
const saysTheCourt = (before: string | null) =>
  as(ctx =>
    ctx.announce({
      type: 'report-requested',
      personId: place.personId,
      body: { appearanceId: place.appearanceId, before },
    }),
  )

test('an outcome that a report was asked for makes a request filled from the hearing, with its triage', async () => {
  await as(ctx => recordOutcome(ctx, { appearanceId: place.appearanceId, types: ['REPORT_REQUESTED'] }))
  const [request, ...others] = await requests()
  expect(others).toEqual([])
  expect(request).toMatchObject({
    kind: 'after-conviction',
    source: 'court-outcome',
    courtCode: 'B10JQ',
    requiredBy: null,
    state: 'REQUESTED',
    facts: { offences: [{ code: 'TH68010', title: 'Theft from a shop', main: true }], hearingDay: '2026-03-02' },
    triage: { suggestedDepth: 'ORAL', decision: null },
  })
  expect(request?.triage?.notKnown.map(one => one.fact)).toContain('ethnicity')
})

test('an outcome corrected to a report asks for one, and any other outcome asks for none', async () => {
  await as(ctx => recordOutcome(ctx, { appearanceId: place.appearanceId, types: ['ADJOURNED'] }))
  expect(await requests()).toEqual([])
  const { id } = await as(ctx => ctx.tx.one<{ id: string }>('SELECT id FROM court.outcome'))
  await as(ctx => changeOutcomeTypes(ctx, { outcomeId: id, version: 1, types: ['CROWN_PLUS_PSR'] }))
  expect(await requests()).toHaveLength(1)
})

test('outcome and result of one hearing are one request; a new day is kept with the day before it', async () => {
  await as(ctx => recordOutcome(ctx, { appearanceId: place.appearanceId, types: ['REPORT_REQUESTED'] }))
  await saysTheCourt('2026-03-23')
  await saysTheCourt('2026-03-23')
  await saysTheCourt('2026-03-30')
  const [request, ...others] = await requests()
  expect(others).toEqual([])
  expect(request?.requiredBy).toBe('2026-03-30')
  expect(request?.acts.map(act => [act.kind, act.detail])).toEqual([
    ['required-by-changed', { from: null, to: '2026-03-23' }],
    ['required-by-changed', { from: '2026-03-23', to: '2026-03-30' }],
  ])
})

test('a report required by a day the court does not sit is kept as given, with something to look at', async () => {
  await saysTheCourt('2026-03-28')
  const [request] = await requests()
  expect(request).toMatchObject({ source: 'court-result', requiredBy: '2026-03-28', state: 'REQUESTED' })
  expect(request?.acts).toMatchObject([
    { kind: 'data-alert', detail: { code: 'required-by-not-a-sitting-day', day: '2026-03-28' } },
  ])
})
