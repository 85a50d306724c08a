import { expect, test } from 'vitest'
import { reportField, reportFields } from '../parameters/report-fields.ts'
import { type PrefillFacts, predictorsToName, prefill, reuse, thirdPartyWords } from './prefill.ts'
import { fieldLeft } from './report-completion.ts'

const known = (
  label: string,
  text: string,
  source = 'Record',
  asAt: `${number}-${number}-${number}` | null = '2026-10-01',
) => ({
  ...{ label, text, source, asAt },
})

const facts: PrefillFacts = {
  name: known('Name', 'Ann Example'),
  dateOfBirth: known('Date of birth', '2 March 1990'),
  address: known('Address', '1 High Street'),
  pnc: null,
  crn: known('CRN', 'X123456'),
  sex: 'male',
  adult: true,
  mainOffence: known('Main offence', 'Theft from a shop', 'Court'),
  otherOffences: [known('Other offence', 'Common assault, 3 May 2026', 'Court')],
  plea: null,
  orders: [],
  needs: [
    { ...known('Drugs', 'a need', 'Assessment'), issue: 'substance-use', isNeed: true },
    { ...known('Alcohol', 'a need', 'Assessment'), issue: 'substance-use', isNeed: true },
    { ...known('Money', 'no need', 'Assessment'), issue: 'finance', isNeed: false },
  ],
  strengths: [known('Home', 'a steady tenancy')],
  harm: { children: 'LOW', public: 'MEDIUM', knownAdult: 'HIGH', staff: 'LOW', asAt: '2026-10-01' },
  ...{ harmTexts: [], harmFactors: [], unsigned: false },
  layer: 'full',
  sexualOffence: false,
  scores: [{ predictor: 'CSRP', generation: 2, percent: 4.21, band: 'medium', asAt: '2026-10-01' }],
  enquiries: [{ ...known('Police', 'Nothing known'), kind: 'police-domestic-abuse', answered: true }],
  proposal: { lines: ['Community order, 12 months', 'Unpaid work: 80 hours'], asAt: '2026-11-01' },
  interviewedOn: null,
}
const value = (given: PrefillFacts, field: string) => prefill(given).fields.find(one => one.field === field)?.value

test('the report opens with what the record holds, each fact with its source', () => {
  expect(value(facts, 'mainOffence')).toBe('Theft from a shop')
  expect(value(facts, 'issues')).toEqual(['substance-use'])
  expect(value(facts, 'riskToKnownAdults')).toBe('HIGH')
  expect(value(facts, 'proposedSentence')).toBe('Community order, 12 months\nUnpaid work: 80 hours')
  expect(value(facts, 'sourcesOfInformation')).toEqual(['domestic-abuse-check', 'assessment'])
  for (const fact of prefill(facts).facts) expect(fact.source).not.toBe('')
})

test('without a full analysis no level is shown, and none says low', () => {
  const without = { ...facts, harm: null }
  for (const field of ['riskToChildren', 'riskToPublic', 'riskToKnownAdults', 'riskToStaff']) {
    expect(value(without, field)).toBe('NOT_ANALYSED')
  }
  const said = prefill(without)
    .facts.filter(fact => fact.section === 'risk')
    .map(fact => fact.text)
    .join(' ')
  expect(said).toContain('No full analysis was made')
  expect(said.toLowerCase()).not.toContain('low')
})

test('while the only assessment is not signed no level is filled in and no claim is made', () => {
  const unsigned = { ...facts, harm: null, unsigned: true }
  expect(value(unsigned, 'riskToChildren')).toBeUndefined()
  expect(prefill(unsigned).facts.find(fact => fact.code === 'harm')?.text).toContain('not signed yet')
})

test('words with third-party information stand in no field', () => {
  const secret = { ...facts, harmTexts: [known('Who is at risk?', thirdPartyWords, 'Assessment')] }
  expect(value(secret, 'riskAndHarmFactors')).toBeUndefined()
  expect(prefill(secret).facts.find(fact => fact.code === 'harm-text-1')?.text).toBe(thirdPartyWords)
  const open = { ...facts, harmTexts: [known('Who is at risk?', 'A neighbour.', 'Assessment')] }
  expect(value(open, 'riskAndHarmFactors')).toBe('Who is at risk? A neighbour.')
})

test('a cell the analysis left empty is asked, not filled', () => {
  expect(value({ ...facts, harm: { ...facts.harm!, staff: null } }, 'riskToStaff')).toBeUndefined()
})

test('which predictors are named: CSRP for all, sexual ones for adult men with a sexual offence, VRP with a full assessment', () => {
  expect(predictorsToName(facts)).toEqual(['CSRP', 'VRP'])
  expect(predictorsToName({ ...facts, layer: 'basic' })).toEqual(['CSRP'])
  expect(predictorsToName({ ...facts, sexualOffence: true })).toEqual(['CSRP', 'DC-SRP', 'IIC-SRP', 'VRP'])
  for (const not of [{ sex: 'female' }, { sex: null }, { adult: false }, { sexualOffence: null }] as const) {
    expect(predictorsToName({ ...facts, sexualOffence: true, ...not })).toEqual(['CSRP', 'VRP'])
  }
})

test('a band stands with its generation, and a missing score is no score', () => {
  expect(value(facts, 'riskPredictors')).toBe(
    'Combined serious reoffending (CSRP): 4.21%, medium (generation 2, scored on 1 October 2026)\nViolent reoffending (VRP): no score',
  )
})

test('an unknown is not filled in and nothing is invented', () => {
  const nothing: PrefillFacts = {
    ...facts,
    ...{ mainOffence: null, otherOffences: [], needs: [], strengths: [], harm: null, layer: null, scores: [] },
    ...{ enquiries: [], proposal: null },
  }
  expect(prefill(nothing).fields.map(one => one.field)).toEqual([
    ...['riskToChildren', 'riskToPublic', 'riskToKnownAdults', 'riskToStaff', 'riskPredictors'],
  ])
})

test('what is filled in can be signed as it stands: it fits the fields', () => {
  for (const { field, value: given } of prefill(facts).fields) {
    expect(reportFields.map(one => one.id)).toContain(field)
    expect(fieldLeft(reportField(field)!, 'STANDARD', new Map([[field, given]]))).toBeUndefined()
  }
})

test('reuse counts what was filled in and what of it was kept', () => {
  const text = (given: string, prefilled: string | null) => ({ value: given, prefilled })
  expect(reuse([text('a', 'a'), text('b', 'a'), text('typed', null)])).toEqual({ prefilled: 2, kept: 1 })
})
