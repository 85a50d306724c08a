import { describe, expect, it } from 'vitest'
import type { AnswerValue } from '../questions/question.ts'
import { generationTwoScores } from './generation-two.ts'
import { offenceClassOf } from './offence-class.ts'
import { predictorFacts, type RecordFacts } from './predictor-facts.ts'
import { predictorQuestions } from './predictor-questions.ts'
import { digestOfSet, scoredSet } from './scored-set.ts'
import { standingBands } from './standing-bands.ts'

const record: RecordFacts = {
  dateOfBirth: '1990-01-16',
  sex: 'male',
  mappaEligible: false,
  sentence: {
    convictedOn: '2026-06-10',
    sentencedOn: '2026-06-19',
    kind: 'community',
    offenceCode: 'TH68010',
    offenceTitle: 'Theft from a shop',
  },
}
const full: readonly (readonly [string, AnswerValue])[] = [
  ['1.8', '17'],
  ['1.32', '10'],
  ['1.40', '2'],
  ['1.30', 'NO'],
  ['2.2', ['WEAPON']],
  ['3.4', '2'],
  ['4.2', 'YES'],
  ['6.4', '1'],
  ['6.7', 'NO'],
  ['6.8', '1'],
  ['7.2', '1'],
  ['8.1', 'YES'],
  ['8.2.4.1', '100'],
  ['8.8', '2'],
  ['9.1', '1'],
  ['9.2', '1'],
  ['11.2', '1'],
  ['11.4', '1'],
  ['12.1', '2'],
  ['R1.2', 'ASKED'],
  ['R1.2.2.2', 'YES'],
]
const on = '2026-11-22'
const facts = (
  changed: readonly (readonly [string, AnswerValue | null])[] = [],
  from: RecordFacts = record,
  layer: 'L1' | 'L3' = 'L3',
) => {
  const answers = new Map<string, AnswerValue>(full)
  for (const [code, value] of changed) {
    if (value === null) answers.delete(code)
    else answers.set(code, value)
  }
  return { answers, ...predictorFacts(from, answers, { assessedOn: on, layer }) }
}

describe('facts of the predictors', () => {
  it('come from the record and the answers, and give every score', () => {
    const { two, one } = facts()
    expect(two).toMatchObject({ offenceCode: '04600', lastSanctionOn: '2026-06-10', communityOn: '2026-06-19' })
    expect(two).toMatchObject({ totalSanctions: 10, ageAtFirstSanction: 17, drugs: ['crack'], inCustody: false })
    expect(two.answers).toMatchObject({ q2_2: 1, q4_2: 2, q6_7: 0, q8_1: 'yes' })
    expect(two.previous).toMatchObject({ wounding: true, arson: false })
    expect(one).toMatchObject({ supervision: 'community', followUpFrom: '2026-06-19', previous: ['wounding'] })
    const scores = generationTwoScores(two)
    expect([scores.arpDynamic, scores.vrpDynamic, scores.svrpDynamic].map(score => score.outcome)).toEqual([
      'scored',
      'scored',
      'scored',
    ])
  })
  it('are not known where nobody answered, never zero', () => {
    const { two, one } = predictorFacts({ ...record, sentence: null }, new Map(), { assessedOn: on, layer: null })
    expect(Object.values(two.answers).every(value => value === null)).toBe(true)
    expect(two).toMatchObject({ totalSanctions: null, offenceCode: null, communityOn: null, inCustody: null })
    expect(Object.values(two.previous).every(value => value === null)).toBe(true)
    expect(one.previous).toBeNull()
  })
  it('an answer marked as missing is no answer', () => {
    expect(facts([['9.1', 'M']]).two.answers.q9_1).toBeNull()
  })
  it('4.2 scores 0 or 2', () => {
    expect(facts([['4.2', 'NA']]).two.answers.q4_2).toBe(0)
    expect(facts([['4.2', '1']]).two.answers.q4_2).toBe(2)
  })
  it('abuse counts the perpetrator against a partner, and is open until that is answered', () => {
    expect(facts([['6.7', 'YES']]).two.answers.q6_7).toBeNull()
    expect(
      facts([
        ['6.7', 'YES'],
        ['6.7.1', ['VICTIM']],
      ]).two.answers.q6_7,
    ).toBe(0)
    expect(
      facts([
        ['6.7', 'YES'],
        ['6.7.1', ['PERPETRATOR']],
      ]).two.answers.q6_7,
    ).toBeNull()
    for (const [whom, counts] of [
      ['PARTNER', 1],
      ['FAMILY', 0],
    ] as const) {
      expect(
        facts([
          ['6.7', 'YES'],
          ['6.7.1', ['VICTIM', 'PERPETRATOR']],
          ['6.7.2', [whom]],
        ]).two.answers.q6_7,
      ).toBe(counts)
    }
  })
  it('a drug counts while it is used, or as long as nobody said that it is past', () => {
    const drugs = (often: string | null) =>
      facts([
        ['8.2', ['crack', 'heroin']],
        ['8.2.4.1', 'PREVIOUS'],
        ['8.2.1.1', often],
      ]).two.drugs
    expect(drugs('130')).toEqual(['heroin'])
    expect(drugs(null)).toEqual(['heroin'])
    expect(drugs('PREVIOUS')).toEqual([])
  })
  it('drugs never misused need no motivation', () => {
    const { two, one } = facts([
      ['8.1', 'NO'],
      ['8.8', null],
    ])
    expect(two.drugs).toEqual([])
    expect(generationTwoScores(two).arpDynamic.outcome).toBe('scored')
    expect(one.answers).toMatchObject({ drugMisuse: 0, drugMotivation: 0 })
  })
  it('a conviction later than the newest on record stands before it, with its own offence', () => {
    const { two } = facts([
      ['1.29', '2026-11-02'],
      ['1.47', '10501'],
    ])
    expect(two).toMatchObject({ lastSanctionOn: '2026-11-02', offenceCode: '10501', communityOn: null })
    expect(facts([['1.29', '2026-01-02']]).two.lastSanctionOn).toBe('2026-06-10')
  })
  it('a custodial sentence counts as custody until a release that has come', () => {
    const custody: RecordFacts = { ...record, sentence: { ...record.sentence!, kind: 'custody' } }
    expect(facts([], custody).one).toMatchObject({ supervision: 'custody', followUpFrom: null })
    expect(facts([['1.38', '2027-02-01']], custody).one.supervision).toBe('custody')
    expect(facts([['1.38', '2026-10-01']], custody).one.supervision).toBe('community')
  })
  it('a screening without an interview is static', () => {
    expect(facts([], record, 'L1').two.staticOnly).toBe(true)
    expect(facts([['1.39', 'YES']], record, 'L1').two.staticOnly).toBe(false)
  })
  it('a sexual offence is not asked whether it was sexually motivated', () => {
    const rape: RecordFacts = { ...record, sentence: { ...record.sentence!, offenceCode: '01908' } }
    expect(facts([['1.30', 'YES']], rape).two.sexual.currentMotivated).toBe('not-asked')
    expect(facts([['1.30', 'YES']]).two.sexual.currentMotivated).toBeNull()
  })
  it('counts typed beside "never" are kept, so that the contradiction is seen', () => {
    expect(
      facts([
        ['1.34', '2'],
        ['1.45', '0'],
      ]).two.sexual,
    ).toMatchObject({ contactAdult: 2, contactChild: null })
  })
  it('sex that is not male or female cannot be calculated, and is never low', () => {
    const { answers, two, one } = facts([], { ...record, sex: 'other' })
    const set = scoredSet({ two, one }, { ...record, sex: 'other' }, answers)
    expect(set.generationTwo.filter(score => score.outcome === 'scored')).toEqual([])
    expect(set.generationTwo.find(score => score.predictor === 'CSRP')?.why).toBe('not-calculable')
    expect(Object.values(standingBands(set)).every(band => band === null)).toBe(true)
  })
  it('an offence the predictors cannot place is missing, and a detailed code settles it', () => {
    const unplaced: RecordFacts = { ...record, sentence: { ...record.sentence!, offenceCode: '01GL07017' } }
    expect(generationTwoScores(facts([], unplaced).two).arpDynamic).toMatchObject({ missing: ['offence code'] })
    expect(facts([['1.47', '053/31']], unplaced).two.offenceCode).toBe('05331')
  })
  it('only questions on the list of predictors are read', () => {
    const read = new Set<string>()
    class Watched extends Map<string, AnswerValue> {
      override get(code: string) {
        read.add(code)
        return super.get(code)
      }
      override has(code: string) {
        read.add(code)
        return super.has(code)
      }
    }
    for (const changed of [
      [],
      [
        ['6.7', 'YES'],
        ['6.7.1', ['PERPETRATOR']],
        ['1.30', 'YES'],
      ],
    ] as const) {
      const answers = new Watched([...full, ...changed])
      const both = predictorFacts(record, answers, { assessedOn: on, layer: 'L1' })
      scoredSet(both, record, answers)
    }
    expect([...read].filter(code => !predictorQuestions.has(code))).toEqual([])
    const unread = [...predictorQuestions].filter(code => !read.has(code) && !code.startsWith('SUM6'))
    expect(unread).toEqual([])
  })
})

describe('offence codes', () => {
  it('of a court become the code the predictors use', () => {
    expect(offenceClassOf('th68010')).toBe('04600')
    expect(offenceClassOf('OF61102A')).toBe('00806')
    expect(offenceClassOf('04600')).toBe('04600')
    expect(offenceClassOf('01GL07017')).toBeNull()
    expect(offenceClassOf('NONSENSE')).toBeNull()
  })
})

describe('a set of scores', () => {
  const { answers, two, one } = facts()
  it('adds up: the contributions of every score sum to it', () => {
    const set = scoredSet({ two, one }, record, answers)
    const scored = [...set.generationTwo, ...set.generationOne].filter(score => score.outcome === 'scored')
    expect(scored.length).toBeGreaterThan(6)
    for (const score of scored) {
      const sum = score.contributions.reduce((total, part) => total + part.value, 0)
      expect(sum).toBeCloseTo(score.linear ?? Number.NaN, 9)
    }
  })
  it('has the same digest for the same results, and another for others', () => {
    const digest = digestOfSet(scoredSet({ two, one }, record, answers))
    expect(digestOfSet(scoredSet({ two, one }, record, new Map(answers)))).toBe(digest)
    const more = facts([['1.32', '11']])
    expect(digestOfSet(scoredSet(more, record, more.answers))).not.toBe(digest)
  })
})
