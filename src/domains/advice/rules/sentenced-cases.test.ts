import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import type { SentenceToCount } from '../../sentence/index.ts'
import { reportShare, reportShares, shareBreakdowns } from './report-share.ts'
import { type PersonToCount, type RequestToCount, sentencedCases } from './sentenced-cases.ts'

const offences = (code: string) => ({
  ...{ code, category: code.startsWith('CB') ? 'CB' : 'CE', maximumOnIndictment: code === 'TH' ? '7Y' : undefined },
  ...{ schedules: [], seriousFurther: 'not-listed' as const },
})
const sentence = (given: Partial<SentenceToCount> = {}): SentenceToCount => ({
  ...{ personId: 'p', id: 's', courtCode: 'B10JQ', family: 'community-order', sentencedOn: '2026-03-02' },
  ...{ endedOn: null, terminationReason: null, offenceCodes: ['TH'] },
  ...given,
})
const request = (given: Partial<RequestToCount> = {}): RequestToCount => ({
  ...{ personId: 'p', id: 'r', kind: 'after-conviction', courtCode: 'B10JQ01', askedOn: '2026-02-16' },
  ...{ requiredBy: '2026-03-02', depth: 'SHORT', deliveredOn: ['2026-02-27'], state: 'DELIVERED' },
  ...{ cohorts: [], cohortsNotKnown: [] },
  ...given,
})
const person = (given: Partial<PersonToCount> = {}): PersonToCount => ({
  ...{ personId: 'p', dateOfBirth: '1984-06-17', sex: 'male', ethnicity: null },
  ...{ sentences: [sentence()], requests: [request()] },
  ...given,
})
const cases = (given: Partial<PersonToCount> = {}) =>
  sentencedCases(person(given), '2026-03-01', '2026-03-31', offences)

test('two sentences of one day at one court are one case, of the heavier sentence, whatever the courtroom', () => {
  const found = cases({ sentences: [sentence(), sentence({ id: 't', courtCode: 'B10JQ02', family: 'custody' })] })
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ sentence: 'custody', age: 41, report: { id: 'r' }, noReport: null })
})

test('fines, other days, children and breaches alone are not counted', () => {
  const none = (given: Partial<SentenceToCount>, born: LocalDate | null = '1984-06-17') =>
    expect(cases({ dateOfBirth: born, sentences: [sentence(given)] })).toEqual([])
  none({ family: 'other' })
  none({ sentencedOn: '2026-04-01' })
  none({}, '2010-01-01')
  none({ offenceCodes: ['CB1', 'CB2'] })
  expect(cases({ dateOfBirth: null })[0]?.age).toBeNull()
  expect(cases({ sentences: [sentence({ offenceCodes: ['CB1', 'TH'] })] })).toHaveLength(1)
  expect(cases({ sentences: [sentence({ offenceCodes: [] })] })).toHaveLength(1)
})

test('an activated suspended sentence is a breach; with a new offence beside it, it is a sentence', () => {
  const before = sentence({ id: 'old', family: 'suspended-sentence', sentencedOn: '2025-03-02' })
  const ended = { ...before, endedOn: '2026-03-02', terminationReason: 'replaced-on-breach' } as const
  const activated = sentence({ family: 'custody' })
  expect(cases({ sentences: [ended, activated] })).toEqual([])
  expect(cases({ sentences: [ended, { ...activated, offenceCodes: ['TH', 'OF'] }] })).toHaveLength(1)
  expect(cases({ sentences: [{ ...ended, endedOn: '2026-02-02' }, activated] })).toHaveLength(1)
})

test('a report counts when it reached the court by the day of sentence, for that sentence', () => {
  const without = (given: Partial<RequestToCount>) => cases({ requests: [request(given)] })[0]?.noReport
  expect(without({})).toBeNull()
  expect(without({ deliveredOn: ['2026-03-02'] })).toBeNull()
  expect(without({ deliveredOn: ['2026-03-03'] })).toBe('delivered-later')
  expect(without({ deliveredOn: [], state: 'IN_PROGRESS' })).toBe('not-delivered')
  expect(without({ deliveredOn: [], state: 'WITHDRAWN' })).toBe('withdrawn')
  expect(without({ deliveredOn: [], state: 'NOT_COMPLETED' })).toBe('not-completed')
  expect(without({ kind: 'breach' })).toBe('none-asked')
  expect(without({ courtCode: 'B41ME' })).toBe('none-asked')
  expect(without({ askedOn: '2025-01-02', deliveredOn: ['2025-02-02'] })).toBe('none-asked')
  const earlier = sentence({ id: 'e', sentencedOn: '2026-02-27' })
  expect(cases({ sentences: [earlier, sentence()] })[0]?.noReport).toBe('none-asked')
})

test('risk of custody is what triage found, else what the record says of earlier orders', () => {
  const risk = (given: Partial<PersonToCount>) => cases(given)[0]?.custodyRisk
  expect(risk({ requests: [request({ cohorts: ['AT_RISK_OF_CUSTODY'] })] })).toBe('at-risk')
  expect(risk({ requests: [request({ cohortsNotKnown: ['AT_RISK_OF_CUSTODY'] })] })).toBe('not-known')
  expect(risk({})).toBe('not-at-risk')
  const order = sentence({ id: 'o', sentencedOn: '2025-06-02' })
  expect(risk({ requests: [], sentences: [order, sentence()] })).toBe('at-risk')
  expect(risk({ requests: [] })).toBe('not-at-risk')
  expect(risk({ requests: [], sentences: [sentence({ offenceCodes: ['FI'] })] })).toBe('not-known')
})

const days = fc.integer({ min: 0, max: 60 }).map(n => plusDays('2026-02-15', n))
const someone = fc.record({
  personId: fc.constantFrom('p', 'q'),
  dateOfBirth: fc.constantFrom<LocalDate | null>(null, '1984-06-17', '2006-01-01', '2012-01-01'),
  sex: fc.constantFrom('male' as const, 'female' as const, null),
  ethnicity: fc.constantFrom('W1', 'A1', null),
  sentences: fc.array(
    fc
      .tuple(fc.uuid(), days, fc.constantFrom('B10JQ', 'B41ME', null), fc.constantFrom('TH', 'CB1'))
      .map(([id, sentencedOn, courtCode, code]) => sentence({ id, sentencedOn, courtCode, offenceCodes: [code] })),
    { maxLength: 5 },
  ),
  requests: fc.array(
    fc
      .tuple(days, fc.option(days, { nil: null }))
      .map(([askedOn, on]) => request({ askedOn, deliveredOn: on !== null && on >= askedOn ? [on] : [] })),
    { maxLength: 3 },
  ),
})

test('whatever is counted, the groups of every breakdown sum to the whole and no share leaves 0 to 1', () => {
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 6 }), people => {
      const all = people.flatMap(one => sentencedCases(one, '2026-03-01', '2026-03-31', offences))
      const whole = reportShare('All', all, 10)
      for (const by of shareBreakdowns) {
        const rows = reportShares(all, by, 10)
        expect(rows.reduce((sum, row) => sum + row.sentenced, 0)).toBe(whole.sentenced)
        expect(rows.reduce((sum, row) => sum + row.withReport, 0)).toBe(whole.withReport)
        for (const row of rows) expect(row.share).toBe(row.withReport / row.sentenced)
      }
      for (const one of all) {
        expect(one.report === null).toBe(one.noReport !== null)
        if (one.report) expect(one.report.deliveredOn[0]! <= one.sentencedOn).toBe(true)
      }
      expect(whole.share === null).toBe(all.length === 0)
    }),
  )
})

test('a share of nothing is nothing, never 0%', () => {
  expect(reportShare('All', [], 10)).toMatchObject({ share: null, sentenced: 0, small: true })
  expect(reportShares([], 'court', 10)).toEqual([])
})
