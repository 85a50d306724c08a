import { expect, test } from 'vitest'
import { harmFactorOptions } from '../parameters/harm-factor-options.ts'
import { proposalOption } from '../parameters/proposal-options.ts'
import { type ProposalSources, proposalFacts } from './proposal-facts.ts'

const unknown = { criterionMet: null, willing: null }
const sources: ProposalSources = {
  sentencedOn: '2026-11-21',
  person: { dateOfBirth: '1990-01-16', sex: 'male' },
  offences: [],
  ...{ imprisonable: null, sexual: null, domesticAbuse: null, custodyMonths: null, outstandingHours: null },
  assessed: null,
  scores: null,
  catalogue: { area: '', entries: [] },
  given: new Map(),
}
const assessed: NonNullable<ProposalSources['assessed']> = {
  on: '2026-11-01',
  signed: true,
  needs: [],
  harmFactors: [{ id: 'RM28.0.27', name: 'Victim safety', managedBy: ['exclusion'] }],
  treatment: { alcohol: unknown, drugs: { criterionMet: true, willing: true } },
}
const said = (value: unknown) => ({ code: '', value, at: '2026-11-20T09:00:00.000Z' as const, byName: 'Ada' })

test('nobody assessed: no harm factor, and treatment is not known', () => {
  const { risk, treatment } = proposalFacts(sources)
  expect(risk.harmFactors).toEqual([])
  expect(treatment.drugs).toEqual({ criterionMet: null, susceptible: null, arranged: null, willing: null })
})

test('the assessment names the harm factors and settles what it says of drugs', () => {
  const { risk, treatment } = proposalFacts({ ...sources, assessed })
  expect(risk.harmFactors.map(one => one.id)).toEqual(['RM28.0.27'])
  expect(treatment.drugs).toEqual({ criterionMet: true, susceptible: null, arranged: null, willing: true })
})

test('what was said for the proposal comes before the assessment', () => {
  const given = new Map([['drugs.willing', said(false)]])
  expect(proposalFacts({ ...sources, assessed, given }).treatment.drugs).toMatchObject({
    criterionMet: true,
    willing: false,
  })
})

test('what manages a harm factor is an option of the list', () => {
  for (const ids of Object.values(harmFactorOptions.on('2026-11-21').value)) {
    expect(ids.filter(id => !proposalOption(id))).toEqual([])
  }
})
