import { describe, expect, it } from 'vitest'
import { caseListDays, isWithinListHorizon, needsNoOutcome } from './list-days.ts'
import { duplicateToKeep, movedFromLibra, type StoredCaseFacts } from './same-case.ts'

const one = { personId: null, surname: 'MORGAN', dateOfBirth: '1975-01-01' } as const
const libra: StoredCaseFacts = { caseId: 'l', source: 'LIBRA', urn: '12gd 3124119', defendants: [one] }
const platform: StoredCaseFacts = {
  caseId: 'c',
  source: 'COMMON_PLATFORM',
  urn: '12GD3124119',
  defendants: [{ ...one, surname: 'Morgan' }],
}

describe('a list case that goes on in Common Platform', () => {
  const moved = (more: Partial<StoredCaseFacts>) => movedFromLibra(libra, { ...platform, ...more }).outcome
  it('has the same URN and person', () => {
    expect(moved({})).toBe(true)
  })
  it.each<[string, Partial<StoredCaseFacts>]>([
    ['another URN', { urn: '12GD3124118' }],
    ['no URN', { urn: null }],
    ['another birth date', { defendants: [{ ...one, dateOfBirth: '1975-01-02' }] }],
    ['no birth date', { defendants: [{ ...one, dateOfBirth: null }] }],
    ['the same system', { source: 'LIBRA' }],
  ])('is not one with %s', (_, more) => {
    expect(moved(more)).toBe(false)
  })
  it('two different records are two people, whatever their names', () => {
    const linked = { ...libra, defendants: [{ ...one, personId: 'p' }] }
    expect(movedFromLibra(linked, { ...platform, defendants: [{ ...one, personId: 'q' }] }).outcome).toBe(false)
  })
})

describe('a list case stored more than once', () => {
  const copy = (id: string, seenAt: string, hasStaffWork = false) => ({ id, seenAt, hasStaffWork })
  it('keeps the newest', () => {
    expect(duplicateToKeep([copy('a', '2026-01-01'), copy('b', '2026-01-02')]).outcome).toEqual({
      keep: 'b',
      putAway: ['a'],
    })
  })
  it('never puts staff work away', () => {
    const kept = duplicateToKeep([copy('a', '2026-01-01', true), copy('b', '2026-01-02')]).outcome
    expect(kept).toEqual({ keep: 'a', putAway: ['b'] })
  })
  it('is left to a person when there is work on two', () => {
    const both = [copy('a', '2026-01-01', true), copy('b', '2026-01-02', true)]
    expect(duplicateToKeep(both).outcome).toEqual({ keep: null, putAway: [] })
  })
})

describe('days of the list', () => {
  it('the feed reaches three days ahead', () => {
    const within = (day: '2026-03-01' | '2026-03-02' | '2026-03-05' | '2026-03-06') =>
      isWithinListHorizon(day, '2026-03-02')
    expect([within('2026-03-01'), within('2026-03-02'), within('2026-03-05'), within('2026-03-06')]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
  it('the list shows 14 days back and 28 ahead', () => {
    expect(caseListDays('2026-03-02')).toEqual({ from: '2026-02-16', to: '2026-03-30' })
  })
})

describe('the evening job', () => {
  const heard = { hearingDay: '2026-03-02', removed: false, hasOutcome: false, outcomeNotRequired: false } as const
  const gets = (more: Partial<Parameters<typeof needsNoOutcome>[0]>, time = '18:30') =>
    needsNoOutcome({ ...heard, ...more }, '2026-03-02', time).outcome
  it('gives NO_OUTCOME to who was heard today without one', () => {
    expect(gets({})).toBe(true)
  })
  it.each<[string, boolean]>([
    ['too early', gets({}, '18:29')],
    ['another day', gets({ hearingDay: '2026-03-01' })],
    ['removed', gets({ removed: true })],
    ['has one', gets({ hasOutcome: true })],
    ['none needed', gets({ outcomeNotRequired: true })],
  ])('leaves alone: %s', (_, given) => {
    expect(given).toBe(false)
  })
})
