import { expect, test } from 'vitest'
import { priorityCohorts } from './priority-cohorts.ts'
import { triageReport } from './report-triage.ts'
import type { TriageFacts } from './triage-facts.ts'

const plain: TriageFacts = {
  hearingOn: '2026-03-20',
  askedOn: '2026-03-02',
  requiredBy: '2026-03-20',
  imprisonable: true,
  plea: 'guilty',
  knownToProbation: false,
  sex: 'male',
  age: 41,
  ethnicity: 'White British',
  remand: 'unconditional-bail',
  courtIndicatesCustody: null,
  orders: [],
  breachOfSuspendedSentence: null,
  custodialSentences: 0,
  bands: null,
  recentReport: null,
  dangerousness: null,
  sexual: false,
  domesticAbuse: null,
  rosh: null,
  custodyMonthsLikely: null,
  treatment: null,
  mappa: false,
  careHistory: null,
}
const suggested = (facts: Partial<TriageFacts>) => triageReport({ ...plain, ...facts })
const codes = (facts: Partial<TriageFacts>) => suggested(facts).reasons.map(one => one.code)

test('a simple case gets an oral report on the day, and says that nothing complex was found', () => {
  expect(suggested({}).outcome).toMatchObject({ depth: 'ORAL', delivery: 'ORAL_ON_DAY' })
  expect(codes({})).toEqual(['not-known-to-probation', 'nothing-complex-found'])
})

test.each<[string, Partial<TriageFacts>]>([
  ['WOMEN', { sex: 'female' }],
  ['YOUNG_ADULT', { age: 24 }],
  ['AT_RISK_OF_CUSTODY', { remand: 'custody' }],
  ['ETHNIC_MINORITY', { ethnicity: 'Black Caribbean' }],
])('the cohort %s asks for a short written report', (cohort, facts) => {
  expect(suggested(facts).outcome).toMatchObject({ depth: 'SHORT', delivery: 'WRITTEN_ADJOURNED' })
  expect(suggested(facts).outcome.cohorts.found.map(one => one.cohort)).toEqual([cohort])
})

test.each<[string, Partial<TriageFacts>]>([
  ['court-indicates-custody', { courtIndicatesCustody: true }],
  ['order-runs', { orders: [{ family: 'community-order', endedOn: null }] }],
  ['order-ended-recently', { orders: [{ family: 'suspended-sentence', endedOn: '2025-03-20' }] }],
  ['suspended-sentence-breached', { breachOfSuspendedSentence: true }],
  ['custodial-sentences', { custodialSentences: 3 }],
  ['high-band', { bands: [{ predictor: 'CSRP', generation: 2, band: 'high' }] }],
  ['remanded-in-custody', { remand: 'custody' }],
])('somebody is at risk of custody because: %s', (code, facts) => {
  const { found } = priorityCohorts({ ...plain, ...facts }).outcome
  expect(found).toMatchObject([{ cohort: 'AT_RISK_OF_CUSTODY', reasons: [{ code }] }])
})

test('nobody is at risk of custody for an offence that allows none, and all reasons are kept, not the first', () => {
  const facts = { remand: 'custody', custodialSentences: 5 } as const
  expect(priorityCohorts({ ...plain, ...facts, imprisonable: false }).outcome.found).toEqual([])
  const { found } = priorityCohorts({ ...plain, ...facts }).outcome
  expect(found[0]?.reasons.map(one => one.code)).toEqual(['custodial-sentences', 'remanded-in-custody'])
  const old = { orders: [{ family: 'community-order', endedOn: '2025-03-19' as const }] }
  expect(priorityCohorts({ ...plain, ...old }).outcome.found).toEqual([])
})

test('what is not known leaves a cohort unsettled and says which fact is missing', () => {
  const { outcome } = priorityCohorts({ ...plain, sex: null, age: null, ethnicity: null, imprisonable: null })
  expect(outcome.found).toEqual([])
  expect(outcome.notKnown.map(one => one.fact)).toEqual(['sex', 'age', 'imprisonable', 'ethnicity'])
})

test('the pilot’s age cohort did not exist before it began', () => {
  expect(priorityCohorts({ ...plain, age: 20, hearingOn: '2021-03-21' }).outcome.found).toEqual([])
})

test.each<[string, Partial<TriageFacts>]>([
  ['dangerousness', { dangerousness: true }],
  ['sexual-offence', { sexual: true }],
  ['domestic-abuse', { domesticAbuse: true }],
  ['serious-harm', { rosh: 'very-high' }],
  ['long-custody', { custodyMonthsLikely: 13 }],
  ['treatment-requirement', { treatment: true }],
  ['mappa', { mappa: true }],
  ['care-history', { careHistory: true, age: 19 }],
])('a standard report is suggested because: %s', (code, facts) => {
  expect(suggested(facts).outcome).toMatchObject({ depth: 'STANDARD', delivery: 'WRITTEN_ADJOURNED' })
  expect(codes(facts)).toContain(code)
})

test('twelve months, a medium risk and care history of an older person ask for no standard report', () => {
  expect(suggested({ custodyMonthsLikely: 12, rosh: 'medium', careHistory: true }).outcome.depth).toBe('ORAL')
})

test('no advice where the offence allows no custody or nothing is admitted', () => {
  expect(codes({ imprisonable: false })).toEqual(['not-imprisonable'])
  expect(suggested({ plea: 'not-guilty', sexual: true }).outcome).toMatchObject({ depth: 'NONE', delivery: null })
})

test('a recent written report is checked instead of written again, and built on where more is needed', () => {
  const recentReport = { requestId: 'r', deliveredOn: '2026-01-10', depth: 'SHORT' } as const
  expect(suggested({ recentReport, sex: 'female' }).outcome).toMatchObject({ depth: 'VERIFICATION', reuse: 'r' })
  expect(suggested({ recentReport, mappa: true }).outcome).toMatchObject({ depth: 'STANDARD', reuse: 'r' })
  const old = { ...recentReport, deliveredOn: '2025-12-19' } as const
  expect(suggested({ recentReport: old }).outcome).toMatchObject({ depth: 'ORAL', reuse: null })
})

test('a short report needed on the day it is asked for is written on the day', () => {
  expect(suggested({ sex: 'female', requiredBy: '2026-03-02' }).outcome.delivery).toBe('WRITTEN_ON_DAY')
})

test('ethnicity decides the cohort and nothing else', () => {
  const minority = suggested({ ethnicity: 'A1', mappa: true })
  expect({ ...minority.outcome, cohorts: null }).toEqual({ ...suggested({ mappa: true }).outcome, cohorts: null })
})
