import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLetterOf } from './check-letter.ts'
import {
  readAsn,
  readCourtOu,
  readCrn,
  readCro,
  readIdentifier,
  readPnc,
  readPrisonNumber,
  sameIdentifier,
} from './identifiers.ts'

const asAt = '2026-06-30'

describe('a PNC number', () => {
  it.each([
    ['02/73319Z', '2002/0073319Z'],
    ['2002/73319Z', '2002/0073319Z'],
    ['81/34U', '1981/0000034U'],
    ['033Y', '2003/0000003Y'],
    [' 2002/ 0073319z ', '2002/0073319Z'],
  ])('%s is read as %s', (typed, canonical) => {
    expect(readPnc(typed, asAt)).toMatchObject({ valid: true, canonical, reason: null, usableForMatching: true })
  })

  it.each([
    [null, 'blank'],
    ['  ', 'blank'],
    ['1972-7428290Y', 'format'],
    ['2002/12345678Z', 'format'],
    ['12A', 'length'],
    ['1234567890A', 'length'],
    ['123456789012A', 'length'],
    ['1899/0000001A', 'year'],
    ['2027/0001234B', 'year'],
    ['20030011985Z', 'check'],
  ])('%s is refused because of its %s', (typed, reason) => {
    expect(readPnc(typed, asAt)).toMatchObject({
      valid: false,
      canonical: null,
      reason,
      usableForMatching: false,
    })
  })

  it('a refused number keeps the full form it was read as, for one-edit review', () => {
    expect(readPnc('02/73319A', asAt).asRead).toBe('2002/0073319A')
  })

  it('the two-digit century follows the day asked about', () => {
    expect(readPnc('26/1234L', '2026-01-01').canonical).toBe('2026/0001234L')
    expect(readPnc('26/1234L', '2025-12-31').canonical).toBe('1926/0001234L')
  })

  it('a placeholder is valid and never used to link', () => {
    expect(readPnc('2003/0993399B', asAt)).toMatchObject({ valid: true, usableForMatching: false })
  })

  it('any serial with its own check letter is accepted, with any other letter refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2026 }), fc.integer({ min: 0, max: 9_999_999 }), (year, serial) => {
        const digits = `${String(year).slice(2)}${String(serial).padStart(7, '0')}`
        const letter = 'ZABCDEFGHJKLMNPQRTUVWXY'[Number(digits) % 23]!
        const read = readPnc(`${year}/${serial}${letter}`, asAt)
        const wrong = readPnc(`${year}/${serial}${letter === 'A' ? 'B' : 'A'}`, asAt)
        return read.valid && wrong.reason === 'check' && read.canonical !== null && readPnc(read.canonical, asAt).valid
      }),
    )
  })
})

describe('a CRO number', () => {
  it.each([
    ['65656/91H', '065656/91H'],
    ['SF05/482703J', 'SF05/482703J'],
    ['sf83/50058z', 'SF83/50058Z'],
  ])('%s is read as %s', (typed, canonical) => {
    expect(readCro(typed, asAt)).toMatchObject({ valid: true, canonical, usableForMatching: true })
  })

  it.each([
    ['85227/65G', 'check'],
    ['SF03/5555Z', 'check'],
    ['CR0009900099', 'format'],
    ['1234567/98A', 'format'],
    ['', 'blank'],
  ])('%s is refused because of its %s', (typed, reason) => {
    expect(readCro(typed, asAt)).toMatchObject({ valid: false, canonical: null, reason })
  })

  it('the placeholder 000000/00Z is valid and never used to link', () => {
    expect(readCro('0/00Z', asAt)).toMatchObject({ valid: true, canonical: '000000/00Z', usableForMatching: false })
  })
})

describe('an arrest/summons number', () => {
  it('has its sequence padded to twenty characters', () => {
    expect(readAsn('11/01ZD/01/410836V', asAt).canonical).toBe('1101ZD0100000410836V')
  })

  it('with another letter is refused', () => {
    expect(readAsn('1101ZD0100000448754J', asAt)).toMatchObject({ valid: false, reason: 'check' })
  })

  it('made up by a police system is valid and never used to link', () => {
    const dummy = `0800NP0100000000001${checkLetterOf('00' + '01' + '08' + '00000000001')}`
    expect(readAsn(dummy, asAt)).toMatchObject({ valid: true, usableForMatching: false })
  })
})

describe('other numbers', () => {
  it('a CRN is a letter and six digits', () => {
    expect(readCrn(' x320741').canonical).toBe('X320741')
    expect(readCrn('X32074').reason).toBe('format')
  })

  it('a prison number is a letter, four digits and two letters', () => {
    expect(readPrisonNumber('a1234bc').canonical).toBe('A1234BC')
    expect(readPrisonNumber('A123BC').reason).toBe('format')
  })

  it('a court code gives the court and the room', () => {
    expect(readCourtOu('b01ly00')).toMatchObject({ valid: true, canonical: 'B01LY', room: '00' })
    expect(readCourtOu('B01LY').room).toBeNull()
    expect(readCourtOu('B10J')).toMatchObject({ valid: false, reason: 'format' })
  })

  it('two numbers are the same only when both are valid', () => {
    const bad = readIdentifier('pnc', '20030011985Z', asAt)
    expect(sameIdentifier(bad, bad)).toBe(false)
    expect(sameIdentifier(readPnc('79/163001B', asAt), readPnc('19790163001B', asAt))).toBe(true)
  })
})
