import { describe, expect, it } from 'vitest'
import type { Package, ProposalFacts } from '../model.ts'
import { proposalRules } from '../parameters/rule-rows.ts'
import {
  everythingRuns,
  exampleFacts,
  treatmentMet,
  unknownTreatment,
  withCase,
  withDelivery,
  withPerson,
  withTreatment,
} from './proposal.fixture.ts'
import { propose } from './propose.ts'
import { readRuleFile } from './rule-file.ts'

const names = ({ requirements }: Package) => requirements.map(one => one.option)
const reasons = (facts: ProposalFacts) => propose(facts).reasons.map(one => one.code)

describe('a proposal', () => {
  it('puts the programme of the pathway first, with the arithmetic that ranks it', () => {
    const [best] = propose(exampleFacts).packages
    expect(names(best!)).toEqual(['programme-moderate', 'alcohol-abstinence'])
    expect(best!.mustHaves).toEqual(['programme-moderate'])
    expect(best!.arithmetic).toEqual([
      { code: 'need-covered', subject: 'alcohol', value: 1 },
      { code: 'harm-linked', subject: 'alcohol', value: 1 },
      { code: 'need-covered', subject: 'attitudes', value: 1 },
      { code: 'need-covered', subject: 'thinking-behaviour', value: 2 },
      { code: 'reoffending-linked', subject: 'thinking-behaviour', value: 1 },
      { code: 'waiting-weeks', subject: '2', value: -0.2 },
    ])
    expect(best!.total).toBe(5.8)
    expect(best!.uncovered).toEqual([])
  })
  it('says when each requirement starts, and why it is there', () => {
    const [best] = propose(exampleFacts).packages
    expect(best!.starts[0]).toEqual({
      option: 'programme-moderate',
      nextStartOn: '2026-12-07',
      waitWeeks: 2,
      provider: 'Northmoor delivery team',
    })
    expect(best!.points[0]).toEqual({
      code: 'why-this',
      data: {
        option: 'programme-moderate',
        role: 'helps',
        needs: ['attitudes', 'thinking-behaviour'],
        mustHave: ['programme-moderate.first'],
      },
    })
  })
  it('has at most five packages, each different', () => {
    const { packages } = propose(exampleFacts)
    expect(packages).toHaveLength(5)
    expect(new Set(packages.map(one => names(one).join())).size).toBe(5)
  })
  it('lists every option, with what rules of age and sex were used for', () => {
    const { options, personalFactsUsed } = propose(exampleFacts)
    expect(options.filter(one => one.status !== 'available' && one.findings.length === 0)).toEqual([])
    expect(personalFactsUsed).toEqual([
      { fact: 'person.age-at-conviction', rules: ['attendance-centre.age-known', 'young-adult-services.offered'] },
      { fact: 'person.sex', rules: ['programme-domestic-abuse.criteria', 'womens-services.offered'] },
    ])
  })
  it('asks for the seriousness where it is not known, and proposes nothing before', () => {
    const { outcome, packages, questions } = propose(withCase({ seriousness: null }))
    expect([outcome, packages.length]).toEqual(['needs-information', 0])
    expect(questions[0]?.question).toBe('How serious is the offence?')
  })
  it('of an offence below or above the frames of an order says so', () => {
    expect(reasons(withCase({ seriousness: 'below-community' }))).toContain('frame-has-no-order')
    expect(reasons(withCase({ seriousness: 'above-suspension' }))).toContain('frame-has-no-order')
  })
  it('never makes a community order for an offence that cannot be punished with prison', () => {
    const offences = [{ committedOn: '2026-08-03', convictedOn: '2026-11-02', imprisonable: false } as const]
    const { outcome, packages } = propose(withCase({ offences }))
    expect([outcome, packages]).toEqual(['nothing-fits', []])
  })
  it('is a suspended sentence at the threshold of custody, lawful only for terms that may be suspended', () => {
    const months = (number: number) =>
      propose(withCase({ seriousness: 'custody-threshold', custodialTerm: { months: number } }))
    expect(months(12).family).toBe('suspended-sentence')
    expect(months(12).packages.length).toBeGreaterThan(0)
    expect(months(25).packages).toEqual([])
    const refused = months(25).options.find(one => one.option.id === 'unpaid-work')
    expect(refused?.findings[0]).toMatchObject({ status: 'unlawful', rule: 'sentence.suspended-term' })
  })
  it('made for the allowed overlap takes that order, and one outside the frame proposes nothing', () => {
    const high = withCase({ seriousness: 'high', custodialTerm: { months: 6 } })
    expect(propose(high, proposalRules, 'suspended-sentence').packages[0]?.family).toBe('suspended-sentence')
    expect(propose(exampleFacts, proposalRules, 'suspended-sentence').reasons[0]?.code).toBe('frame')
    expect(propose(exampleFacts, proposalRules, 'suspended-sentence').packages).toEqual([])
  })
})

describe('a package', () => {
  const onlyHelp = (fineOrExceptional: boolean) => {
    const helps = everythingRuns.filter(one => one.option === 'programme-moderate')
    const facts = withCase({ fineOrExceptional, alcoholFactor: false })
    return propose({ ...facts, catalogue: { ...facts.catalogue, entries: helps } })
  }
  it('without anything punitive is flagged, unless there is a fine or circumstances are exceptional', () => {
    const { packages, reasons: why } = onlyHelp(false)
    expect(packages.map(names)).toEqual([['programme-moderate']])
    expect(packages[0]?.flags.map(one => one.code)).toContain('nothing-punitive')
    expect(why.map(one => one.code)).toContain('nothing-punitive-available')
    expect(onlyHelp(true).packages[0]?.flags.map(one => one.code)).not.toContain('nothing-punitive')
  })
  it('never has abstinence beside alcohol treatment', () => {
    const { packages } = propose(withTreatment({ alcohol: treatmentMet }))
    expect(packages.length).toBeGreaterThan(0)
    expect(packages[0]?.mustHaves).toEqual(['programme-moderate', 'alcohol-treatment'])
    expect(packages.some(one => names(one).includes('alcohol-abstinence'))).toBe(false)
  })
  it('of two treatments says that they are combined', () => {
    const { packages } = propose(
      withTreatment({ alcohol: treatmentMet, mentalHealth: treatmentMet }, withCase({ seriousness: 'high' })),
    )
    expect(packages[0]?.points).toContainEqual({
      code: 'combined-treatment',
      data: { treatments: ['mental-health-treatment', 'alcohol-treatment'] },
    })
  })
  it('with more musts than its frame has room for says which is left out', () => {
    const [best] = propose(withTreatment({ alcohol: treatmentMet, mentalHealth: treatmentMet })).packages
    expect(best?.requirements).toHaveLength(3)
    expect(best?.flags).toEqual([
      {
        code: 'must-have-left-out',
        data: { option: 'mental-health-treatment', mustHave: ['mental-health-treatment.first'] },
      },
    ])
  })
  it('does not rest on an option whose dependency is not known, and asks', () => {
    const { packages, questions, options } = propose(withTreatment({ alcohol: unknownTreatment }))
    const open = options
      .filter(one => one.option.requirement && one.status === 'needs-information')
      .map(one => one.option.id)
    expect(open).toEqual(['alcohol-treatment', 'alcohol-abstinence'])
    expect(packages.flatMap(names).filter(name => open.includes(name))).toEqual([])
    expect(questions.map(one => one.fact)).toContain('alcohol.dependent')
  })
  it('asks for no more hours a week than the person has', () => {
    const facts = withPerson({ freeHoursAWeek: 5 }, withDelivery('unpaid-work', { hoursAWeek: 7 }))
    expect(propose(facts).packages.flatMap(names)).not.toContain('unpaid-work')
    const unknown = propose(withPerson({ freeHoursAWeek: null })).packages
    expect(unknown[0]?.flags.map(one => one.code)).toEqual(['weekly-hours-not-known'])
  })
  it('has no curfew in the only hours of what is attended', () => {
    const evening = { times: [{ weekday: 'Monday' as const, from: 18 * 60 + 30, to: 20 * 60 + 30 }] }
    const facts = withPerson(
      { cannotAttendHours: [{ weekday: 'Monday', from: 9 * 60, to: 17 * 60 }] },
      withDelivery('programme-moderate', evening),
    )
    const together = propose(facts).packages.filter(one => names(one).includes('programme-moderate'))
    expect(together.length).toBeGreaterThan(0)
    expect(together.flatMap(names)).not.toContain('curfew')
  })
  it('has what protects only for a named harm factor', () => {
    const facts = {
      ...exampleFacts,
      risk: { ...exampleFacts.risk, harmFactors: [{ id: 'h1', managedBy: ['exclusion'] }] },
    }
    expect(propose(exampleFacts).packages.flatMap(names)).not.toContain('exclusion')
    const [best] = propose(facts).packages
    expect(best?.mustHaves).toContain('exclusion')
    expect(propose(facts).options.find(one => one.option.id === 'exclusion')?.mustHave).toEqual(['harm-factor:h1'])
  })
})

describe('a stored proposal', () => {
  const changed = 'programme-moderate.pathway'
  const pathway = proposalRules.rows.find(row => row.id === changed)!
  const later = readRuleFile({
    version: 'later',
    rows: [
      ...proposalRules.rows.filter(row => row.id !== changed),
      { ...pathway, to: '2026-10-31' },
      { ...pathway, from: '2026-11-01', when: { fact: 'risk.programme-pathway', is: 'H' } },
    ],
  })
  it('does not change when the rules do, and is made again by the version it names', () => {
    const stored = JSON.stringify(propose(exampleFacts))
    const now = propose(exampleFacts, later)
    expect(JSON.stringify(now)).not.toBe(stored)
    expect([JSON.parse(stored).ruleFile, now.ruleFile]).toEqual([proposalRules.version, 'later'])
    expect(JSON.stringify(propose(exampleFacts, proposalRules))).toBe(stored)
  })
  it('of a day before the change is the same under both', () => {
    const before = { ...exampleFacts, sentencedOn: '2026-10-31' as const }
    expect(propose(before, later).packages).toEqual(propose(before).packages)
  })
})
