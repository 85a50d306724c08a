import { afterAll, beforeEach, expect, test } from 'vitest'
import { courtOfficer, courtServices } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { hearingBody, spiBody, takeIn } from '../../../../test/support/hearing-messages.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import type { Result } from '../../../platform/errors/index.ts'
import { identityGroup } from '../../person/index.ts'
import { ordersOf, recordProcess } from '../../sentence/index.ts'
import { proposalsWaiting } from '../queries/proposals-waiting.ts'
import type { OrderForm } from '../rules/order-form.ts'
import { acceptProposal } from './accept-proposal.ts'
import { enterSentence } from './enter-sentence.ts'
import { createRecord } from './link-defendant.ts'

let services: Services
let appearanceId = ''
let personId = ''
const as = <Value>(work: (ctx: Context) => Promise<Value>) =>
  inContext(services, { viewer: courtOfficer(), requestId: 't', channel: 'test' }, work)
const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const orders = () => as(async ctx => ordersOf(ctx.tx, await identityGroup(ctx.tx, personId), ctx.today))

beforeEach(async () => {
  services = courtServices(await testDatabase())
  await takeIn(services, hearingBody({ type: 'Breach of Order' }))
  const place = await as(ctx =>
    ctx.tx.one<{ appearanceId: string; personId: string }>(
      'SELECT appearance_id AS "appearanceId", person_id AS "personId" FROM court.list_entry',
    ),
  )
  appearanceId = place.appearanceId
  personId = place.personId
  await as(ctx => createRecord(ctx, { appearanceId }))
})
afterAll(dropAll)

/** An order made before, which the hearing is about, with the breach that was started. */
async function orderOf(family: OrderForm['family']): Promise<string> {
  const order: OrderForm = {
    family,
    sentencedOn: '2025-11-03',
    convictedOn: '2025-11-03',
    courtCode: 'B01LY',
    offences: [{ code: 'TH68010', title: 'Theft', on: null }],
    length: { months: family === 'community-order' ? 12 : 3 },
    operationalPeriod: family === 'suspended-sentence' ? { months: 12 } : null,
    endsOn: null,
    requirements: [
      {
        kind: 'rehabilitation-activity',
        length: { amount: 20, unit: 'days' },
        startsOn: null,
        expectedEnd: null,
        notes: '',
      },
    ],
    notes: '',
  }
  const made = value(await as(ctx => enterSentence(ctx, { appearanceId, order, despite: 'made in another court' })))
  const breach = { personId, eventId: made.eventId, type: 'BRE', startedOn: '2026-01-12' } as const
  value(await as(ctx => recordProcess(ctx, breach)))
  return made.disposalId!
}

const breached = (code: number, outcome = '') =>
  takeIn(
    services,
    spiBody({
      results: [`<Result><ResultCode>${code}</ResultCode><ResultText>dealt with</ResultText>${outcome}</Result>`],
    }),
    'spi-result',
  )
async function accept(disposalId?: string) {
  const [proposal] = await as(ctx => proposalsWaiting(ctx.tx, ['B10JQ']))
  const { proposalId, version } = proposal!
  return as(ctx => acceptProposal(ctx, { proposalId, version, ...(disposalId ? { disposalId } : {}) }))
}

test('a revoked order ends on the day of the hearing, with its requirements, and the breach is over', async () => {
  const disposalId = await orderOf('community-order')
  await breached(1029)
  expect(await accept()).toMatchObject({ ok: false, problems: [{ field: 'disposalId', code: 'order-not-chosen' }] })
  value(await accept(disposalId))
  const [order] = await orders()
  expect(order).toMatchObject({
    terminatedOn: '2026-03-02',
    terminationReason: 'revoked-other',
    requirements: [{ terminatedOn: '2026-03-02' }],
  })
  const open = await as(ctx => ctx.tx.rows('SELECT outcome, ended_on FROM sentence.process'))
  expect(open).toEqual([{ outcome: 'order-revoked', ended_on: '2026-03-02' }])
})

test('an activated suspended sentence ends and its custody begins', async () => {
  const disposalId = await orderOf('suspended-sentence')
  await breached(
    1507,
    '<Outcome><Duration><DurationValue>8</DurationValue><DurationUnit>W</DurationUnit></Duration></Outcome>',
  )
  value(await accept(disposalId))
  const [custody, suspended] = await orders()
  expect(custody).toMatchObject({
    family: 'custody',
    sentencedOn: '2026-03-02',
    length: { weeks: 8 },
    endsOn: '2026-04-26',
  })
  expect(suspended).toMatchObject({ family: 'suspended-sentence', terminationReason: 'replaced-on-breach' })
})

test('no action ends the breach and leaves the order', async () => {
  const disposalId = await orderOf('community-order')
  await breached(1087)
  value(await accept(disposalId))
  expect(await orders()).toMatchObject([{ terminatedOn: null, active: true }])
})
