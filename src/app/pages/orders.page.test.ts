import { expect, test } from 'vitest'
import type { OrderOnRecord } from '../../domains/sentence/index.ts'
import { elapsed, orderView, termText } from './orders.view.ts'

const requirement = {
  id: 'r1',
  kind: 'unpaid-work',
  subtype: null,
  imposedOn: '2026-01-01',
  length: { amount: 120, unit: 'hours' },
  startsOn: null,
  expectedEnd: null,
  notes: '',
  terminatedOn: null,
  terminationReason: null,
  version: 1,
} as const

const order: OrderOnRecord = {
  personId: 'p1',
  id: 'd1',
  eventId: 'e1',
  eventNumber: 2,
  convictedOn: '2025-12-20',
  courtCode: 'B10JQ',
  family: 'community-order',
  typeCode: '340',
  sentencedOn: '2026-01-01',
  length: { months: 12 },
  operationalPeriod: null,
  supervisionPeriod: null,
  courtEnd: null,
  enteredEnd: null,
  endsOn: '2026-12-31',
  notes: '',
  sourceKind: 'court-proposal',
  sourceId: 's1',
  terminatedOn: null,
  terminationReason: null,
  recordedAt: '2026-01-02T10:00:00Z',
  recordedBy: 'bethan',
  version: 1,
  offences: [
    { main: false, code: 'CD71015', title: 'Criminal damage' },
    { main: true, code: 'TH68010', title: 'Theft from a shop' },
  ],
  requirements: [requirement],
  active: true,
}
const facts = {
  today: '2026-07-02',
  dateOfBirth: '1988-04-17',
  courtNames: new Map([['B10JQ', 'North Shields']]),
  changes: [],
} as const

test('an order says its offences, court, dates and who put it on the record', () => {
  const view = orderView(order, facts)
  expect(view.heading).toBe('Community order (Sentencing Act 2020)')
  expect(view.facts).toContainEqual({ key: 'Main offence', value: 'Theft from a shop' })
  expect(view.facts).toContainEqual({ key: 'Other offences', value: 'Criminal damage' })
  expect(view.facts).toContainEqual({ key: 'Court', value: 'North Shields' })
  expect(view.facts).toContainEqual({
    key: 'Recorded',
    value: '2 January 2026 at 10am, from the court’s result, accepted by bethan',
  })
})

test('the day an order ends can be opened to the rule, its source and the facts', () => {
  const { whyUntil } = orderView(order, facts)
  expect(whyUntil.question).toBe('Why 31 December 2026?')
  expect(whyUntil.because).toEqual(['12 months from 1 January 2026, that day counted.'])
  expect(whyUntil.rules[0]?.parameter).toMatch(/^sentence\./)
  const fixed = orderView({ ...order, courtEnd: '2026-12-31' }, facts).whyUntil
  expect(fixed).toMatchObject({ because: ['The court fixed this day.'], rules: [] })
})

test('a requirement shows what was ordered and never pretends to know what was done', () => {
  const [view] = orderView(order, facts).requirements
  expect(view).toMatchObject({
    name: 'Unpaid work',
    length: '120 hours',
    until: '31 December 2026',
    done: 'Done so far: not known of 120 hours',
    status: 'Current',
  })
  expect(view?.why.because).toEqual(['It ends with the order.'])
})

test('a limit of the law that is broken is said in words with its rule', () => {
  const hours = { ...requirement, length: { amount: 400, unit: 'hours' } as const }
  const { limits } = orderView({ ...order, requirements: [hours] }, facts)
  expect(limits.unlawful).toBe(true)
  expect(limits.sentences.join(' ')).toMatch(/300/)
  expect(limits.why.rules.length).toBeGreaterThan(0)
})

test('an order that ended early says when and how, and still why it was to end on its day', () => {
  const view = orderView(
    { ...order, active: false, terminatedOn: '2026-05-01', terminationReason: 'revoked-good-progress' },
    facts,
  )
  expect(view.status.text).toBe('Ended')
  expect(view.facts).toContainEqual({ key: 'Ended', value: '1 May 2026, revoked for good progress' })
  expect(view.whyUntil.because).toEqual(['12 months from 1 January 2026, that day counted.'])
  expect(view.elapsed).toBeNull()
})

test('time passed counts days, never below none and never above all', () => {
  expect(elapsed('2026-01-01', '2026-12-31', '2026-07-02')).toEqual({
    percent: 49,
    text: '182 of 365 days have passed (49%)',
  })
  expect(elapsed('2026-01-01', '2026-12-31', '2025-06-01')?.percent).toBe(0)
  expect(elapsed('2026-01-01', '2026-12-31', '2030-06-01')?.percent).toBe(100)
  expect(elapsed('2026-01-02', '2026-01-01', '2026-01-01')).toBeNull()
})

test('terms are said in units', () => {
  expect(termText({ years: 1, months: 6 })).toBe('1 year and 6 months')
  expect(termText(null)).toBe('Not known')
})
