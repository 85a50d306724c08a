import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { courtOfficer, courtServices } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { communityOrder, hearingBody, spiBody, takeIn, unpaidWork } from '../../../../test/support/hearing-messages.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { Conflict, type Result } from '../../../platform/errors/index.ts'
import { identityGroup } from '../../person/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import { type ProposalShown, proposalsWaiting } from '../queries/proposals-waiting.ts'
import type { OrderForm } from '../rules/order-form.ts'
import { acceptProposal, proposedForm, refuseProposal } from './accept-proposal.ts'
import { enterSentence } from './enter-sentence.ts'
import { createRecord } from './link-defendant.ts'
import { refreshPersonAtCourt } from './refresh-person-at-court.ts'

let services: Services
beforeEach(async () => {
  const base = courtServices(await testDatabase())
  services = { ...base, reactions: new Map([['order-recorded', [refreshPersonAtCourt]]]) }
})
afterAll(dropAll)

const ada = courtOfficer()
const bea = courtOfficer('bea')
const as = <Value>(work: (ctx: Context) => Promise<Value>, viewer = ada) =>
  inContext(services, { viewer, requestId: 't', channel: 'test' }, work)
const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const result = (hours = 100, endsOn = '2027-03-01') =>
  takeIn(services, spiBody({ results: [communityOrder(endsOn), unpaidWork(hours)] }), 'spi-result')
const waiting = () => as(ctx => proposalsWaiting(ctx.tx, ['B10JQ']))
async function onlyWaiting(): Promise<ProposalShown> {
  const [first, ...more] = await waiting()
  expect(more).toEqual([])
  return first!
}

/** A listed defendant with a record. */
async function listedOnRecord(): Promise<{ appearanceId: string; personId: string }> {
  await takeIn(services, hearingBody())
  const place = await as(ctx =>
    ctx.tx.one<{ appearanceId: string; personId: string }>(
      'SELECT appearance_id AS "appearanceId", person_id AS "personId" FROM court.list_entry',
    ),
  )
  await as(ctx => createRecord(ctx, { appearanceId: place.appearanceId }))
  return place
}
const orders = (personId: string) => as(async ctx => ordersOf(ctx.tx, await identityGroup(ctx.tx, personId), ctx.today))

describe('a result that becomes a sentence', () => {
  test('belongs to the case and hearing already listed, and is proposed once', async () => {
    const { appearanceId } = await listedOnRecord()
    await result()
    await result()
    const proposal = await onlyWaiting()
    expect(proposal).toMatchObject({ appearanceId, kind: 'order', change: 'new', name: 'Asterley, Corwin' })
    expect(proposedForm(proposal)).toMatchObject({
      family: 'community-order',
      endsOn: '2027-03-01',
      requirements: [{ kind: 'unpaid-work', length: { amount: 100, unit: 'hours' } }],
    })
  })

  test('goes on the record when accepted, and the list shows it', async () => {
    const { personId } = await listedOnRecord()
    await result()
    const { proposalId, version } = await onlyWaiting()
    value(await as(ctx => acceptProposal(ctx, { proposalId, version })))
    expect(await waiting()).toEqual([])
    expect(await orders(personId)).toMatchObject([
      { family: 'community-order', endsOn: '2027-03-01', courtCode: 'B10JQ', requirements: [{ kind: 'unpaid-work' }] },
    ])
    const status = await as(ctx => ctx.tx.rows('SELECT probation_status AS s FROM court.list_entry'))
    expect(status).toEqual([{ s: 'CURRENT' }])
  })

  test('waits for a record: nobody can be sentenced who is not known', async () => {
    await takeIn(services, hearingBody())
    await result()
    const { proposalId, version } = await onlyWaiting()
    const answer = await as(ctx => acceptProposal(ctx, { proposalId, version }))
    expect(answer).toMatchObject({ ok: false, problems: [{ field: 'person', code: 'not-on-record' }] })
  })

  test('of two people who accept it at once one wins and the other is told', async () => {
    const { personId } = await listedOnRecord()
    await result()
    const { proposalId, version } = await onlyWaiting()
    const both = await Promise.allSettled([
      as(ctx => acceptProposal(ctx, { proposalId, version })),
      as(ctx => acceptProposal(ctx, { proposalId, version }), bea),
    ])
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find(one => one.status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toBeInstanceOf(Conflict)
    expect((lost.reason as Conflict).theirs).toContain('COMMUNITY_ORDER')
    expect(await orders(personId)).toHaveLength(1)
  })

  test('can be changed before it goes on the record', async () => {
    const { personId } = await listedOnRecord()
    await result()
    const proposal = await onlyWaiting()
    const order: OrderForm = { ...proposedForm(proposal), endsOn: '2027-02-01' }
    value(await as(ctx => acceptProposal(ctx, { proposalId: proposal.proposalId, version: proposal.version, order })))
    expect(await orders(personId)).toMatchObject([{ endsOn: '2027-02-01' }])
  })

  test('outside a limit of the law it needs a reason', async () => {
    const { personId } = await listedOnRecord()
    await result(900)
    const { proposalId, version } = await onlyWaiting()
    const answer = await as(ctx => acceptProposal(ctx, { proposalId, version }))
    expect(answer).toMatchObject({ ok: false, problems: [{ field: 'despite' }] })
    value(await as(ctx => acceptProposal(ctx, { proposalId, version, despite: 'as the court made it' })))
    expect(await orders(personId)).toHaveLength(1)
  })

  test('is refused with a reason, and stays refused when the same result comes again', async () => {
    await listedOnRecord()
    await result()
    const { proposalId, version } = await onlyWaiting()
    expect(await as(ctx => refuseProposal(ctx, { proposalId, version, reason: '' }))).toMatchObject({ ok: false })
    value(await as(ctx => refuseProposal(ctx, { proposalId, version, reason: 'another person' })))
    await result()
    expect(await waiting()).toEqual([])
  })
})

describe('an amended result', () => {
  test('takes the place of what nobody decided on', async () => {
    await listedOnRecord()
    await result(100)
    const first = await onlyWaiting()
    await result(120)
    expect(await onlyWaiting()).toMatchObject({ change: 'changed', replaces: first.proposalId })
    await expect(
      as(ctx => acceptProposal(ctx, { proposalId: first.proposalId, version: first.version })),
    ).rejects.toThrow(/newer result|changed meanwhile/)
  })

  test('asks a person to change what was accepted, and then changes that order', async () => {
    const { personId } = await listedOnRecord()
    await result(100)
    const first = await onlyWaiting()
    value(await as(ctx => acceptProposal(ctx, { proposalId: first.proposalId, version: first.version })))
    await result(120, '2027-06-01')
    expect(await orders(personId)).toMatchObject([{ endsOn: '2027-03-01' }])
    const amended = await onlyWaiting()
    expect(amended).toMatchObject({ change: 'changed', replaces: first.proposalId })
    value(await as(ctx => acceptProposal(ctx, { proposalId: amended.proposalId, version: amended.version })))
    const [order, ...more] = await orders(personId)
    expect(more).toEqual([])
    expect(order).toMatchObject({ endsOn: '2027-06-01', requirements: [{ length: { amount: 120, unit: 'hours' } }] })
  })

  test('that takes the order back never ends it by itself', async () => {
    const { personId } = await listedOnRecord()
    await result()
    const first = await onlyWaiting()
    value(await as(ctx => acceptProposal(ctx, { proposalId: first.proposalId, version: first.version })))
    const fine = '<Result><ResultCode>1015</ResultCode><ResultText>Fined</ResultText></Result>'
    await takeIn(services, spiBody({ results: [fine] }), 'spi-result')
    const withdrawn = await onlyWaiting()
    expect(withdrawn.change).toBe('withdrawn')
    expect(await orders(personId)).toMatchObject([{ active: true }])
    value(await as(ctx => acceptProposal(ctx, { proposalId: withdrawn.proposalId, version: withdrawn.version })))
    expect(await orders(personId)).toMatchObject([{ active: false, terminationReason: 'revoked-other' }])
  })
})

describe('a sentence typed in', () => {
  const form: OrderForm = {
    family: 'community-order',
    sentencedOn: '2026-03-02',
    convictedOn: '2026-03-02',
    courtCode: 'B10JQ',
    offences: [{ code: 'TH68010', title: 'Theft', on: null }],
    length: { months: 12 },
    operationalPeriod: null,
    endsOn: null,
    requirements: [
      { kind: 'unpaid-work', length: { amount: 100, unit: 'hours' }, startsOn: null, expectedEnd: null, notes: '' },
    ],
    notes: '',
  }

  test('is the one a later message means: there is no second', async () => {
    const { appearanceId, personId } = await listedOnRecord()
    value(await as(ctx => enterSentence(ctx, { appearanceId, order: form })))
    expect(await as(ctx => enterSentence(ctx, { appearanceId, order: form }))).toMatchObject({ ok: false })
    await result()
    const proposal = await onlyWaiting()
    expect(proposal.review.map(one => one.code)).toContain('already-on-record')
    value(await as(ctx => acceptProposal(ctx, { proposalId: proposal.proposalId, version: proposal.version })))
    expect(await orders(personId)).toMatchObject([{ sourceKind: 'staff', endsOn: '2027-03-01' }])
  })

  test('is checked like a proposed one', async () => {
    const { appearanceId } = await listedOnRecord()
    const later = { ...form, sentencedOn: '2026-03-03' } as const
    const answer = await as(ctx => enterSentence(ctx, { appearanceId, order: later }))
    expect(answer).toMatchObject({ ok: false, problems: [{ field: 'sentencedOn', code: 'in-future' }] })
  })
})

test('a result for a case nobody listed is kept, makes the case, and is marked for review', async () => {
  await result()
  const found = await as(ctx => ctx.tx.rows('SELECT source, to_review FROM court.court_case'))
  expect(found).toEqual([{ source: 'SPI', to_review: 'made-from-result' }])
  expect(await onlyWaiting()).toMatchObject({ kind: 'order', name: 'Asterley, Corwin' })
})

test('a result message of two cases is proposed for both', async () => {
  const body = spiBody({ results: [communityOrder('2027-03-01')] })
  const [one] = /<Case>[\s\S]*<\/Case>/.exec(body) ?? ['']
  const other = one.replace('01ZD0303208', '01ZD0303209').replace('>Asterley<', '>Marchbank<')
  const taken = await takeIn(services, body.replace(one, one + other), 'spi-result')
  expect(taken.fates.map(fate => fate.part)).toEqual(['01ZD0303208', '01ZD0303209'])
  expect((await waiting()).map(proposal => proposal.name)).toEqual(['Asterley, Corwin', 'Marchbank, Corwin'])
})
