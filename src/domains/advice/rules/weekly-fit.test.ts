import { expect, test } from 'vitest'
import { requirementTypes } from '../../sentence/index.ts'
import { proposalOptions } from '../parameters/proposal-options.ts'
import { proposalRules } from '../parameters/rule-rows.ts'
import { choosePackage } from './choose-package.ts'
import { exampleFacts, withDelivery, withPerson } from './proposal.fixture.ts'
import { propose } from './propose.ts'

const monday = { weekday: 'Monday', from: 9 * 60, to: 12 * 60 } as const
const late = { weekday: 'Monday', from: 11 * 60, to: 13 * 60 } as const
const tuesday = { weekday: 'Tuesday', from: 9 * 60, to: 12 * 60 } as const

const holdsBoth = (facts: typeof exampleFacts) =>
  propose(facts).packages.some(one =>
    ['unpaid-work', 'programme-moderate'].every(id => one.requirements.some(other => other.option === id)),
  )

test('two things offered only at times that meet are never in one package; another time makes room', () => {
  const clash = withDelivery('programme-moderate', { times: [late] }, withDelivery('unpaid-work', { times: [monday] }))
  expect(holdsBoth(clash)).toBe(false)
  const room = withDelivery('programme-moderate', { times: [late, tuesday] }, clash)
  expect(holdsBoth(room)).toBe(true)
  const taken = withPerson({ cannotAttendHours: [tuesday] }, room)
  expect(holdsBoth(taken)).toBe(false)
})

test('a curfew beside a residence says that both must be at one place', () => {
  const facts = {
    ...exampleFacts,
    risk: { ...exampleFacts.risk, harmFactors: [{ id: 'R1', managedBy: ['residence'] }] },
  }
  const requirements = (['curfew', 'residence'] as const).map(kind => ({
    ...{ option: kind, kind, length: { amount: 3, unit: 'months' as const } },
    curfew: kind === 'curfew' ? { hoursADay: 8, times: [] } : null,
  }))
  const chosen = {
    ...{ family: 'community-order' as const, length: { months: 12 }, operationalPeriod: null, supervisionPeriod: null },
    requirements,
  }
  const override = {
    codes: ['safeguarding'],
    text: 'The address is where support is given.',
    author: 'a',
    managerAgreed: null,
  }
  const decision = choosePackage(chosen, propose(facts), facts, proposalRules, override)
  expect(decision.outcome).toBe('override-accepted')
  expect(decision.reasons.map(one => one.code)).toContain('curfew-where-residence-is')
})

test('the requirements that wait for commencement here are those that sentence holds to be prospective', () => {
  const waiting = proposalRules.rows
    .filter(row => row.effect === 'commences' && row.from === null)
    .map(row => row.option)
  const kinds = waiting.map(id => proposalOptions.find(one => one.id === id)?.requirement)
  expect(kinds.sort()).toEqual(
    requirementTypes
      .filter(one => one.prospective)
      .map(one => one.kind)
      .sort(),
  )
})
