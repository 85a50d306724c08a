import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Length, RequirementKind } from '../model.ts'
import { requirementTypes } from '../parameters/requirement-types.ts'
import { checkOrder } from './order-check.ts'
import type { CheckedRequirement, ProposedOrder } from './proposed-order.ts'

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
const need = (kind: RequirementKind, length: Length | null, more: Partial<CheckedRequirement> = {}) => ({
  kind,
  length,
  startsOn: null,
  endsOn: null,
  ...more,
})
const work = (amount: number) => need('unpaid-work', { amount, unit: 'hours' })
const codes = (change: Partial<ProposedOrder>) => checkOrder({ ...order, ...change }).reasons.map(one => one.code)
const withNeeds = (...requirements: readonly CheckedRequirement[]) => codes({ requirements })

describe('unpaid work', () => {
  it.each([
    [39, ['too-few']],
    [40, []],
    [300, []],
    [301, ['too-many']],
  ])('of %d hours: %j', (hours, found) => {
    expect(withNeeds(work(hours))).toEqual(found)
  })
  it('of two requirements is counted together', () => {
    expect(withNeeds(work(30), work(20))).toEqual(['requirement-repeated'])
    expect(withNeeds(work(200), work(120))).toEqual(['too-many', 'requirement-repeated'])
  })
  it('of a supervision default order is 20 to 60 hours', () => {
    const sdo = { family: 'supervision-default-order', length: null, endsOn: null } as const
    expect(codes({ ...sdo, requirements: [work(60)] })).toEqual([])
    expect(codes({ ...sdo, requirements: [work(61)] })).toEqual(['too-many'])
  })
  it('given in weeks does not fit', () => {
    expect(withNeeds(need('unpaid-work', { amount: 12, unit: 'weeks' }))).toEqual(['unit-does-not-fit'])
  })
})

describe('a curfew', () => {
  const curfew = (mostHoursADay: number, mostHoursInSevenDays: number | null = null) =>
    need(
      'curfew',
      { amount: 6, unit: 'months' },
      { curfew: { fewestHoursADay: 2, mostHoursADay, mostHoursInSevenDays } },
    )
  it.each([
    ['2022-06-27', 16, []],
    ['2022-06-27', 17, ['curfew-too-many-hours-a-day']],
    ['2022-06-28', 20, []],
    ['2022-06-28', 21, ['curfew-too-many-hours-a-day']],
  ] as const)('after a conviction on %s of %d hours a day: %j', (convictedOn, hours, found) => {
    expect(codes({ convictedOn, requirements: [curfew(hours)] })).toEqual(found)
  })
  it('is at most 112 hours in seven days for later convictions', () => {
    expect(withNeeds(curfew(16, 112))).toEqual([])
    expect(withNeeds(curfew(16, 113))).toEqual(['curfew-too-many-hours-in-seven-days'])
    expect(codes({ convictedOn: '2022-06-27', requirements: [curfew(16, 113)] })).toEqual([])
  })
  it('lasts twelve months at most for earlier convictions, two years for later ones', () => {
    const long = { length: { years: 3 }, endsOn: null, requirements: [need('curfew', { amount: 13, unit: 'months' })] }
    expect(codes({ ...long, convictedOn: '2022-06-27' })).toEqual(['curfew-too-long'])
    expect(codes(long)).toEqual([])
    expect(codes({ ...long, requirements: [need('curfew', { amount: 25, unit: 'months' })] })).toEqual([
      'curfew-too-long',
    ])
  })
  it('whose day of conviction is not known says so', () => {
    expect(codes({ convictedOn: null, requirements: [curfew(16)] })).toEqual(['conviction-date-not-known'])
  })
})

describe('other requirements', () => {
  it.each([
    [120, []],
    [121, ['requirement-too-long']],
  ])('alcohol abstinence for %d days: %j', (amount, found) => {
    expect(withNeeds(need('alcohol-abstinence', { amount, unit: 'days' }))).toEqual(found)
  })
  it('alcohol abstinence never goes with alcohol treatment', () => {
    const both = [
      need('alcohol-abstinence', { amount: 90, unit: 'days' }),
      need('alcohol-treatment', { amount: 6, unit: 'months' }),
    ]
    expect(withNeeds(...both)).toEqual(['abstinence-with-alcohol-treatment'])
  })
  it('an exclusion of more than two years is too long', () => {
    const long = { length: { years: 3 }, endsOn: null } as const
    expect(codes({ ...long, requirements: [need('exclusion', { amount: 24, unit: 'months' })] })).toEqual([])
    expect(codes({ ...long, requirements: [need('exclusion', { amount: 25, unit: 'months' })] })).toEqual([
      'requirement-too-long',
    ])
  })
  it('an attendance centre is for those under 25 convicted before 28 June 2022', () => {
    const centre = {
      requirements: [need('attendance-centre', { amount: 24, unit: 'hours' })],
      ageAtConviction: 24,
    } as const
    expect(codes({ ...centre, convictedOn: '2022-06-27' })).toEqual([])
    expect(codes({ ...centre, convictedOn: '2022-06-27', ageAtConviction: 25 })).toEqual(['too-old'])
    expect(codes(centre)).toEqual(['not-available-then'])
  })
  it.each(requirementTypes.filter(type => type.prospective).map(type => type.kind))('%s is not in force', kind => {
    expect(checkOrder({ ...order, requirements: [need(kind, null)] })).toMatchObject({ outcome: 'unlawful' })
    expect(withNeeds(need(kind, null))).toContain('not-in-force')
  })
  it('an order of rehabilitation alone has nothing punitive', () => {
    expect(withNeeds(need('rehabilitation-activity', { amount: 30, unit: 'days' }))).toEqual(['nothing-punitive'])
  })
  it('a youth requirement is not for an adult order', () => {
    expect(withNeeds(need('education', { amount: 6, unit: 'months' }), work(40))).toEqual(['not-for-this-order'])
  })
  it('that outlasts the order is shown', () => {
    expect(withNeeds(need('curfew', null, { endsOn: '2027-11-21' }))).toEqual(['outlasts-the-order'])
  })
})

describe('the order itself', () => {
  const requirements = [work(100)]
  it('a community order lasts three years at most', () => {
    expect(codes({ requirements, length: { years: 3 }, endsOn: null })).toEqual([])
    expect(codes({ requirements, length: { years: 3, days: 1 }, endsOn: null })).toEqual(['order-too-long'])
    expect(codes({ requirements, length: null, endsOn: '2029-11-20' })).toEqual([])
    expect(codes({ requirements, length: null, endsOn: '2029-11-21' })).toEqual(['order-too-long'])
  })
  it('needs an imprisonable offence', () => {
    expect(codes({ requirements, imprisonable: false })).toEqual(['offence-not-imprisonable'])
  })
  it.each<[Partial<ProposedOrder>, string]>([
    [{ endsOn: '2026-11-20' }, 'ends-before-sentence'],
    [{ endsOn: '2027-11-21' }, 'end-differs-from-length'],
    [{ endsOn: null, length: null }, 'order-end-not-known'],
    [{ length: {}, endsOn: null }, 'order-empty'],
    [{ convictedOn: '2026-11-22' }, 'convicted-after-sentence'],
    [{ requirements: [] }, 'no-requirement'],
    [{ convictedOn: '1999-01-01' }, 'limit-not-known'],
  ])('%j: %s', (change, code) => {
    expect(codes({ requirements, ...change })).toContain(code)
  })
})

describe('a suspended sentence', () => {
  const suspended: Partial<ProposedOrder> = {
    family: 'suspended-sentence',
    length: { months: 6 },
    operationalPeriod: { months: 18 },
    supervisionPeriod: { months: 12 },
    endsOn: null,
    requirements: [work(100)],
  }
  it.each<[Partial<ProposedOrder>, readonly string[]]>([
    [{}, []],
    [{ length: { years: 2 } }, []],
    [{ length: { years: 2, days: 1 } }, ['custodial-term-too-long']],
    [{ length: { days: 13 } }, ['custodial-term-too-short']],
    [{ operationalPeriod: { months: 25 } }, ['operational-period-too-long']],
    [{ operationalPeriod: { months: 5 }, supervisionPeriod: null }, ['operational-period-too-short']],
    [{ supervisionPeriod: { months: 19 } }, ['supervision-outlasts-operational-period']],
    [{ operationalPeriod: null }, ['operational-period-not-known']],
  ])('%j: %j', (change, found) => {
    expect(codes({ ...suspended, ...change })).toEqual(found)
  })
})

describe('every check', () => {
  it('puts broken limits first, says which requirement, and names the law', () => {
    const decision = checkOrder({ ...order, requirements: [work(12), need('curfew', null)] })
    expect(decision.outcome).toBe('unlawful')
    expect(decision.reasons.map(one => one.data.severity)).toEqual(['unlawful', 'look'])
    expect(decision.reasons[1]?.data.requirement).toBe(1)
    expect(decision.rules).toMatchObject([{ parameter: 'sentence.unpaid-work-hours', source: { kind: 'statute' } }])
  })

  it('answers for any order without failing', () => {
    const length = fc.option(
      fc.record({
        amount: fc.oneof(fc.integer({ min: -5, max: 5000 }), fc.double()),
        unit: fc.constantFrom('years', 'months', 'weeks', 'days', 'hours', 'sessions'),
      }),
    )
    const small = fc.option(
      fc.record({ months: fc.integer({ min: -1, max: 60 }), years: fc.constantFrom(0, 1, 2, 9000) }),
    )
    const day = fc.option(fc.constantFrom('2004-01-01', '2012-12-03', '2022-06-28', '2026-11-21', '2027-02-28'))
    fc.assert(
      fc.property(
        fc.record({
          family: fc.constantFrom('community-order', 'suspended-sentence', 'custody', 'youth-rehabilitation-order'),
          length: small,
          operationalPeriod: small,
          supervisionPeriod: small,
          convictedOn: day,
          endsOn: day,
          requirements: fc.array(
            fc.record({
              kind: fc.constantFrom(...requirementTypes.map(type => type.kind)),
              length,
              startsOn: day,
              endsOn: day,
            }),
          ),
        }),
        change => {
          const decision = checkOrder({ ...order, ...change } as ProposedOrder)
          expect(decision.outcome === 'no-objection').toBe(decision.reasons.length === 0)
        },
      ),
    )
  })
})
