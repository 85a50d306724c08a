import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Length, type RequirementKind, requirementTypes } from '../../sentence/index.ts'
import { type ComparedOrder, concordance, concordanceShare } from './concordance.ts'

const need = (kind: RequirementKind, amount: number | null = null, unit: Length['unit'] = 'hours') => ({
  kind,
  length: amount === null ? null : { amount, unit },
})
const order = (...requirements: ComparedOrder['requirements']): ComparedOrder => ({
  family: 'community-order',
  requirements,
})
const compared = (proposed: ComparedOrder | null, sentenced: ComparedOrder | null) => {
  const { outcome, reasons } = concordance(proposed, sentenced)
  return [outcome, ...reasons.map(one => one.code)]
}

describe('a sentence', () => {
  it('of the same order and kinds followed the proposal, whatever their order', () => {
    const proposed = order(need('unpaid-work', 100), need('programme'))
    expect(compared(proposed, order(need('programme'), need('unpaid-work', 100)))).toEqual([
      'followed',
      'as-proposed',
      'as-proposed',
    ])
  })
  it('with another length followed it, and says so', () => {
    expect(compared(order(need('unpaid-work', 100)), order(need('unpaid-work', 120)))).toEqual([
      'followed',
      'another-length',
    ])
    expect(compared(order(need('unpaid-work', 100)), order(need('unpaid-work', 60), need('unpaid-work', 40)))).toEqual([
      'followed',
      'as-proposed',
    ])
  })
  it('with a requirement more or less followed it in part', () => {
    const proposed = order(need('unpaid-work', 100), need('programme'))
    expect(compared(proposed, order(need('unpaid-work', 100), need('curfew')))).toEqual([
      'in-part',
      'added-by-court',
      'not-made',
      'as-proposed',
    ])
  })
  it('of another order did not follow it', () => {
    const custody: ComparedOrder = { family: 'custody', requirements: [] }
    expect(compared(order(need('unpaid-work', 100)), custody)).toEqual(['not-followed', 'another-order', 'not-made'])
  })
  it('that is not there yet, or had no proposal, is not compared', () => {
    expect(compared(order(), null)).toEqual(['not-known', 'no-sentence'])
    expect(compared(null, order())).toEqual(['not-known', 'no-proposal'])
  })
})

it('a share leaves out what could not be compared, and is not known where nothing could', () => {
  expect(concordanceShare(['followed', 'in-part', 'not-followed', 'not-known', 'followed'])).toEqual({
    followed: 2,
    inPart: 1,
    compared: 4,
    share: 0.5,
  })
  expect(concordanceShare(['not-known']).share).toBeNull()
})

const requirement = fc.record({
  kind: fc.constantFrom(...requirementTypes.map(one => one.kind)),
  length: fc.option(fc.record({ amount: fc.integer({ min: 1, max: 300 }), unit: fc.constantFrom('hours', 'days') })),
}) as fc.Arbitrary<ComparedOrder['requirements'][number]>

it('an order always follows itself, in any order of its requirements', () => {
  fc.assert(
    fc.property(fc.array(requirement, { maxLength: 5 }), requirements => {
      expect(concordance(order(...requirements), order(...requirements.toReversed())).outcome).toBe('followed')
    }),
  )
})

it('following wholly is the same both ways round', () => {
  fc.assert(
    fc.property(fc.array(requirement, { maxLength: 4 }), fc.array(requirement, { maxLength: 4 }), (one, other) => {
      expect(concordance(order(...one), order(...other)).outcome).toBe(
        concordance(order(...other), order(...one)).outcome,
      )
    }),
  )
})
