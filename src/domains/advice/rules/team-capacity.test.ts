import { expect, test } from 'vitest'
import { teamCapacity, type WorkToDo } from './team-capacity.ts'

const ann = { username: 'ann', name: 'Ann Dale' }
const work = (given: Partial<WorkToDo>): WorkToDo => ({
  depth: 'SHORT',
  suggestedDepth: null,
  state: 'ALLOCATED',
  writer: ann,
  ...given,
})

test('the hours reports still take stand beside the hours there are, and what nobody has is counted apart', () => {
  const all = [
    work({}),
    work({ depth: null, suggestedDepth: 'STANDARD' }),
    work({ state: 'SIGNED' }),
    work({ writer: null, depth: 'ORAL' }),
    work({ writer: null, depth: null }),
  ]
  const { outcome, rules } = teamCapacity(all, [{ ...ann, hoursAWeek: 20 }], '2026-03-02')
  expect(outcome).toEqual({
    writers: [{ ...ann, hoursAWeek: 20, reports: 3, hoursNeeded: 15 }],
    unallocated: { reports: 2, hoursNeeded: 2 },
    hoursAWeek: 20,
    hoursNeeded: 17,
    notEstimated: 1,
  })
  expect(rules[0]?.source.kind).toBe('assumption')
})

test('a writer whose hours nobody set has hours not known, not none', () => {
  expect(teamCapacity([work({})], [], '2026-03-02').outcome.writers).toEqual([
    { ...ann, hoursAWeek: null, reports: 1, hoursNeeded: 5 },
  ])
})
