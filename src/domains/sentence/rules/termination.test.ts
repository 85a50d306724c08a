import { expect, it } from 'vitest'
import { termination } from './termination.ts'

const facts = { on: '2026-11-01', reason: 'completed', startedOn: '2026-01-01' } as const
const answer = (change: object) => {
  const result = termination({ ...facts, ...change }, '2026-11-21')
  return result.ok ? result.value : result.problems.map(({ field, code }) => [field, code])
}

it('day and reason of an ending make a pair', () => {
  expect(answer({})).toEqual({ on: '2026-11-01', reason: 'completed' })
  expect(answer({ on: null, reason: null })).toBeNull()
})

it.each([
  [{ reason: null }, 'terminationReason', 'reason-missing'],
  [{ on: null }, 'terminationDate', 'date-missing'],
  [{ reason: 'bored' }, 'terminationReason', 'reason-not-known'],
  [{ on: '2025-12-31' }, 'terminationDate', 'before-start'],
  [{ on: '2026-11-22' }, 'terminationDate', 'in-future'],
])('%j is refused at %s: %s', (change, field, code) => {
  expect(answer(change)).toEqual([[field, code]])
})
