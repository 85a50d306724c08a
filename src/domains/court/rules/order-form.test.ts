import { describe, expect, it } from 'vitest'
import { orderFormOf } from './order-form.ts'
import type { ProposedOrder } from './proposed-orders.ts'

const about = {
  sentencedOn: '2026-03-02',
  courtCode: 'B01EF',
  offences: [
    { sequence: 1, code: 'TH68010', title: 'Theft', convictedOn: '2026-02-20', committedOn: null },
    { sequence: 2, code: 'TH68011', title: 'Other theft', convictedOn: '2026-02-10', committedOn: null },
  ],
} as const
const custody = (terms: ProposedOrder['terms']): ProposedOrder => ({
  type: 'CUSTODY',
  offenceSequences: [1, 2],
  terms,
  requirements: [],
})

describe('a proposed order as a form', () => {
  it('names its own offences and the first conviction', () => {
    const form = orderFormOf({ ...custody([]), offenceSequences: [1] }, about)
    expect(form).toMatchObject({ family: 'custody', convictedOn: '2026-02-20', length: null })
    expect(form.offences.map(offence => offence.code)).toEqual(['TH68010'])
  })
  it('concurrent terms run together: the longest counts', () => {
    const terms = [
      { offenceSequence: 1, length: { value: 4, unit: 'M' }, order: 'concurrent' },
      { offenceSequence: 2, length: { value: 20, unit: 'W' }, order: 'concurrent' },
    ] as const
    expect(orderFormOf(custody(terms), about).length).toEqual({ weeks: 20 })
  })
  it('a consecutive term is added, unit by unit', () => {
    const terms = [
      { offenceSequence: 1, length: { value: 4, unit: 'M' }, order: 'not-stated' },
      { offenceSequence: 2, length: { value: 6, unit: 'W' }, order: 'consecutive' },
    ] as const
    expect(orderFormOf(custody(terms), about).length).toEqual({ months: 4, weeks: 6 })
  })
  it('hours of unpaid work keep their unit, and a length in hours is none of the order', () => {
    const form = orderFormOf(
      {
        type: 'COMMUNITY_ORDER',
        offenceSequences: [1],
        terms: [{ offenceSequence: 1, length: { value: 100, unit: 'H' }, order: 'not-stated' }],
        endDate: '2027-03-01',
        requirements: [
          {
            code: 3101,
            type: 'UNPAID_WORK',
            length: { value: 100, unit: 'H' },
            electronicMonitoring: false,
            offenceSequences: [1],
          },
        ],
      },
      about,
    )
    expect(form).toMatchObject({
      length: null,
      endsOn: '2027-03-01',
      requirements: [{ kind: 'unpaid-work', length: { amount: 100, unit: 'hours' } }],
    })
  })
})
