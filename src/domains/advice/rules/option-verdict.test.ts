import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { requirementTypes } from '../../sentence/index.ts'
import type { PackageRequirement, ProposalFacts, Treatment } from '../model.ts'
import { proposalOption, proposalOptions } from '../parameters/proposal-options.ts'
import { proposalRules } from '../parameters/rule-rows.ts'
import { optionVerdict } from './option-verdict.ts'
import {
  exampleFacts,
  noTreatment,
  treatmentMet,
  unknownTreatment,
  withCase,
  withDelivery,
  withPerson,
  withTreatment,
} from './proposal.fixture.ts'
import { readRuleFile } from './rule-file.ts'

function verdict(id: string, facts: ProposalFacts, as: Partial<PackageRequirement> = {}, rules = proposalRules) {
  const option = proposalOption(id)!
  const kind = option.requirement
  const requirement = kind ? { option: id, kind, length: null, curfew: null, ...as } : null
  return optionVerdict(option, requirement, 'community-order', facts, rules)
}
const codes = (id: string, facts: ProposalFacts, as: Partial<PackageRequirement> = {}) => {
  const { status, findings } = verdict(id, facts, as)
  return [status, ...findings.map(one => one.reason.code)]
}
const hours = (amount: number) => ({ length: { amount, unit: 'hours' as const } })
const convictedOn = (day: LocalDate | null) =>
  withCase({ offences: [{ committedOn: '2022-01-10', convictedOn: day, imprisonable: true }] })
const curfewOf = (hoursADay: number) => ({ curfew: { hoursADay, times: [] } })

describe('a curfew', () => {
  it.each([
    ['2022-06-27', 16, 'available'],
    ['2022-06-27', 17, 'unlawful'],
    ['2022-06-28', 16, 'available'],
    ['2022-06-28', 17, 'unlawful'],
  ] as const)('after a conviction on %s of %d hours every day is %s', (day, hoursADay, status) => {
    expect(verdict('curfew', convictedOn(day), curfewOf(hoursADay)).status).toBe(status)
  })
  it('of 17 hours a day breaks the day before 28 June 2022, and the week of 112 hours from then', () => {
    expect(codes('curfew', convictedOn('2022-06-27'), curfewOf(17))).toEqual([
      'unlawful',
      'curfew-too-many-hours-a-day',
    ])
    expect(codes('curfew', convictedOn('2022-06-28'), curfewOf(17))).toEqual([
      'unlawful',
      'curfew-too-many-hours-in-seven-days',
    ])
  })
  it('of 20 hours on one day is lawful from 28 June 2022 only', () => {
    const oneLongDay = { curfew: { hoursADay: 20, times: [{ weekday: 'Sunday' as const, from: 0, to: 20 * 60 }] } }
    expect(verdict('curfew', convictedOn('2022-06-27'), oneLongDay).status).toBe('unlawful')
    expect(verdict('curfew', convictedOn('2022-06-28'), oneLongDay).status).toBe('available')
  })
  it('with the day of conviction not known needs it, and names the limit it turns on', () => {
    expect(codes('curfew', convictedOn(null), curfewOf(12))).toEqual(['needs-information', 'conviction-date-not-known'])
  })
  it('needs a suitable address and the consent of the household', () => {
    const facts = withPerson({ curfewAddressSuitable: null, householdConsents: false })
    const { status, findings } = verdict('curfew', facts, curfewOf(12))
    expect(status).toBe('not-eligible')
    expect(findings.map(one => one.rule)).toEqual(['curfew.household', 'curfew.address'])
    expect(findings[1]?.questions[0]?.question).toMatch(/suitable/)
  })
  it('does not fall in hours the person works', () => {
    const nightWork = withPerson({ cannotAttendHours: [{ weekday: 'Tuesday', from: 22 * 60, to: 24 * 60 }] })
    const nights = { curfew: { hoursADay: 12, times: [{ weekday: 'Tuesday' as const, from: 19 * 60, to: 24 * 60 }] } }
    expect(codes('curfew', nightWork, nights)).toEqual(['not-eligible', 'curfew-over-committed-hours'])
  })
})

describe('unpaid work', () => {
  it.each([
    [39, 'unlawful', 'too-few'],
    [40, 'available', undefined],
    [300, 'available', undefined],
    [301, 'unlawful', 'too-many'],
  ] as const)('of %d hours is %s', (amount, status, code) => {
    const found = verdict('unpaid-work', exampleFacts, hours(amount))
    expect([found.status, found.findings[0]?.reason.code]).toEqual([status, code])
  })
  it('beyond the limit names the parameter of the law and its source', () => {
    const [found] = verdict('unpaid-work', exampleFacts, hours(301)).findings
    expect(found?.rule).toBe('sentence.unpaid-work-hours')
    expect(found?.source.cite).toMatch(/Schedule 9 Part 1/)
  })
  it('counts hours still to be worked under another order', () => {
    const facts = withCase({ outstandingUnpaidWorkHours: 101 })
    expect(codes('unpaid-work', facts, hours(200))).toEqual(['unlawful', 'concurrent-unpaid-work'])
    expect(verdict('unpaid-work', facts, hours(199)).status).toBe('available')
  })
  it('with outstanding hours not known asks for them', () => {
    const facts = withCase({ outstandingUnpaidWorkHours: null })
    expect(codes('unpaid-work', facts, hours(100))).toEqual(['needs-information', 'outstanding-hours-not-known'])
  })
})

describe('alcohol', () => {
  const alcohol = (treatment: Treatment) => withTreatment({ alcohol: treatment })
  const days = (amount: number) => ({ length: { amount, unit: 'days' as const } })
  it.each([
    [120, 'available'],
    [121, 'unlawful'],
  ] as const)('abstinence monitoring of %d days is %s', (amount, status) => {
    expect(verdict('alcohol-abstinence', alcohol(noTreatment), days(amount)).status).toBe(status)
  })
  it('abstinence monitoring of a dependent person is unlawful, with the rule and its source', () => {
    const { status, findings } = verdict('alcohol-abstinence', alcohol(treatmentMet), days(60))
    expect(status).toBe('unlawful')
    expect(findings[0]).toMatchObject({ rule: 'abstinence.not-dependent', law: true, source: { kind: 'assumption' } })
  })
  it('abstinence monitoring with dependency not known needs information, with the question that settles it', () => {
    const { status, findings } = verdict('alcohol-abstinence', alcohol(unknownTreatment), days(60))
    expect(status).toBe('needs-information')
    expect(findings[0]?.questions).toEqual([
      { fact: 'alcohol.dependent', question: 'Is the person dependent on alcohol?' },
    ])
  })
  it('treatment comes first where all four conditions are met, and needs each of them', () => {
    expect(verdict('alcohol-treatment', alcohol(treatmentMet)).mustHave).toEqual(['alcohol-treatment.first'])
    expect(verdict('alcohol-treatment', alcohol({ ...treatmentMet, willing: false })).status).toBe('unlawful')
    expect(verdict('alcohol-treatment', alcohol({ ...treatmentMet, willing: null })).status).toBe('needs-information')
    expect(verdict('alcohol-treatment', alcohol({ ...treatmentMet, willing: null })).mustHave).toEqual([])
  })
})

describe('requirements of the Sentencing Act 2026', () => {
  const prospective = requirementTypes.filter(one => one.prospective).map(one => one.kind)
  it.each(prospective)('%s is unlawful while its first day is not known', kind => {
    const { status, findings } = verdict(kind, exampleFacts)
    expect(status).toBe('unlawful')
    expect(findings.find(one => one.rule === `${kind}.commences`)?.reason).toMatchObject({ code: 'not-commenced' })
    expect(findings[0]?.source.cite).toMatch(/Sentencing Act 2026/)
  })
  it('are refused for an offence before the first day, and asked for the day where it is not known', () => {
    const rows = proposalRules.rows.map(row =>
      row.id === 'public-event-attendance-prohibition.commences' ? { ...row, from: '2026-09-01' } : row,
    )
    const commenced = readRuleFile({ version: 'with a first day', rows })
    const offences = (day: LocalDate | null) =>
      withCase({ offences: [{ committedOn: day, convictedOn: '2026-11-02', imprisonable: true }] })
    const found = (day: LocalDate | null) =>
      verdict('public-event-attendance-prohibition', offences(day), {}, commenced).findings.map(one => one.reason.code)
    expect(found('2026-08-31')).toContain('not-commenced')
    expect(found('2026-09-01')).not.toContain('not-commenced')
    expect(found(null)).toContain('day-not-known')
  })
})

describe('an order', () => {
  const imprisonable = (answer: boolean | null) =>
    withCase({ offences: [{ committedOn: '2026-08-03', convictedOn: '2026-11-02', imprisonable: answer }] })
  it('for an offence that cannot be punished with prison is unlawful, whatever the requirement', () => {
    const statuses = proposalOptions
      .filter(option => option.requirement)
      .map(option => verdict(option.id, imprisonable(false)).status)
    expect(new Set(statuses)).toEqual(new Set(['unlawful']))
  })
  it('with that not known needs the answer', () => {
    expect(codes('unpaid-work', imprisonable(null), hours(100))).toEqual([
      'needs-information',
      'imprisonable-not-known',
    ])
  })
})

describe('programmes', () => {
  it('of moderate intensity follow the programme pathway, which is asked for where it is not known', () => {
    const risk = (pathway: 'M' | 'A' | 'O') => ({
      ...exampleFacts,
      risk: { ...exampleFacts.risk, programmeNeeds: { ...exampleFacts.risk.programmeNeeds!, pathway } },
    })
    expect(verdict('programme-moderate', risk('M')).status).toBe('available')
    expect(verdict('programme-moderate', risk('A')).status).toBe('not-eligible')
    expect(verdict('programme-moderate', risk('O')).status).toBe('needs-information')
    expect(verdict('structured-intervention', risk('A')).status).toBe('available')
    expect(verdict('programme-high', risk('M')).status).toBe('not-eligible')
  })
  it('for sexual offending treat no score as not known, never as low', () => {
    expect(verdict('programme-sexual', withCase({ sexual: true })).status).toBe('needs-information')
    expect(verdict('programme-sexual', withCase({ sexual: false })).status).toBe('not-eligible')
  })
  it('for domestic abuse take the higher rating, known as soon as one decides', () => {
    const rated = (saraPartner: 1 | 2 | null, saraOther: 1 | null) => {
      const facts = withCase({ domesticAbuse: true })
      return verdict('programme-domestic-abuse', { ...facts, risk: { ...facts.risk, saraPartner, saraOther } }).status
    }
    expect(rated(2, null)).toBe('available')
    expect(rated(1, null)).toBe('needs-information')
    expect(rated(1, 1)).toBe('not-eligible')
  })
})

describe('delivery', () => {
  it('is asked about where the catalogue says nothing, and refused where it says no', () => {
    expect(codes('unpaid-work', withDelivery('unpaid-work', null), hours(100))).toEqual([
      'needs-information',
      'delivery-not-known',
    ])
    expect(codes('unpaid-work', withDelivery('unpaid-work', { runs: false }), hours(100))).toEqual([
      'not-eligible',
      'not-delivered-here',
    ])
  })
  it('of another area tells nothing about this one', () => {
    const facts = { ...exampleFacts, area: 'Southmoor' }
    expect(codes('unpaid-work', facts, hours(100))).toEqual(['needs-information', 'delivery-not-known'])
  })
  it('only at hours or places the person cannot attend is not eligible', () => {
    const friday = { weekday: 'Friday' as const, from: 9 * 60, to: 17 * 60 }
    const facts = withDelivery('unpaid-work', { times: [friday], place: 'Mill Lane' })
    const taken = withPerson({ cannotAttendHours: [{ ...friday, from: 12 * 60 }] }, facts)
    expect(codes('unpaid-work', taken, hours(100))).toEqual(['not-eligible', 'no-time-the-person-can-attend'])
    const place = withPerson({ cannotAttendPlaces: ['Mill Lane'] }, facts)
    expect(codes('unpaid-work', place, hours(100))).toEqual(['not-eligible', 'place-the-person-cannot-attend'])
    expect(
      verdict('unpaid-work', withPerson({ cannotAttendHours: [{ ...friday, from: 0, to: 9 * 60 }] }, facts)).status,
    ).toBe('available')
  })
})

it('every requirement an adult can be given is an option', () => {
  const adult = requirementTypes.filter(one => one.orders.some(order => order !== 'youth-rehabilitation-order'))
  const offered = new Set(proposalOptions.map(option => option.requirement))
  const missing = adult
    .filter(one => one.orders.includes('community-order') && !offered.has(one.kind))
    .map(one => one.kind)
  expect(missing).toEqual(['activity', 'supervision'])
})
