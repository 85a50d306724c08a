import { expect, test } from 'vitest'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type GoalNoteKind, type GoalState, goalState, offersAchieved } from './goal-state.ts'

const table: readonly [LocalDate | null, readonly GoalNoteKind[], GoalState][] = [
  ['2027-01-01', [], 'active'],
  [null, [], 'future'],
  ['2027-01-01', ['progress'], 'active'],
  ['2027-01-01', ['achieved'], 'achieved'],
  ['2027-01-01', ['achieved', 'progress'], 'achieved'],
  ['2027-01-01', ['removed'], 'removed'],
  [null, ['removed', 're-added'], 'future'],
  ['2027-01-01', ['removed', 're-added', 'achieved'], 'achieved'],
]

test.each(table)('a goal for %s with the notes %j is %s-%s', (targetOn, kinds, state) => {
  expect(goalState({ targetOn, notes: kinds.map(kind => ({ kind })) })).toBe(state)
})

test('"achieved" is offered when every step is completed, and only to an active goal with steps', () => {
  expect(offersAchieved('active', [{ status: 'completed' }, { status: 'completed' }])).toBe(true)
  expect(offersAchieved('active', [{ status: 'completed' }, { status: 'no-longer-needed' }])).toBe(false)
  expect(offersAchieved('active', [])).toBe(false)
  expect(offersAchieved('future', [{ status: 'completed' }])).toBe(false)
})
