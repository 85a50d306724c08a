import { describe, expect, it } from 'vitest'
import { findingWords } from './finding-words.ts'
import { checkOrder } from './rules/order-check.ts'
import type { ProposedOrder } from './rules/proposed-order.ts'

const order: ProposedOrder = {
  family: 'community-order',
  sentencedOn: '2026-11-21',
  convictedOn: '2026-11-02',
  ageAtConviction: 30,
  imprisonable: true,
  length: { months: 12 },
  endsOn: '2027-11-20',
  operationalPeriod: null,
  supervisionPeriod: null,
  requirements: [],
}
const need = (
  kind: ProposedOrder['requirements'][number]['kind'],
  amount: number,
  unit: 'hours' | 'days' | 'months' | 'weeks',
) => ({
  kind,
  length: { amount, unit },
  startsOn: null,
  endsOn: null,
})
const said = (change: Partial<ProposedOrder>) => checkOrder({ ...order, ...change }).reasons.map(findingWords)

describe('findings in words', () => {
  it.each<[Partial<ProposedOrder>, readonly string[]]>([
    [{ requirements: [need('unpaid-work', 301, 'hours')] }, ['Unpaid work: 301 hours together; the most is 300.']],
    [{ requirements: [need('unpaid-work', 12, 'weeks')] }, ['Unpaid work is given in hours, not as 12 weeks.']],
    [
      { requirements: [need('unpaid-work', 40, 'hours')], length: { years: 3, days: 1 }, endsOn: null },
      ['The order would last until 21 November 2029, longer than the most the law allows: 3 years.'],
    ],
    [
      { requirements: [need('unpaid-work', 40, 'hours')], length: null, endsOn: '2030-01-01' },
      ['The order ends on 1 January 2030; the latest day the law allows is 20 November 2029.'],
    ],
    [
      { requirements: [need('alcohol-abstinence', 121, 'days')] },
      [
        'Alcohol abstinence and monitoring would last until 21 March 2027, longer than the most the law allows: 120 days.',
      ],
    ],
    [{ requirements: [] }, ['A community order has at least one requirement; this one has none.']],
    [
      { requirements: [need('unpaid-work', 40, 'hours')], length: { years: 9000 }, endsOn: null },
      ['The order: 9000 years cannot be right.'],
    ],
  ])('%j', (change, words) => {
    expect(said(change)).toEqual(words)
  })

  it('a finding nobody knows is a defect, not an empty line', () => {
    expect(() => findingWords({ code: 'invented', data: {} })).toThrow(/No words for the finding invented/)
  })
})
