import { afterAll, beforeAll, expect, test } from 'vitest'
import { adviceServices, personOnRecord } from '../../../../test/support/advice-services.ts'
import { courtOfficer } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { type OrderToRecord, recordOrder } from '../../sentence/index.ts'
import { comparedCases } from '../queries/concordance-facts.ts'
import type { RequestActKind } from '../rules/request-state.ts'
import { proposalOf } from '../store/proposal-store.ts'
import { addAct, requestById, requestForChange } from '../store/request-store.ts'
import { chooseProposal } from './choose-proposal.ts'
import { compareWithSentence } from './compare-with-sentence.ts'
import { giveProposalFacts } from './give-proposal-facts.ts'
import { markReportUsed } from './mark-report-used.ts'
import { recordRequestAct } from './record-request-act.ts'

let services: Services
beforeAll(async () => {
  services = {
    ...adviceServices(await testDatabase()),
    reactions: new Map([['order-recorded', [compareWithSentence, markReportUsed]]]),
  }
})
afterAll(dropAll)

const ada = courtOfficer()
const as = <Value>(work: (ctx: Context) => Promise<Value>) =>
  inContext(services, { viewer: ada, requestId: 't', channel: 'test' }, work)

/** A person for whom 100 hours of unpaid work were chosen, in a report that went as far as the acts say. */
async function proposed(acts: readonly RequestActKind[], courtCode = 'B10JQ') {
  const { personId } = await personOnRecord(services)
  const requestId = newId()
  const offence = { code: 'TH68001', title: 'Theft', committedOn: '2025-12-03', convictedOn: '2026-02-02', main: true }
  await as(ctx =>
    ctx.tx.run(
      `INSERT INTO advice.request (person_id, id, kind, source, source_id, court_code, asked_at, asked_by, facts)
       VALUES ($1, $2, 'after-conviction', 'manual', 'm1', $3, '2026-02-20T09:00:00Z', 'ada', $4)`,
      [personId, requestId, courtCode, JSON.stringify({ offences: [offence] })],
    ),
  )
  const answers = {
    ...{ 'case.seriousness': 'medium', 'case.imprisonable': 'yes', 'case.outstanding-hours': '0' },
    ...{ 'person.unpaid-work': 'able' },
  }
  await as(ctx => giveProposalFacts(ctx, { personId, requestId, answers }))
  const work = { option: 'unpaid-work', kind: 'unpaid-work' as const, length: { amount: 100, unit: 'hours' as const } }
  const chosen = await as(ctx =>
    chooseProposal(ctx, {
      ...{ personId, requestId, asked: null },
      chosen: {
        ...{ family: 'community-order', length: { months: 12 }, operationalPeriod: null, supervisionPeriod: null },
        requirements: [{ ...work, curfew: null }],
      },
      override: { codes: ['court-indication'], text: 'The bench said it has more hours in mind.' },
    }),
  )
  expect(chosen.ok).toBe(true)
  for (const kind of acts) {
    await as(async ctx =>
      addAct(ctx, await requestForChange(ctx, { personId, requestId }), { kind, reason: null, detail: {} }),
    )
  }
  return { personId, requestId }
}

const wholeWay = ['allocated', 'started', 'signed', 'delivered'] as const

async function sentence(personId: string, requirements: OrderToRecord['requirements'], courtCode = 'B10JQ') {
  const done = await as(ctx =>
    recordOrder(ctx, {
      ...{ personId, courtCode, convictedOn: '2026-02-02', dateOfBirth: '1984-06-17', requirements },
      source: { kind: 'staff', id: newId() },
      offences: [{ code: 'TH68001', title: 'Theft', on: '2025-12-03' }],
      disposal: { family: 'community-order', sentencedOn: '2026-03-02', length: { months: 12 } },
    }),
  )
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  return done.value.disposalId
}

const outcomeOf = ({ personId, requestId }: { readonly personId: string; readonly requestId: string }) =>
  as(async ctx => (await proposalOf(ctx.tx, personId, requestId))?.outcome ?? null)
const hours = (amount: number) => ({ kind: 'unpaid-work' as const, length: { amount, unit: 'hours' as const } })
const days = { kind: 'rehabilitation-activity' as const, length: { amount: 20, unit: 'days' as const } }

test('a sentence that goes on record is compared with the proposal of the delivered report, requirement by requirement', async () => {
  const at = await proposed(wholeWay)
  const disposalId = await sentence(at.personId, [hours(120), days])
  const outcome = await outcomeOf(at)
  expect(outcome).toMatchObject({ disposalId, outcome: 'in-part', sentencedOn: '2026-03-02' })
  expect(outcome?.reasons.map(one => one.code).sort()).toEqual(['added-by-court', 'another-length', 'same-order'])
  const cases = await as(ctx => comparedCases(ctx.tx, '2026-03-01', '2026-03-02'))
  expect(cases.find(one => one.requestId === at.requestId)).toMatchObject({
    ...{ outcome: 'in-part', overridden: true, courtCode: 'B10JQ', sex: 'male', age: 41, authorName: 'Ada Officer' },
  })
})

test('a report nobody signed, another court’s, and a sentence without a proposal are compared with nothing', async () => {
  const draft = await proposed(['allocated', 'started'])
  await sentence(draft.personId, [hours(100)])
  expect(await outcomeOf(draft)).toBeNull()
  const elsewhere = await proposed(wholeWay, 'B41ME')
  await sentence(elsewhere.personId, [hours(100)])
  expect(await outcomeOf(elsewhere)).toBeNull()
  const { personId } = await personOnRecord(services)
  await sentence(personId, [hours(100)])
  expect(
    await as(ctx => ctx.tx.rows('SELECT 1 FROM advice.proposal_outcome WHERE person_id = $1', [personId])),
  ).toEqual([])
})

test('a sentence marks the delivered report used once; staff can say, with the reason, that it was not', async () => {
  const at = await proposed(wholeWay)
  await sentence(at.personId, [hours(100)])
  const held = () => as(ctx => requestById(ctx.tx, at.personId, at.requestId))
  expect((await held())?.state).toBe('USED')
  await sentence(at.personId, [days])
  expect((await held())?.acts.filter(act => act.kind === 'used')).toHaveLength(1)
  const notUsed = (reason: string) => as(ctx => recordRequestAct(ctx, { ...at, kind: 'not-used', reason }))
  expect(await notUsed(' ')).toMatchObject({ ok: false, problems: [{ field: 'reason' }] })
  expect(await notUsed('The bench sentenced before it came')).toMatchObject({ ok: true, value: { state: 'NOT_USED' } })
})

test('a signed report that was not delivered, and a sealed one, are used by no sentence', async () => {
  for (const acts of [
    ['allocated', 'started', 'signed'],
    [...wholeWay, 'sealed'],
  ] as const) {
    const at = await proposed(acts)
    await sentence(at.personId, [hours(100)])
    const state = (await as(ctx => requestById(ctx.tx, at.personId, at.requestId)))?.state
    expect(state).toBe(acts.includes('sealed' as never) ? 'SEALED' : 'SIGNED')
  }
})
