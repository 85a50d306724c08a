import { describe, expect, it } from 'vitest'
import { acceptanceOf, alreadyRecorded, type RecordedOrder } from './acceptance.ts'

describe('who accepts a proposal', () => {
  const clean = { kind: 'order', reviews: [] } as const
  const facts = { exactMatch: true, acceptedBefore: false, identity: 'proposal-1' }
  const by = (item: Parameters<typeof acceptanceOf>[0], more: Partial<typeof facts> = {}) =>
    acceptanceOf(item, { ...facts, ...more }, '2026-03-02').outcome

  it('about one clean order in ten goes to a person, always the same ones', () => {
    const people = Array.from({ length: 2000 }, (_, index) => by(clean, { identity: `p${index}` })).filter(
      who => who === 'person',
    )
    expect(people.length).toBeGreaterThan(120)
    expect(people.length).toBeLessThan(280)
    expect(by(clean)).toBe(by(clean))
  })
  it.each<[string, Parameters<typeof acceptanceOf>[0], Partial<typeof facts>]>([
    ['without an exact match', clean, { exactMatch: false }],
    ['with a review', { kind: 'order', reviews: [{ code: 'unit-not-fitting', data: {} }] }, {}],
    ['that is a breach outcome', { kind: 'breach-outcome', reviews: [] }, {}],
    ['that changes what was accepted', clean, { acceptedBefore: true }],
  ])('one %s never goes to the machine', (_, item, more) => {
    const answers = Array.from({ length: 50 }, (__, index) => by(item, { ...more, identity: `p${index}` }))
    expect(new Set(answers)).toEqual(new Set(['person']))
  })
})

describe('an order entered by hand before its message', () => {
  const proposed = { type: 'COMMUNITY_ORDER', on: '2026-03-02', courtCode: 'B01EF', offenceCodes: ['TH68010'] } as const
  const held: RecordedOrder = { orderId: 'a', type: 'COMMUNITY_ORDER', sentencedOn: '2026-03-02', offenceCodes: [] }
  it('is the same order, so no second one is made', () => {
    expect(alreadyRecorded(proposed, [held]).outcome).toEqual({ kind: 'recorded', orderId: 'a' })
  })
  it.each<[string, Partial<RecordedOrder>]>([
    ['another type', { type: 'SUSPENDED_SENTENCE' }],
    ['another day', { sentencedOn: '2026-03-01' }],
    ['another court', { courtCode: 'B01LY' }],
    ['only other offences', { offenceCodes: ['RT88191'] }],
  ])('is another order when it has %s', (_, more) => {
    expect(alreadyRecorded(proposed, [{ ...held, ...more }]).outcome).toEqual({ kind: 'new' })
  })
  it('two that fit are for a person to tell apart', () => {
    expect(alreadyRecorded(proposed, [held, { ...held, orderId: 'b' }]).outcome.kind).toBe('unclear')
  })
})
