import { describe, expect, it } from 'vitest'
import { readReference, readReferenceLines } from './index.ts'

describe('reference tables', () => {
  it('are read from the folder of their domain by column', () => {
    const croydon = readReference('organisation', 'courts.csv').find(row => row.ou_code === 'B01EF')
    expect(croydon).toMatchObject({ kind: 'MAGISTRATES', name: "Croydon Magistrates' Court" })
  })
  it('keep quoted commas inside a cell', () => {
    const hearing = readReference('court', 'court-codes.csv').find(row => row.code === 'SWPSR')
    expect(hearing?.description).toBe('Sentence, With Pre-Sentence Report')
  })
  it('are read once', () => {
    expect(readReference('court', 'court-codes.csv')).toBe(readReference('court', 'court-codes.csv'))
  })
  it('lists hold one entry a line', () => {
    expect(readReferenceLines('court', 'sfo-offence-codes.txt')).toHaveLength(903)
  })
  it('a table that is not there is an error', () => {
    expect(() => readReference('court', 'nothing.csv')).toThrow(/nothing\.csv/)
  })
})
