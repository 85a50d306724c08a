import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { CourtDefendant } from '../model.ts'
import { caseBadges, hasOpenBreach } from './case-badges.ts'
import { caseAlerts, defendantAlerts, messageAlerts, seriousFurtherAlert } from './court-alerts.ts'

const day: LocalDate = '2026-03-02'
const person: CourtDefendant = {
  type: 'PERSON',
  name: { forenames: ['Ann'], surname: 'Example' },
  dateOfBirth: '1990-01-01',
  nationalities: [],
  offences: [],
}
const codes = (more: Partial<CourtDefendant>) =>
  defendantAlerts({ ...person, ...more }, day).map(({ code, field }) => `${field} ${code}`)

describe('alerts about the data of a defendant', () => {
  it.each<[string, Partial<CourtDefendant>, string[]]>([
    ['a good PNC', { pnc: '2002/0073319Z' }, []],
    ['a PNC with a wrong check letter', { pnc: '20030011985Z' }, ['pnc number-rejected']],
    ['a CRO that is none', { cro: 'CR0009900099' }, ['cro number-rejected']],
    ['a placeholder CRO', { cro: '000000/00Z' }, ['cro number-is-placeholder']],
    ['a number that came empty', { pnc: null }, []],
    ['no birth date', { dateOfBirth: undefined }, ['dateOfBirth birth-date-missing']],
    ['a birth date after the hearing', { dateOfBirth: '2030-01-01' }, ['dateOfBirth birth-date-not-possible']],
    ['an organisation', { type: 'ORGANISATION', dateOfBirth: undefined }, []],
  ])('%s', (_, more, expected) => {
    expect(codes(more)).toEqual(expected)
  })
})

describe('alerts about a message', () => {
  it('a hearing without URN and court', () => {
    const found = { markers: [], applications: [], defendants: [] }
    expect(caseAlerts({ court: {}, days: [] }, found).map(({ code }) => code)).toEqual([
      'urn-missing',
      'court-not-known',
    ])
  })
  it('a note that only explains the reading is no alert', () => {
    const note = (code: string) => ({ field: 'f', code, detail: 'd' })
    expect(messageAlerts([note('expected-field-missing'), note('court-found-by-name')])).toHaveLength(1)
  })
})

describe('the serious further offence alert', () => {
  const window = {
    parameter: 'window',
    from: '2020-01-01',
    value: 28,
    source: { kind: 'assumption', cite: 'test' },
  } as const
  const alert = (more: Partial<Parameters<typeof seriousFurtherAlert>[0]>) =>
    seriousFurtherAlert({ offenceCodes: ['AT01002'], status: 'CURRENT', endedOn: null, ...more }, day, window).outcome
  it.each([
    ['under supervision', {}, 'alert'],
    ['ended within the window', { status: 'PREVIOUSLY_KNOWN', endedOn: '2026-02-02' }, 'alert'],
    ['ended a day too early', { status: 'PREVIOUSLY_KNOWN', endedOn: '2026-02-01' }, 'none'],
    ['never supervised', { status: 'NO_RECORD' }, 'none'],
    ['a theft', { offenceCodes: ['TH68010'] }, 'none'],
    ['a variant', { offenceCodes: ['AT01002Q'] }, 'look-at-variant'],
  ] as const)('%s', (_, more, expected) => {
    expect(alert(more)).toBe(expected)
  })
})

describe('badges', () => {
  const all = { possible: true, awaitingReport: true, breach: true, suspendedSentence: true, seriousFurther: true }
  it('stand in order, and the last win when space is short', () => {
    expect(caseBadges(all)).toEqual([
      'possible',
      'awaiting-report',
      'breach',
      'suspended-sentence',
      'serious-further-offence',
    ])
    expect(caseBadges({ ...all, seriousFurther: false }, 2)).toEqual(['breach', 'suspended-sentence'])
    expect(caseBadges(all, 0)).toEqual([])
  })
  it('breach is an open process of type BRE or BRES', () => {
    expect(hasOpenBreach([{ type: 'BRES', endedOn: null }])).toBe(true)
    expect(
      hasOpenBreach([
        { type: 'BRE', endedOn: '2026-01-01' },
        { type: 'REC', endedOn: null },
      ]),
    ).toBe(false)
  })
})
