import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jaroWinkler, levenshtein, withinOneEdit } from './similarity.ts'

const name = fc.string({ unit: fc.constantFrom(...'ABCDE '), maxLength: 14 })

describe('Jaro-Winkler', () => {
  it('half the out-of-order matches are rounded down', () => {
    expect(jaroWinkler('SMITH', 'SCHMIDT')).toBeCloseTo(0.736429, 6)
  })

  it('is the same from either side, lies in 0 to 1, and is 1 only for equal texts', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        const similarity = jaroWinkler(left, right)
        expect(similarity).toBeCloseTo(jaroWinkler(right, left), 12)
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
        expect(similarity === 1).toBe(left === right)
      }),
    )
  })
})

describe('edit distance', () => {
  it('is symmetric, zero only for equal texts, and at most the longer length', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        const distance = levenshtein(left, right)
        expect(distance).toBe(levenshtein(right, left))
        expect(distance === 0).toBe(left === right)
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length))
      }),
    )
  })

  it('the quick test of one edit agrees with the distance', () => {
    fc.assert(
      fc.property(name, name, fc.nat(14), (left, extra, at) => {
        const near = left.slice(0, at) + extra.slice(0, 1) + left.slice(at + 1)
        for (const other of [extra, near]) expect(withinOneEdit(left, other)).toBe(levenshtein(left, other) <= 1)
      }),
    )
  })
})
