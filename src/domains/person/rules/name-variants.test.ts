import { describe, expect, it } from 'vitest'
import { nicknames } from '../parameters/nicknames.ts'
import { areNameVariants, baseNames } from './name-variants.ts'

describe('forms of a first name', () => {
  it.each([
    ['BILL', 'WILLIAM'],
    ['LIZ', 'BETH'],
    ['MUHAMMAD', 'MOHAMMED'],
    ['ZOLTAN', 'ZOLTAN'],
  ])('%s and %s can be one person', (left, right) => {
    expect(areNameVariants(left, right)).toBe(true)
    expect(areNameVariants(right, left)).toBe(true)
  })

  it.each([
    ['ALEXANDER', 'ALEXANDRA'],
    ['JAMES', 'JOHN'],
    ['EMMA', 'EMILY'],
  ])('%s and %s are different names, even with a short form in common', (left, right) => {
    expect(areNameVariants(left, right)).toBe(false)
  })

  it('a short form of several names stands under each of them', () => {
    expect(baseNames('ALEX')).toEqual(['ALEXANDER', 'ALEXANDRA'])
    expect(baseNames('ZOLTAN')).toEqual(['ZOLTAN'])
  })

  it('the table is written in comparable letters, without repeats', () => {
    for (const row of nicknames.on('2026-11-21').value) {
      expect(row.length).toBeGreaterThan(1)
      expect(new Set(row).size).toBe(row.length)
      expect(row.every(name => /^[A-Z]{2,}$/.test(name))).toBe(true)
    }
  })
})
