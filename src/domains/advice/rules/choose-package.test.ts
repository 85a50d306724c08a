import { describe, expect, it } from 'vitest'
import type { PackageRequirement, ProposalFacts } from '../model.ts'
import { proposalOption } from '../parameters/proposal-options.ts'
import { proposalRules } from '../parameters/rule-rows.ts'
import { type ChosenOrder, choosePackage, type Override } from './choose-package.ts'
import { exampleFacts, treatmentMet, unknownTreatment, withCase, withTreatment } from './proposal.fixture.ts'
import { propose } from './propose.ts'

const override: Override = {
  codes: ['circumstance-not-in-tool'],
  text: 'He cares for his mother in the mornings.',
  author: 'author-1',
  managerAgreed: null,
}
const work = (amount: number) => made('unpaid-work', { length: { amount, unit: 'hours' } })

function made(option: string, change: Partial<PackageRequirement> = {}): PackageRequirement {
  return { option, kind: proposalOption(option)!.requirement!, length: null, curfew: null, ...change }
}

function choose(
  requirements: readonly PackageRequirement[],
  reasons: Override | null,
  facts: ProposalFacts = exampleFacts,
  more: Partial<ChosenOrder> = {},
) {
  const lengths = { length: { months: 12 }, operationalPeriod: null, supervisionPeriod: null }
  const chosen = { family: 'community-order' as const, requirements, ...lengths, ...more }
  const verdict = choosePackage(chosen, propose(facts), facts, proposalRules, reasons)
  return [verdict.outcome, ...verdict.reasons.map(one => one.code)]
}

describe('a package of the list', () => {
  it('is chosen without any reason, with lengths filled in that were left open', () => {
    const [best] = propose(exampleFacts).packages
    const filled = best!.requirements.map(one =>
      one.option === 'alcohol-abstinence' ? { ...one, length: { amount: 90, unit: 'days' as const } } : one,
    )
    expect(filled).not.toEqual(best!.requirements)
    expect(choose(filled, null)).toEqual(['as-proposed', 'package-of-the-list'])
  })
  it('with a length filled in past the law is refused', () => {
    const [best] = propose(exampleFacts).packages
    const filled = best!.requirements.map(one =>
      one.option === 'alcohol-abstinence' ? { ...one, length: { amount: 121, unit: 'days' as const } } : one,
    )
    expect(choose(filled, override)).toEqual(['refused', 'past-the-law'])
  })
})

describe('an override', () => {
  it('needs coded reasons and at least 20 characters of text', () => {
    expect(choose([work(100)], null)).toEqual(['refused', 'override-needed'])
    expect(choose([work(100)], { ...override, codes: [] })).toEqual(['refused', 'reason-needed'])
    expect(choose([work(100)], { ...override, codes: ['because'] })).toEqual(['refused', 'reason-not-known'])
    expect(choose([work(100)], { ...override, text: `  ${'x'.repeat(19)}    ` })).toEqual(['refused', 'text-too-short'])
    expect(choose([work(100)], { ...override, text: 'x'.repeat(20) })).toEqual(['override-accepted', 'override'])
  })
  it('with nothing punitive is accepted with that flag, unless there is a fine or exceptional circumstances', () => {
    const help = [made('rehabilitation-activity', { length: { amount: 10, unit: 'days' } })]
    expect(choose(help, override)).toEqual(['override-accepted', 'override', 'nothing-punitive'])
    const fined = withCase({ fineOrExceptional: true })
    expect(choose(help, override, fined)).toEqual(['override-accepted', 'override'])
  })
  it('may choose what is not eligible', () => {
    const drugs = { ...override, codes: ['suitability', 'court-indication'] }
    expect(choose([work(100), made('structured-intervention')], drugs)).toEqual(['override-accepted', 'override'])
  })
  it.each([
    ['too many hours', [work(301)]],
    ['a requirement not yet in force', [work(100), made('driving-prohibition')]],
    ['treatment with abstinence', [made('alcohol-treatment'), made('alcohol-abstinence')]],
  ])('of what is unlawful is refused: %s', (_what, requirements) => {
    const [outcome, ...codes] = choose(requirements, { ...override, managerAgreed: 'manager-1' })
    expect(outcome).toBe('refused')
    expect(codes).toContain('past-the-law')
  })
  it('of abstinence for a dependent person is refused, naming the rule and its source', () => {
    const facts = withTreatment({ alcohol: treatmentMet })
    const chosen = {
      family: 'community-order' as const,
      requirements: [made('alcohol-abstinence')],
      length: null,
      operationalPeriod: null,
      supervisionPeriod: null,
    }
    const { reasons } = choosePackage(chosen, propose(facts), facts, proposalRules, override)
    expect(reasons[0]).toMatchObject({ code: 'past-the-law', data: { rule: 'abstinence.not-dependent' } })
    expect(String(reasons[0]?.data['source'])).toMatch(/Schedule 9 Part 12/)
  })
  it('waits for what the law asks to be answered', () => {
    const facts = withTreatment({ alcohol: unknownTreatment })
    expect(choose([made('alcohol-abstinence')], override, facts)).toEqual(['refused', 'law-not-settled'])
  })
  it('of a community order too long for the law is refused', () => {
    expect(choose([work(100)], override, exampleFacts, { length: { months: 37 } })).toEqual(['refused', 'past-the-law'])
  })
  it('outside the frame needs a manager who is not the author', () => {
    const outside = [work(200)]
    expect(choose(outside, override)).toEqual(['refused', 'manager-needed', 'amount-outside-frame'])
    const self = { ...override, managerAgreed: override.author }
    expect(choose(outside, self)).toEqual(['refused', 'manager-is-the-author'])
    const agreed = { ...override, managerAgreed: 'manager-1' }
    expect(choose(outside, agreed)).toEqual(['override-accepted', 'override', 'amount-outside-frame'])
    expect(choose([work(100)], override, withCase({ seriousness: 'above-suspension' }))).toContain('manager-needed')
    expect(choose([work(100)], override, withCase({ seriousness: null }))).toContain('seriousness-not-known')
  })
  it('of nothing, or of an option that does not carry the requirement, is refused', () => {
    expect(choose([], override)).toEqual(['refused', 'no-requirement'])
    expect(choose([{ ...work(100), option: 'curfew' }], override)).toEqual(['refused', 'option-not-known'])
  })
})
