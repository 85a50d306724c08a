import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { GenerationTwoFacts } from '../model.ts'
import { actuarialData, actuarialDataOf } from '../parameters/actuarial-data.ts'
import { bandMoves, dryRun } from './band-moves.ts'
import { examplePerson as person } from './example-person.fixture.ts'
import { generationTwoScores } from './generation-two.ts'
import { futureFact, inputContradictions } from './input-contradictions.ts'
import { isDrawnForRescoring, rescoreAgreement } from './rescore-agreement.ts'
import { secondLook } from './second-look.ts'

describe('contradictions in the inputs', () => {
  it('a plain case has none', () => {
    expect(inputContradictions(person)).toEqual([])
  })
  it.each<[Partial<GenerationTwoFacts>, string, string]>([
    [{ lastSanctionOn: '1990-01-16' }, 'wrong', 'conviction-not-after-birth'],
    [{ lastSanctionOn: '2025-11-17' }, 'wrong', 'conviction-far-after-assessment'],
    [{ lastSanctionOn: '2025-11-16' }, 'ask', 'conviction-after-assessment'],
    [{ communityOn: '2022-06-18' }, 'ask', 'release-before-conviction'],
    [{ communityOn: '2026-01-01' }, 'note', 'release-still-to-come'],
    [{ communityOn: null, inCustody: true }, 'ask', 'release-date-missing'],
    [{ ageAtFirstSanction: 9 }, 'ask', 'first-sanction-under-criminal-responsibility'],
    [{ ageAtFirstSanction: 33 }, 'wrong', 'first-sanction-after-last'],
    [{ ageAtFirstSanction: 32 }, 'ask', 'several-sanctions-at-one-age'],
    [{ dateOfBirth: '1915-08-16' }, 'wrong', 'age-out-of-range'],
    [{ dateOfBirth: '2007-08-17' }, 'ask', 'outside-validated-ages'],
    [{ totalSanctions: 0, violentSanctions: 0 }, 'wrong', 'sanctions-out-of-range'],
    [{ totalSanctions: 1000 }, 'wrong', 'sanctions-out-of-range'],
    [{ totalSanctions: 100 }, 'ask', 'very-many-sanctions'],
    [{ violentSanctions: 11 }, 'wrong', 'violent-above-total'],
    [{ violentSanctions: -1 }, 'wrong', 'count-below-zero'],
    [{ sexual: { ...person.sexual, contactAdult: 1 } }, 'wrong', 'sexual-counts-without-history'],
    [{ sexual: { ...person.sexual, everCommitted: true, images: 11 } }, 'wrong', 'sexual-above-total'],
    [{ offenceCode: '99999' }, 'wrong', 'offence-not-mapped'],
  ])('%j: %s %s', (change, severity, code) => {
    expect(inputContradictions({ ...person, ...change })).toContainEqual(expect.objectContaining({ severity, code }))
  })
  it('a retired offence code is asked about', () => {
    const retired = [...actuarialData('2025-01-01').offences.values()].find(one => one.retired && one.category !== '')
    expect(retired).toBeDefined()
    const found = inputContradictions({ ...person, offenceCode: retired?.code ?? null })
    expect(found.map(one => one.code)).toEqual(['offence-code-retired'])
  })
  it('the worst come first', () => {
    const found = inputContradictions({
      ...person,
      communityOn: '2026-01-01',
      totalSanctions: 100,
      violentSanctions: 101,
    })
    expect(found.map(one => one.severity)).toEqual(['wrong', 'ask', 'note'])
  })
  it('a fact of the past cannot lie ahead', () => {
    expect(futureFact(person, '2025-08-15')).toBe('assessedOn')
    expect(futureFact(person, '2025-08-16')).toBeUndefined()
  })
})

describe('a second look', () => {
  it('names an input next to the edge of a band, and only then', () => {
    const withSanctions = (totalSanctions: number) => ({ ...person, totalSanctions })
    let edges = 0
    for (let total = 2; total < 60; total++) {
      const moves = bandMoves(generationTwoScores(withSanctions(total)), generationTwoScores(withSanctions(total + 1)))
      const named = secondLook(withSanctions(total), null).sensitivities.find(
        one => one.input === 'totalSanctions' && one.to === total + 1,
      )
      expect(named?.moves ?? []).toEqual(moves)
      edges += moves.length
    }
    expect(edges).toBeGreaterThan(0)
  })
  it('says what keeps a score static', () => {
    const look = secondLook({ ...person, answers: { ...person.answers, q6_4: null } }, null)
    expect(look.staticForWantOf.map(one => one.predictor)).toEqual(['ARP', 'VRP'])
  })
  it('says which bands changed since the last scores', () => {
    const last = generationTwoScores({ ...person, totalSanctions: 1, violentSanctions: 0 })
    expect(secondLook(person, last).changedSince.map(one => one.predictor)).toEqual(['SVRP', 'CSRP'])
  })
})

describe('a dry run of new data', () => {
  const folder = 'src/domains/assessment/data'
  const coefficients = readFileSync(`${folder}/risk-coefficients.json`, 'utf8')
  const offences = readFileSync(`${folder}/offence-actuarial-map.csv`, 'utf8')
  const current = actuarialDataOf(coefficients, offences)
  const caseload = [
    { crn: 'X000001', facts: person },
    { crn: 'X000002', facts: { ...person, totalSanctions: 1, violentSanctions: 0 } },
  ]
  it('of the same data moves nobody', () => {
    expect(dryRun(caseload, current, actuarialData('2025-08-16'))).toMatchObject({ people: 2, moved: [] })
  })
  it('shows who would change band, from what to what', () => {
    const raised = actuarialDataOf(coefficients.replace('"3.83654148692014"', '"8.83654148692014"'), offences)
    const run = dryRun(caseload, current, raised)
    expect(run.from).not.toBe(run.to)
    expect(run.moved[0]).toMatchObject({ crn: 'X000001', moves: [{ predictor: 'ARP', to: 'very-high' }] })
  })
  it('is not begun with a file of another kind', () => {
    expect(() => actuarialDataOf('{}', offences)).toThrow(/generation1/)
    expect(() => actuarialDataOf(coefficients, 'a,b\n1,2\n')).toThrow(/offence map/)
  })
})

describe('blind re-scoring', () => {
  it('draws about one score in twenty, the same ones each time', () => {
    const ids = Array.from({ length: 4000 }, (_, index) => `score-${index}`)
    const drawn = ids.filter(id => isDrawnForRescoring(id, '2026-11', '2026-11-21'))
    expect(drawn.length).toBeGreaterThan(140)
    expect(drawn.length).toBeLessThan(260)
    expect(ids.filter(id => isDrawnForRescoring(id, '2026-11', '2026-11-21'))).toEqual(drawn)
    expect(ids.filter(id => isDrawnForRescoring(id, '2026-12', '2026-11-21'))).not.toEqual(drawn)
  })
  it('tells how often bands agree and which inputs differ', () => {
    const other = { ...person, totalSanctions: 1, violentSanctions: 0 }
    const { outcome, rules } = rescoreAgreement(
      [
        { first: person, second: person },
        { first: person, second: other },
      ],
      '2026-11-21',
    )
    expect(outcome).toMatchObject({ verdict: 'below-target', agreement: { pairs: 2, sameBands: 1, percent: 50 } })
    expect(outcome.agreement.differing).toEqual([
      { input: 'totalSanctions', times: 1 },
      { input: 'violentSanctions', times: 1 },
    ])
    expect(rules[0]?.source.kind).toBe('assumption')
  })
  it('of nothing has no rate', () => {
    expect(rescoreAgreement([], '2026-11-21').outcome).toMatchObject({
      verdict: 'no-pairs',
      agreement: { percent: null },
    })
  })
})
