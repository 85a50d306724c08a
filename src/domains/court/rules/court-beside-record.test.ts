import { expect, test } from 'vitest'
import { courtBesideRecord, type IdentityValues } from './court-beside-record.ts'

const nothing: IdentityValues = { name: [], dateOfBirth: [], sex: [], address: [], pnc: [], cro: [] }
const standing = (court: Partial<IdentityValues>, record: Partial<IdentityValues>) =>
  Object.fromEntries(
    courtBesideRecord({ ...nothing, ...court }, { ...nothing, ...record }, '2026-11-21').map(line => [
      line.field,
      line.standing,
    ]),
  )

test('names are equal whatever the case, the marks and the order of their parts', () => {
  expect(standing({ name: ['Núñez, Zoë'] }, { name: ['ZOE NUNEZ'] }).name).toBe('equal')
  expect(standing({ name: ["O'Brien, Sean"] }, { name: ['Obrien, Sean'] }).name).toBe('equal')
  expect(standing({ name: ['Smith, John'] }, { name: ['Smyth, John'] }).name).toBe('different')
})

test('a police number is equal by its canonical form and a rejected one equals nothing, not even itself', () => {
  expect(standing({ pnc: ['02/73319Z'] }, { pnc: ['2002/0073319Z'] }).pnc).toBe('equal')
  expect(standing({ cro: ['85227/65G'] }, { cro: ['85227/65G'] }).cro).toBe('different')
})

test('any of several addresses on record may be the one, by postcode', () => {
  const record = { address: ['1 Old Road, NE1 1AA', '14 Lee Avenue, WR2 1FX'] }
  expect(standing({ address: ['Flat 2, 14 Lee Ave, WR21FX'] }, record).address).toBe('equal')
  expect(standing({ address: ['9 Other Street, LS1 1AA'] }, record).address).toBe('different')
})

test('what only one side has is said to be so', () => {
  expect(standing({ dateOfBirth: ['1988-04-17'] }, { sex: ['Male'] })).toMatchObject({
    dateOfBirth: 'only-court',
    sex: 'only-record',
    name: 'neither',
  })
})
