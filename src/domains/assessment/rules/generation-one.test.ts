import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GenerationOneFacts } from '../generation-one-model.ts'
import { ogp1 } from './ogp1.ts'
import { ogrs3 } from './ogrs3.ts'
import { ospDirectContact } from './osp1.ts'
import { ovp1 } from './ovp1.ts'
import { rsr1 } from './rsr1.ts'
import { logistic, percentOf } from './scoring.ts'
import { snsv1 } from './snsv1.ts'

const facts: GenerationOneFacts = {
  assessedOn: '2025-06-12',
  sex: 'male',
  dateOfBirth: '1988-06-11',
  convictedOn: '2024-05-01',
  followUpFrom: '2024-06-01',
  supervision: 'community',
  offenceCode: '04600',
  totalSanctions: 8,
  violentSanctions: 2,
  ageAtFirstSanction: 16,
  mostRecentOffenceOn: null,
  snsvBasis: null,
  answers: {
    weapon: false,
    recognisesImpact: true,
    noFixedAbode: false,
    accommodation: 0,
    unemployed: true,
    partnerRelationship: 1,
    domesticAbuse: false,
    abuseAgainstPartner: null,
    regularActivities: 1,
    drugMisuse: 1,
    drugMotivation: 1,
    alcoholUse: 1,
    bingeDrinking: 0,
    psychiatricTreatment: false,
    impulsivity: 1,
    temperControl: 1,
    problemSolving: 1,
    awareness: 1,
    othersViews: 1,
    proCriminalAttitudes: 1,
  },
  previous: ['robbery'],
  sexual: {
    everCommitted: false,
    contactAdult: null,
    contactChild: null,
    images: null,
    otherNonContact: null,
    latestOn: null,
    currentMotivated: null,
    strangerVictim: null,
  },
}
const faultsOf = (answer: ReturnType<typeof ogrs3>) => answer.faults.map(fault => fault.code)

describe('a score of the first generation', () => {
  it('is the sum of its contributions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(1),
        fc.constantFrom('male', 'female'),
        (total, violent, sex) => {
          const changed = { ...facts, sex, totalSanctions: total, violentSanctions: violent }
          for (const score of [ogrs3(changed), ovp1(changed), ogp1(changed), snsv1(changed), rsr1(changed)]) {
            if (score.outcome !== 'scored') throw new Error(`${score.predictor} gave no score`)
            expect(score.contributions.reduce((sum, one) => sum + one.value, 0)).toBeCloseTo(score.linear, 9)
          }
        },
      ),
    )
  })

  it('of SNSV1 follows from its linear score', () => {
    const score = snsv1(facts)
    expect(score).toMatchObject({ outcome: 'scored', basis: 'dynamic', generation: 1 })
    if (score.outcome === 'scored') expect(score.percent).toBe(percentOf(logistic(score.linear)))
  })

  it('of more sanctions at the same age is never lower (OGRS3)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 80 }), total => {
        const fewer = ogrs3({ ...facts, totalSanctions: total })
        const more = ogrs3({ ...facts, totalSanctions: total + 1 })
        if (fewer.outcome !== 'scored' || more.outcome !== 'scored') throw new Error('no score')
        expect(more.percent).toBeGreaterThanOrEqual(fewer.percent)
      }),
    )
  })
})

describe('contradictions and gaps', () => {
  it.each([
    [{ dateOfBirth: null }, ['missing-input']],
    [{ sex: 'other' }, ['missing-input']],
    [{ totalSanctions: 0 }, ['total-sanctions-below-one']],
    [{ offenceCode: '46' }, ['offence-code-format']],
    [{ offenceCode: '08800' }, ['offence-needs-detail']],
    [{ offenceCode: '99999' }, ['offence-not-mapped']],
    [{ convictedOn: '1988-06-11' }, ['date-not-after-birth']],
    [{ convictedOn: '1997-06-11' }, ['under-ten-at-conviction', 'first-sanction-after-conviction']],
    [{ ageAtFirstSanction: 40 }, ['first-sanction-after-conviction']],
    [{ followUpFrom: '1997-06-11' }, ['under-ten-at-follow-up']],
  ] as const)('OGRS3 of %j gives no score: %j', (change, codes) => {
    const answer = ogrs3({ ...facts, ...change })
    expect(answer.outcome).toBe('no-score')
    expect(faultsOf(answer)).toEqual(codes)
  })

  it('OVP1 is for adults', () => {
    expect(faultsOf(ovp1({ ...facts, followUpFrom: '2006-06-10' }))).toEqual(['under-eighteen'])
  })

  it('OGP1 rests on a valid OGRS3 and says so', () => {
    expect(ogp1({ ...facts, offenceCode: '99999' })).toMatchObject({ missing: ['OGRS3: offenceCode'] })
  })

  it('SNSV1 is static, with a fault, where a dynamic answer is missing', () => {
    const answers = { ...facts.answers, temperControl: null }
    expect(snsv1({ ...facts, answers })).toMatchObject({ basis: 'static', faults: [{ fields: ['temperControl'] }] })
    expect(snsv1({ ...facts, answers, snsvBasis: 'dynamic' }).outcome).toBe('no-score')
  })

  it('RSR1 of someone without sexual offending is their SNSV1', () => {
    const [rsr, snsv] = [rsr1(facts), snsv1(facts)]
    if (rsr.outcome !== 'scored' || snsv.outcome !== 'scored') throw new Error('no score')
    expect(rsr.percent).toBe(snsv.percent)
  })

  it('a history of no sexual offending with counts contradicts itself', () => {
    const sexual = { ...facts.sexual, contactAdult: 0 }
    expect(faultsOf(ospDirectContact({ ...facts, sexual }))).toEqual(['sexual-history-contradicts-counts'])
    expect(faultsOf(rsr1({ ...facts, sexual }))).toEqual(['component-fault'])
  })
})
