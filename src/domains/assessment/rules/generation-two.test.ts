import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessmentVectorFamilies } from '../index.ts'
import type { GenerationTwoFacts } from '../model.ts'
import { examplePerson } from './example-person.fixture.ts'
import { generationTwoScores } from './generation-two.ts'
import { logistic, percentOf } from './scoring.ts'

const facts: GenerationTwoFacts = examplePerson

describe('a score of the second generation', () => {
  it('is the sum of its contributions, and its percent follows from it', () => {
    const count = fc.integer({ min: 1, max: 60 })
    const answer = fc.integer({ min: 0, max: 2 })
    fc.assert(
      fc.property(
        count,
        fc.nat(20),
        answer,
        answer,
        fc.constantFrom('male', 'female'),
        (total, violent, q9_1, q12_1, sex) => {
          const scores = generationTwoScores({
            ...facts,
            sex,
            totalSanctions: total,
            violentSanctions: Math.min(violent, total),
            answers: { ...facts.answers, q9_1, q12_1 },
          })
          for (const score of [scores.arpDynamic, scores.vrpDynamic, scores.svrpDynamic]) {
            if (score.outcome !== 'scored') throw new Error(`${score.predictor} gave no score`)
            expect(score.contributions.reduce((sum, one) => sum + one.value, 0)).toBe(score.linear)
            expect(score.percent).toBe(percentOf(logistic(score.linear)))
          }
          const { csrp } = scores
          if (csrp.outcome !== 'scored') throw new Error('CSRP gave no score')
          expect(csrp.contributions.reduce((sum, one) => sum + one.value, 0)).toBeCloseTo(csrp.percent, 9)
        },
      ),
    )
  })

  it('carries its generation, versions, day and inputs', () => {
    expect(generationTwoScores(facts).arpDynamic).toMatchObject({
      predictor: 'ARP',
      generation: 2,
      algorithmVersion: '2.0',
      dataVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
      assessedOn: '2025-08-16',
      inputs: facts,
    })
  })

  it('is static where an answer of the dynamic form is missing, and says which', () => {
    const scores = generationTwoScores({ ...facts, answers: { ...facts.answers, q6_4: null } })
    expect(scores.arpDynamic).toMatchObject({ outcome: 'no-score', why: 'missing', missing: ['q6_4'] })
    expect(scores.arpStatic).toMatchObject({ outcome: 'scored', basis: 'static' })
    expect(scores.svrpStatic).toMatchObject({ outcome: 'no-score', why: 'not-attempted' })
  })

  it('is not needed of 8.8 when drugs were never misused', () => {
    const without = { ...facts.answers, q8_8: null }
    expect(generationTwoScores({ ...facts, answers: without }).arpDynamic.outcome).toBe('no-score')
    expect(generationTwoScores({ ...facts, answers: { ...without, q8_1: 'no' } }).arpDynamic.outcome).toBe('scored')
  })

  it.each([
    [{ sex: 'other' }, 'not-calculable', []],
    [{ dateOfBirth: null }, 'missing', ['date of birth']],
    [{ offenceCode: '99999' }, 'missing', ['offence code has no category']],
    [{ ageAtFirstSanction: 40 }, 'missing', ['age at first sanction is above age at last sanction']],
    [{ lastSanctionOn: null, communityOn: null }, 'missing', ['1.29', '1.38']],
  ] as const)('%j gives no score: %s %j', (change, why, missing) => {
    expect(generationTwoScores({ ...facts, ...change }).arpStatic).toMatchObject({ outcome: 'no-score', why, missing })
  })

  it('a woman, or someone without sexual offending, has no sexual predictor: not applicable, not low', () => {
    expect(generationTwoScores(facts).dcSrp).toMatchObject({ outcome: 'no-score', why: 'not-applicable' })
    const history = { ...facts.sexual, everCommitted: true, contactAdult: 1 }
    expect(generationTwoScores({ ...facts, sex: 'female', sexual: history }).iicSrp).toMatchObject({
      why: 'not-applicable',
    })
  })
})

describe('direct contact after five years in the community', () => {
  const man: GenerationTwoFacts = {
    ...facts,
    assessedOn: '2025-08-16',
    communityOn: '2020-08-16',
    sexual: {
      everCommitted: true,
      contactAdult: 3,
      contactChild: 0,
      images: 0,
      otherNonContact: 0,
      latestOn: '2012-01-01',
      currentMotivated: 'no',
      strangerVictim: null,
    },
  }
  const band = (change: Partial<GenerationTwoFacts>) => {
    const { dcSrp } = generationTwoScores({ ...man, ...change })
    return dcSrp.outcome === 'scored' ? [dcSrp.points, dcSrp.band, dcSrp.bandReduced] : dcSrp.missing
  }
  it('shows the band one lower, the points stay', () => {
    expect(band({ communityOn: '2020-08-17' })).toEqual([41, 'very-high', false])
    expect(band({})).toEqual([41, 'high', true])
  })
  it('does not in custody, or after an offence within the five years', () => {
    expect(band({ inCustody: true })).toEqual([41, 'very-high', false])
    expect(band({ mostRecentOffenceOn: '2023-01-01' })).toEqual([41, 'very-high', false])
  })
  it('asks for 1.44 only when the current offence is or may be sexual', () => {
    expect(band({ sexual: { ...man.sexual, currentMotivated: 'yes' } })).toEqual(['1.44'])
  })
})

describe('golden cases of risk', () => {
  it.each(assessmentVectorFamilies.map(family => [family.family, family] as const))(
    '%s agree',
    async (_, family) => {
      const answers = await family.run('vectors', 'samples')
      expect(answers.length).toBeGreaterThan(0)
      expect(answers.filter(answer => !answer.agrees)).toEqual([])
    },
    120_000,
  )
})
