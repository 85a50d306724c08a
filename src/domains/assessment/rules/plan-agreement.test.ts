import { expect, test } from 'vitest'
import {
  type AgreementAnswer,
  type AgreementState,
  agreementState,
  agreementVerdict,
  asksAgain,
} from './plan-agreement.ts'

const asAt = '2026-11-21'

const table: readonly [readonly AgreementAnswer[], AgreementState][] = [
  [[], 'draft'],
  [['agree'], 'agreed'],
  [['do-not-agree'], 'do-not-agree'],
  [['could-not-answer'], 'could-not-answer'],
  [['could-not-answer', 'agree'], 'updated-agreed'],
  [['agree', 'do-not-agree'], 'updated-do-not-agree'],
  [['agree', 'could-not-answer'], 'could-not-answer'],
]

test.each(table)('a plan answered %j is %s', (answers, state) => {
  expect(agreementState(answers)).toBe(state)
})

test('only a person who could not answer is asked again', () => {
  expect(asksAgain('could-not-answer')).toBe(true)
  expect(asksAgain('updated-do-not-agree')).toBe(false)
})

test('agreeing needs an active goal, and each active goal a step', () => {
  const active = { title: 'I will find a home', state: 'active', steps: 1 } as const
  expect(agreementVerdict([active], asAt).outcome).toBe('ready')
  expect(agreementVerdict([{ ...active, state: 'future' }], asAt).reasons).toEqual([
    { code: 'no-active-goal', data: { active: 0 } },
  ])
  expect(agreementVerdict([active, { ...active, title: 'I will rest', steps: 0 }], asAt).reasons).toEqual([
    { code: 'goal-without-step', data: { title: 'I will rest' } },
  ])
  expect(agreementVerdict([active, { ...active, state: 'removed', steps: 0 }], asAt).outcome).toBe('ready')
})

test('the verdict says that the rule about steps is our assumption', () => {
  expect(agreementVerdict([], asAt).rules).toMatchObject([{ source: { kind: 'assumption' } }])
})
