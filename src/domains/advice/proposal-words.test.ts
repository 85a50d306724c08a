import { expect, it } from 'vitest'
import type { Reason } from '../../platform/rules/index.ts'
import { proposalRules } from './parameters/rule-rows.ts'
import { proposalWords } from './proposal-words.ts'
import { choosePackage, type Override } from './rules/choose-package.ts'
import { concordance } from './rules/concordance.ts'
import {
  exampleFacts,
  treatmentMet,
  withCase,
  withDelivery,
  withPerson,
  withTreatment,
} from './rules/proposal.fixture.ts'
import { propose } from './rules/propose.ts'

const cases = [
  exampleFacts,
  withCase({ seriousness: null }),
  withCase({ seriousness: 'below-community' }),
  withPerson({ freeHoursAWeek: null }, withDelivery('unpaid-work', { waitWeeks: null })),
  withTreatment({ alcohol: treatmentMet, mentalHealth: treatmentMet }),
]

it('every reason, flag and point of a proposal has words, none of which is a code', () => {
  const said = cases.flatMap(facts => {
    const { reasons, packages } = propose(facts)
    return [...reasons, ...packages.flatMap(one => [...one.flags, ...one.points])].map(proposalWords)
  })
  expect(said.length).toBeGreaterThan(20)
  expect(said.filter(words => /undefined|not known: |\w-\w+-\w/.test(words.replaceAll('intensity', '')))).toEqual([])
})

it('a refusal names the law and its source', () => {
  const override: Override = { codes: ['other'], text: 'x'.repeat(20), author: 'author-1', managerAgreed: null }
  const curfewed = { option: 'driving-prohibition', kind: 'driving-prohibition', length: null, curfew: null } as const
  const chosen = {
    family: 'community-order',
    requirements: [curfewed],
    length: null,
    operationalPeriod: null,
    supervisionPeriod: null,
  } as const
  const { reasons } = choosePackage(chosen, propose(exampleFacts), exampleFacts, proposalRules, override)
  expect(reasons.map(proposalWords).join(' ')).toMatch(/Sentencing Act 2026 s\.14.*no override can/)
})

it('a sentence that differs is told requirement by requirement', () => {
  const work = (amount: number) => ({ kind: 'unpaid-work' as const, length: { amount, unit: 'hours' as const } })
  const proposed = { family: 'community-order' as const, requirements: [work(100)] }
  const curfew = { kind: 'curfew' as const, length: null }
  const { reasons } = concordance(proposed, { ...proposed, requirements: [work(120), curfew] })
  expect(reasons.map(proposalWords)).toEqual([
    'Curfew: added by the court.',
    'Unpaid work: 100 hours proposed, 120 hours made.',
  ])
})

it('a code nobody has words for is a defect', () => {
  const unknown: Reason = { code: 'no-such-code', data: {} }
  expect(() => proposalWords(unknown)).toThrow(RangeError)
})
