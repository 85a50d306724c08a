import { describe, expect, it } from 'vitest'
import { breachReadiness, breachSignals, findBreachedOrder, type OrderOnRecord } from './breach-at-court.ts'

describe('a listing about a breach', () => {
  it('is told by offence, application, hearing type and plea', () => {
    expect(
      breachSignals({
        hearingType: 'Breach of Order',
        offences: [{ code: 'CJ03510', plea: { value: 'ADM', given: '7' } }],
        applications: [{ kind: 'breach' }],
      }),
    ).toEqual(['breach-application', 'breach-offence', 'breach-hearing', 'admitted'])
  })
  it('is not one for a theft at a first hearing', () => {
    expect(breachSignals({ hearingType: 'FH', offences: [{ code: 'TH68010' }], applications: [] })).toEqual([])
  })
  it('a review is no breach', () => {
    expect(breachSignals({ hearingType: 'REV', offences: [], applications: [{ kind: 'review' }] })).toEqual([
      'review-application',
      'review-hearing',
    ])
  })
})

describe('the order that was breached', () => {
  const asked = { orderDate: '2021-11-05', orderingCourtCode: 'B01LY', offences: [{ code: 'SX03209' }] } as const
  const held: OrderOnRecord = {
    orderId: 'a',
    sentencedOn: '2021-11-05',
    courtCode: 'B01LY',
    offenceCodes: ['SX03209', 'TH68010'],
  }
  it('is the one whose date, court and offence agree', () => {
    const other: OrderOnRecord = { ...held, orderId: 'b', sentencedOn: '2020-01-01' }
    expect(findBreachedOrder(asked, [other, held]).outcome).toEqual({ kind: 'found', orderId: 'a' })
  })
  it('is for staff to choose when only part agrees, the best first', () => {
    const part: OrderOnRecord = { ...held, orderId: 'b', courtCode: 'B01EF' }
    const none: OrderOnRecord = { orderId: 'c', sentencedOn: '2019-01-01', offenceCodes: [] }
    expect(findBreachedOrder(asked, [none, part]).outcome).toEqual({
      kind: 'candidates',
      orders: [
        { orderId: 'b', agrees: ['order-date', 'offence'] },
        { orderId: 'c', agrees: [] },
      ],
    })
  })
  it('is for staff to choose when two agree in all', () => {
    expect(findBreachedOrder(asked, [held, { ...held, orderId: 'b' }]).outcome.kind).toBe('candidates')
  })
})

describe('readiness for a breach hearing', () => {
  const known = { packSentOn: '2026-02-20', failures: 2, responsibleOfficer: 'N07A001' } as const
  it.each([
    ['everything there', known, 'ready'],
    ['no pack', { ...known, packSentOn: null }, 'not-ready'],
    ['no failure to prove', { ...known, failures: 0 }, 'not-ready'],
    ['nobody responsible', { ...known, responsibleOfficer: null }, 'not-ready'],
    ['failures not known', { ...known, failures: undefined }, 'not-known'],
    ['nothing known', {}, 'not-known'],
  ])('%s', (_, facts, expected) => {
    expect(breachReadiness(facts).outcome).toBe(expected)
  })
})
