import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { CourtResult } from '../model.ts'
import { hearingResults } from './hearing-results.ts'
import { itemChanges, type ProposalItem, proposalItems } from './proposal-items.ts'
import { suggestedOutcomes } from './suggested-outcome.ts'

const day: LocalDate = '2026-03-02'
const result = (code: number, more: Partial<CourtResult> = {}): CourtResult => ({ code, qualifiers: [], ...more })
const meant = (...results: CourtResult[]) =>
  hearingResults([{ sequence: 1, code: 'TH68010', convictionDate: day, results }], day)
const items = (...results: CourtResult[]) => proposalItems(meant(...results))
const stored = (list: readonly ProposalItem[], accepted = false) =>
  list.map(({ key, digest }) => ({ key, digest, accepted }))
const hours = (value: number) => result(3101, { duration: { value, unit: 'H' } })

describe('what a hearing proposes', () => {
  it('an order with its requirements is one item, breach outcomes are others', () => {
    expect(items(result(1116), hours(80), result(1029)).map(({ key }) => key)).toEqual([
      'order:COMMUNITY_ORDER',
      'breach:1029:1',
    ])
  })
  it('two requirements without order and with one code have different keys', () => {
    expect(items(hours(80), hours(40)).map(({ key }) => key)).toEqual(['requirement:3101', 'requirement:3101#2'])
  })
  it('carries the reviews that concern it', () => {
    expect(items(result(1116), result(3101, { duration: { value: 8, unit: 'W' } }))[0]!.reviews).toMatchObject([
      { code: 'unit-not-fitting' },
    ])
  })
})

describe('an amended result', () => {
  const before = items(result(1116), hours(80))
  const changes = (accepted: boolean, ...results: CourtResult[]) =>
    itemChanges(stored(before, accepted), items(...results)).map(({ key, change }) => [key, change])

  it('that says the same changes nothing', () => {
    expect(changes(true, hours(80), result(1116))).toEqual([['order:COMMUNITY_ORDER', 'unchanged']])
  })
  it('that says otherwise changes the proposal', () => {
    expect(changes(false, result(1116), hours(100))).toEqual([['order:COMMUNITY_ORDER', 'changed']])
  })
  it('asks a person to change what was accepted', () => {
    expect(changes(true, result(1116), hours(100))).toEqual([['order:COMMUNITY_ORDER', 'change-by-person']])
  })
  it('withdraws what is no longer there, and asks a person where it was accepted', () => {
    const custody = result(1002, { duration: { value: 3, unit: 'M' } })
    expect(changes(false, custody)).toEqual([
      ['order:CUSTODY', 'new'],
      ['order:COMMUNITY_ORDER', 'withdrawn'],
    ])
    expect(changes(true, custody)).toContainEqual(['order:COMMUNITY_ORDER', 'withdraw-by-person'])
  })
})

describe('the outcome the results point to', () => {
  it.each<[string, CourtResult[], string[]]>([
    ['nothing', [], []],
    ['a community order', [result(1116)], ['PROBATION_SENTENCE']],
    ['a suspended sentence activated', [result(1507)], ['PROBATION_SENTENCE']],
    ['an order and a fine', [result(1116), result(1015)], ['PROBATION_SENTENCE', 'FINE']],
    [
      'a sentence and a report on another offence',
      [result(1116), result(4027, { qualifiers: ['DA'] })],
      ['PROBATION_SENTENCE', 'REPORT_REQUESTED'],
    ],
    ['committed', [result(4016)], ['COMMITTED_TO_CROWN']],
    ['committed with a report', [result(4016, { qualifiers: ['DA'] })], ['CROWN_PLUS_PSR']],
    ['put off', [result(4506)], ['ADJOURNED']],
    ['a warrant', [result(4576)], ['WARRANT']],
    ['discharged', [result(1018)], ['NON_PROBATION_SENTENCE']],
    ['withdrawn', [result(2051)], ['DISMISSED']],
    ['something else', [result(1000)], ['OTHER']],
  ])('%s', (_, results, expected) => {
    expect(suggestedOutcomes(meant(...results))).toEqual(expected)
  })
})
