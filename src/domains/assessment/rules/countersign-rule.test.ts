import { expect, test } from 'vitest'
import { type CountersignerFacts, type CountersignFacts, countersignRule, mayCountersign } from './countersign-rule.ts'

const day = '2026-11-21'
const plain: CountersignFacts = {
  assessorRole: 'approved-po',
  firstOfPeriod: false,
  harm: 'MEDIUM',
  harmBefore: 'MEDIUM',
  childAtRisk: false,
  mappaLevel: null,
  terrorism: false,
  scoreOverridden: false,
  countersignedBefore: null,
}
const who = (change: Partial<CountersignFacts>) => {
  const { outcome, reasons } = countersignRule({ ...plain, ...change }, day)
  return [outcome, reasons.map(one => one.code)]
}

test('an approved officer signs an unchanged medium case alone', () => {
  expect(who({})).toEqual([[], []])
  expect(countersignRule(plain, day).rules.every(rule => rule.source.kind === 'assumption')).toBe(true)
})

test.each([
  [{ assessorRole: 'unapproved' }, ['senior'], ['assessor-unapproved']],
  [{ assessorRole: 'nqo' }, ['senior'], ['assessor-unapproved']],
  [{ assessorRole: null }, ['senior'], ['assessor-unapproved']],
  [{ assessorRole: 'a role nobody knows' }, ['senior'], ['assessor-unapproved']],
  [{ firstOfPeriod: true }, ['senior'], ['first-of-period']],
  [{ harm: 'HIGH' }, ['senior'], ['harm-high']],
  [{ harm: 'VERY_HIGH' }, ['senior', 'head'], ['harm-very-high']],
  [{ mappaLevel: 2 }, ['senior'], ['mappa-2-or-3']],
  [{ mappaLevel: 1 }, [], []],
  [{ mappaLevel: 3 }, ['senior', 'head'], ['mappa-2-or-3', 'mappa-3']],
  [{ terrorism: true }, ['senior', 'head'], ['terrorism']],
  [{ childAtRisk: true }, ['senior'], ['child-at-risk']],
  [{ harm: 'LOW' }, ['senior'], ['level-lowered']],
  [{ harm: null }, [], []],
  [{ harmBefore: null }, [], []],
  [{ scoreOverridden: true }, ['senior'], ['score-overridden']],
  [{ assessorRole: 'head-of-pdu', harm: 'VERY_HIGH' }, [], ['exempt-role']],
] as const)('%o needs %o', (change, by, reasons) => {
  expect(who(change)).toEqual([by, reasons])
})

test('a repeat for what was countersigned before is noted and still asked for', () => {
  const countersignedBefore = { on: '2026-05-01', conditions: ['harm-high'] } as const
  const { outcome, reasons } = countersignRule({ ...plain, harm: 'HIGH', childAtRisk: true, countersignedBefore }, day)
  expect(outcome).toEqual(['senior'])
  expect(reasons).toEqual([
    { code: 'harm-high', data: { before: '2026-05-01' } },
    { code: 'child-at-risk', data: {} },
  ])
})

const sam: CountersignerFacts = {
  username: 'sam',
  signedBy: 'ann',
  writtenBy: ['ann'],
  countersignedBy: [],
  hasAccess: true,
  mayActAs: ['senior'],
  wanted: 'senior',
}

test.each([
  [{}, 'may', []],
  [{ username: 'ann' }, 'may-not', ['own-assessment']],
  [{ writtenBy: ['ann', 'sam'] }, 'may-not', ['own-writing']],
  [{ hasAccess: false }, 'may-not', ['no-access']],
  [{ wanted: 'head' }, 'may-not', ['role-too-low']],
  [{ wanted: 'head', mayActAs: ['senior', 'head'], countersignedBy: ['sam'] }, 'may-not', ['countersigned-already']],
  [{ wanted: 'head', mayActAs: ['senior', 'head'], countersignedBy: ['other'] }, 'may', []],
] as const)('a countersigner with %o: %s', (change, outcome, reasons) => {
  const decision = mayCountersign({ ...sam, ...change }, day)
  expect([decision.outcome, decision.reasons.map(one => one.code)]).toEqual([outcome, reasons])
})
