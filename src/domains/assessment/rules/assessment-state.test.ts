import { expect, test } from 'vitest'
import {
  type ActKind,
  assessmentState,
  awaitsCountersign,
  isComplete,
  isEditable,
  isOpenOrAwaiting,
  type StateAct,
} from './assessment-state.ts'

const act = (kind: ActKind, needed?: 0 | 1 | 2): StateAct => ({
  kind,
  ...(needed === undefined ? {} : { detail: { needed } }),
})

test.each([
  ['nothing was done to it', [], 'OPEN'],
  ['signed where no countersignature is needed', [act('signed', 0)], 'SELF_SIGNED'],
  ['signed where one is needed', [act('signed', 1)], 'AWAITING_COUNTERSIGN'],
  ['signed where two are needed', [act('signed', 2)], 'AWAITING_DOUBLE_COUNTERSIGN'],
  ['the first of two is there', [act('signed', 2), act('countersigned')], 'AWAITING_COUNTERSIGN'],
  ['both of two are there', [act('signed', 2), act('countersigned'), act('countersigned')], 'DOUBLE_COUNTERSIGNED'],
  ['one of one is there', [act('signed', 1), act('countersigned')], 'COUNTERSIGNED'],
  ['rejected', [act('signed', 1), act('rejected')], 'REJECTED'],
  ['rejected by the second', [act('signed', 2), act('countersigned'), act('rejected')], 'REJECTED'],
  ['signed again after rejection', [act('signed', 2), act('rejected'), act('signed', 1)], 'AWAITING_COUNTERSIGN'],
  ['locked unfinished', [act('locked-incomplete')], 'LOCKED_INCOMPLETE'],
  ['reopened', [act('signed', 0), act('rolled-back')], 'ROLLED_BACK'],
  ['deleted', [act('signed', 0), act('deleted')], 'DELETED'],
  ['deleted and restored', [act('signed', 1), act('countersigned'), act('deleted'), act('restored')], 'COUNTERSIGNED'],
] as const)('%s', (_, acts, state) => {
  expect(assessmentState(acts)).toBe(state)
})

test('a state is editable, waiting, complete or none of them, never two', () => {
  const states = [
    'OPEN',
    'SELF_SIGNED',
    'AWAITING_COUNTERSIGN',
    'AWAITING_DOUBLE_COUNTERSIGN',
    'COUNTERSIGNED',
    'DOUBLE_COUNTERSIGNED',
    'REJECTED',
    'LOCKED_INCOMPLETE',
    'ROLLED_BACK',
    'DELETED',
  ] as const
  for (const state of states) {
    const kinds = [isEditable(state), awaitsCountersign(state), isComplete(state)].filter(Boolean)
    expect(kinds.length, state).toBeLessThanOrEqual(1)
    expect(isOpenOrAwaiting(state), state).toBe(isEditable(state) || awaitsCountersign(state))
  }
})
