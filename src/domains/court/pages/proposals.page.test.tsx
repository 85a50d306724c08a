import { expect, test } from 'vitest'
import type { ListedProposal, OneProposal } from '../queries/proposals.ts'
import { reviewWords } from '../review-words.ts'
import type { ProposedOrder } from '../rules/proposed-orders.ts'
import { orderFormAnswers, readOrderForm } from './order-form-answers.ts'
import { comparedLines, formOf, headingOf, proposalRow, proposalView } from './proposal.view.ts'

const order: ProposedOrder = {
  type: 'COMMUNITY_ORDER',
  offenceSequences: [1],
  terms: [{ offenceSequence: 1, length: { value: 12, unit: 'M' }, order: 'not-stated' }],
  requirements: [
    {
      code: 3101,
      type: 'UNPAID_WORK',
      length: { value: 100, unit: 'H' },
      electronicMonitoring: false,
      offenceSequences: [1],
    },
  ],
}
const offences = [
  { sequence: 1, code: 'TH68010', title: 'Theft from a shop', convictedOn: '2026-11-20', committedOn: null },
] as const
const proposal: OneProposal = {
  personId: 'p',
  id: 'one',
  kind: 'order',
  change: 'new',
  content: { order, offences },
  review: [],
  name: 'Wellbeck, Tomasz',
  onRecord: true,
  courtCode: 'B10JQ',
  hearingDay: '2026-11-20',
  madeAt: '2026-11-20T12:00:00Z',
  decidedAt: null,
  decidedBy: null,
  accepted: false,
  refusedReason: null,
  appearanceId: 'a',
  defendantId: 'd',
  version: 1,
  messageId: null,
  replaced: false,
  acceptedContent: null,
  disposalId: null,
  courtName: 'North Shields',
  before: null,
}
const facts = { offences: [], orders: [], dateOfBirth: '1988-04-17', onRecord: true, path: '/x' } as const

test('a proposed order is laid out line by line, with its end by rule and the law it was held against', () => {
  const model = proposalView(proposal, facts)
  expect(model.heading).toBe('Community order')
  expect(model.lines.map(line => `${line.key}: ${line.value}`)).toEqual([
    'Sentence: Community order',
    'Sentenced on: 20 November 2026',
    'Convicted on: 20 November 2026',
    'Length: 12 months',
    'Offences: Theft from a shop',
    'Requirement: Unpaid work, 100 hours',
  ])
  expect(model.end?.text).toBe('19 November 2027')
  expect(model.state).toBe('waiting')
  expect(model.limits?.verdict).not.toBe('unlawful')
})

test('a limit that is broken says so and names its rule', () => {
  const long = { ...order, terms: [{ ...order.terms[0]!, length: { value: 48, unit: 'M' } }] }
  const model = proposalView({ ...proposal, content: { order: long, offences } }, facts)
  expect(model.limits?.verdict).toBe('unlawful')
  expect(model.limits?.rules.length).toBeGreaterThan(0)
})

test('an amended result is compared with what was proposed or accepted before', () => {
  const before = { content: { order, offences }, acceptedContent: null }
  const now = { ...order, requirements: [{ ...order.requirements[0]!, length: { value: 150, unit: 'H' } }] }
  const model = proposalView({ ...proposal, change: 'changed', content: { order: now, offences }, before }, facts)
  expect(model.compared?.filter(line => line.changed)).toEqual([
    { key: 'Requirement', before: 'Unpaid work, 100 hours', now: 'Unpaid work, 150 hours', changed: true },
  ])
  expect(comparedLines([{ key: 'Notes', value: 'x' }], [])).toEqual([
    { key: 'Notes', before: 'x', now: 'Taken away', changed: true },
  ])
})

test('a proposal somebody decided says who and why, and shows what was recorded', () => {
  const form = { ...formOf(proposal.content, proposal)!, length: { months: 18 } }
  const accepted = proposalView(
    {
      ...proposal,
      accepted: true,
      acceptedContent: form,
      decidedAt: '2026-11-21T09:00:00Z',
      decidedBy: 'ada',
    },
    facts,
  )
  expect([accepted.state, accepted.decided]).toEqual(['accepted', 'Accepted by ada on 21 November 2026 at 9am'])
  expect(accepted.lines.find(line => line.key === 'Length')?.value).toBe('18 months')
})

test('reviews say in words what to look at, with both readings', () => {
  expect(
    reviewWords({ code: 'length-text-differs', offenceSequence: 1, data: { coded: '12 W', text: ['52 W'] } }),
  ).toBe('The code says 12 weeks, the text 52 weeks. The code is taken (offence 1)')
  expect(reviewWords({ code: 'unit-not-fitting', data: { given: '5 S', type: 'ALCOHOL_TREATMENT' } })).toBe(
    'A length of 5 sessions does not fit alcohol treatment',
  )
  expect(reviewWords({ code: 'something-new', data: {} })).toBe('Something new')
})

test('the form gives back what it was filled with', () => {
  const form = formOf(proposal.content, proposal)!
  const read = readOrderForm(orderFormAnswers(form), form, '2026-11-21')
  expect(read).toEqual({ ok: true, value: form })
})

test('a changed length, a requirement taken away and one added are read; mistakes are named by their field', () => {
  const form = formOf(proposal.content, proposal)!
  const answers = {
    ...orderFormAnswers(form),
    'length-months': '18',
    'kind-0': '',
    'kind-1': 'curfew',
    'amount-1': '3',
    'unit-1': 'months',
    'end-1': '1/3/2027',
  }
  const read = readOrderForm(answers, form, '2026-11-21')
  expect(read).toMatchObject({
    ok: true,
    value: {
      length: { months: 18 },
      requirements: [{ kind: 'curfew', length: { amount: 3, unit: 'months' }, expectedEnd: '2027-03-01' }],
    },
  })
  const wrong = readOrderForm(
    { ...answers, family: 'x', sentencedOn: '31/2/2026', 'length-months': '<b>' },
    form,
    '2026-11-21',
  )
  expect(wrong.ok ? [] : wrong.problems.map(one => one.field)).toEqual(['family', 'sentencedOn', 'length-months'])
})

test('a row of the queue says what was taken back or amended and where', () => {
  const listed: ListedProposal = proposal
  expect(headingOf({ ...listed, change: 'withdrawn' })).toBe('Taken back by the court: community order')
  expect(proposalRow({ ...listed, change: 'changed' }, new Map([['B10JQ', 'North Tyneside']]))).toMatchObject({
    href: '/court/proposals/p/one',
    what: 'Amended community order',
    court: 'North Tyneside',
    decided: null,
  })
})
