import { expect, test } from 'vitest'
import { type CoverageFacts, planCoverage } from './plan-coverage.ts'

const goal: CoverageFacts['goals'][number] = { state: 'active', areas: ['drugs'], requirements: [], steps: 1 }
const empty: CoverageFacts = {
  needs: [],
  goals: [],
  requirements: [],
  complianceOnly: new Set(),
  factors: [],
  actions: [],
}
const need = { area: 'drugs', level: 'severe', harmLinked: false } as const

test('a high-scoring need without an active goal is listed with what was found for it', () => {
  const found = (goals: CoverageFacts['goals']) => planCoverage({ ...empty, needs: [need], goals }).needs
  expect(found([])).toEqual([{ area: 'drugs', because: ['severe'], found: 'nothing' }])
  expect(found([{ ...goal, state: 'future' }])[0]?.found).toBe('future-only')
  expect(found([{ ...goal, state: 'achieved' }])[0]?.found).toBe('ended-only')
  expect(found([{ ...goal, areas: ['alcohol'] }])[0]?.found).toBe('nothing')
  expect(found([goal])).toEqual([])
  expect(found([{ ...goal, areas: ['alcohol', 'drugs'] }])).toEqual([])
})

test('a need linked to serious harm is listed even when it scores below its threshold', () => {
  const needs = [{ area: 'finance', level: null, harmLinked: true }] as const
  expect(planCoverage({ ...empty, needs }).needs).toEqual([
    { area: 'finance', because: ['harm-linked'], found: 'nothing' },
  ])
  expect(planCoverage({ ...empty, needs: [{ ...need, level: 'none' }] }).needs).toEqual([])
})

test('without an assessment nothing is said about needs, and an unscored area is not called covered', () => {
  expect(planCoverage({ ...empty, needs: null, factors: null })).toMatchObject({
    needsKnown: false,
    factorsKnown: false,
  })
  const unknown = { area: 'alcohol', level: null, harmLinked: null } as const
  expect(planCoverage({ ...empty, needs: [unknown] }).unknownAreas).toEqual(['alcohol'])
})

test('a requirement needs an active goal with a step, or the mark "compliance only"', () => {
  const requirements = [{ id: 'r1', text: 'Alcohol treatment, 6 months' }]
  const found = (change: Partial<CoverageFacts>) => planCoverage({ ...empty, requirements, ...change }).requirements
  expect(found({})[0]).toMatchObject({ id: 'r1', found: 'nothing' })
  expect(found({ goals: [{ ...goal, requirements: ['r1'], steps: 0 }] })[0]?.found).toBe('active-without-step')
  expect(found({ goals: [{ ...goal, requirements: ['r1'] }] })).toEqual([])
  expect(found({ complianceOnly: new Set(['r1']) })).toEqual([])
})

test('each ticked factor of risk is addressed by an action that was not withdrawn', () => {
  const factors = [{ code: 'RM28.0.1', text: 'Weapons' }]
  const found = (actions: CoverageFacts['actions']) => planCoverage({ ...empty, factors, actions }).factors
  expect(found([])).toEqual(factors)
  expect(found([{ factors: ['RM28.0.1'], withdrawn: true }])).toEqual(factors)
  expect(found([{ factors: ['RM28.0.2', 'RM28.0.1'], withdrawn: false }])).toEqual([])
})
