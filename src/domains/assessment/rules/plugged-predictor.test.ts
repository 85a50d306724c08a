import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { examplePerson as person } from './example-person.fixture.ts'
import { pluggedScore } from './plugged-predictor.ts'
import { featureNames } from './predictor-features.ts'
import { readPredictors } from './predictor-file.ts'
import { logistic, rounded } from './scoring.ts'

const page = readFileSync('src/domains/assessment/data/README.md', 'utf8')
const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!) as { readonly [field: string]: unknown }
const read = (change: object = {}) => readPredictors([{ ...example, ...change }])[0]!
const facts = { ...person, assessedOn: '2026-02-01' } as const

describe('a predictor from a file', () => {
  it('the documented example scores, with contributions that add up', () => {
    const score = pluggedScore(read(), facts)
    const linear = -2 + 0.4 * 1 + 0.5 * Math.log(10)
    expect(score).toMatchObject({ outcome: 'scored', predictor: 'EXAMPLE', generation: 'local 1', band: 'low' })
    if (score.outcome !== 'scored') return
    expect(score.linear).toBeCloseTo(linear, 12)
    expect(score.value).toBe(rounded(logistic(linear) * 100, 2))
    expect(score.contributions.reduce((sum, one) => sum + one.value, 0)).toBe(score.linear)
  })

  it('a condition that does not hold leaves its term out', () => {
    const score = pluggedScore(read(), { ...facts, totalSanctions: 1 })
    expect(score.outcome === 'scored' && score.contributions.map(one => one.feature)).toEqual(['intercept', 'q9_1'])
  })

  it('points are the sum itself', () => {
    const terms = [{ feature: 'q9_1', coefficient: 3 }]
    expect(pluggedScore(read({ kind: 'points', intercept: 0, terms, bands: [] }), facts)).toMatchObject({
      value: 3,
      band: null,
    })
  })

  it.each([
    [{ answers: { ...facts.answers, q9_1: null } }, 'missing'],
    [{ sex: null }, 'missing'],
    [{ sex: 'other' }, 'not-applicable'],
    [{ dateOfBirth: '2009-01-01' }, 'not-applicable'],
    [{ assessedOn: '2025-12-31' }, 'not-in-force'],
  ] as const)('%j gives no score: %s', (change, why) => {
    expect(pluggedScore(read(), { ...facts, ...change })).toMatchObject({ outcome: 'no-score', why })
  })

  it('one without public coefficients is entered by hand', () => {
    expect(pluggedScore(read({ kind: 'external' }), facts)).toMatchObject({ why: 'entered-by-hand' })
  })

  it('the page lists every feature', () => {
    expect(featureNames.filter(name => !page.includes(name))).toEqual([])
  })
})

describe('a predictor file is refused', () => {
  it.each([
    [{ source: null }, /EXAMPLE: source is missing/],
    [{ source: { kind: 'rumour', cite: 'x' } }, /source.kind must be one of/],
    [
      {
        bands: [
          { name: 'a', min: 2 },
          { name: 'b', min: 2 },
        ],
      },
      /band b does not begin above a/,
    ],
    [{ terms: [{ feature: 'shoeSize', coefficient: 1 }] }, /term 1: "shoeSize" is not a feature we know/],
    [{ terms: [{ feature: 'constructor', coefficient: 1 }] }, /is not a feature we know/],
    [{ terms: [{ feature: 'age' }] }, /term 1: coefficient is missing/],
    [{ terms: [{ feature: 'age', coefficient: '1' }] }, /coefficient must be a number/],
    [{ validFrom: '1/1/26' }, /validFrom must be a date/],
    [{ validTo: '2025-01-01' }, /validTo comes before validFrom/],
    [{ kind: 'oracle' }, /kind must be one of/],
    [{ id: '' }, /predictor 1: id is missing/],
    [{ decimals: 9 }, /decimals must be 0 to 6/],
  ])('%j', (change, message) => {
    expect(() => read(change)).toThrow(message)
  })

  it('when two versions of it hold on the same day', () => {
    const next = { ...example, version: '2', validFrom: '2027-01-01' }
    expect(() => readPredictors([example, next])).toThrow(/EXAMPLE: versions 1 and 2 hold on the same day/)
    expect(readPredictors([{ ...example, validTo: '2026-12-31' }, next])).toHaveLength(2)
  })

  it('when it is no object', () => {
    expect(() => readPredictors([[]])).toThrow(/predictor 1: must be an object/)
  })
})
