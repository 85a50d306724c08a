import { expect, test } from 'vitest'
import { queryOf } from '../../../platform/web/index.ts'
import type { ListEntry, ListPlace } from '../queries/case-list.ts'
import { type CaseListFacts, type CaseListModel, caseListView } from './case-list.view.ts'
import { filterQuery, filtersAsked, noFilters } from './list-filters.ts'

const entry: ListEntry = {
  caseId: 'case',
  recordPersonId: null,
  source: 'LIBRA',
  urn: '01AA1234521',
  caseNo: '2600155215',
  hearingType: null,
  defendantType: 'PERSON',
  name: 'Wellbeck, Tomasz',
  surnameKey: 'wellbeck',
  dateOfBirth: '1988-04-17',
  offences: [{ code: 'TH68010', title: 'Theft from a shop', seriousFurther: false }],
  applicationKinds: [],
  matchState: 'EXACT',
  probationStatus: 'CURRENT',
  endedOn: null,
  possible: false,
  awaitingReport: false,
  breach: false,
  suspendedSentence: false,
  seriousFurther: false,
  nextHearing: false,
  firstSeenOn: '2026-11-20',
  preparation: 'NOT_STARTED',
  outcomeNotRequired: false,
  outcomeState: null,
  outcomeTypes: [],
  removedBecause: null,
}

let made = 0
function place(change: Partial<ListPlace> = {}, more: Partial<ListEntry> | null = {}): ListPlace {
  made += 1
  return {
    id: `place-${made}`,
    personId: `person-${made}`,
    appearanceId: `appearance-${made}`,
    crn: 'X123456',
    room: '1',
    startsAt: '10:00',
    session: 'MORNING',
    listNo: '1st',
    removed: false,
    entry: more && { ...entry, ...more },
    ...change,
  }
}

const facts: CaseListFacts = {
  court: { code: 'B10JQ', name: 'North Shields Magistrates' },
  day: '2026-11-21',
  today: '2026-11-21',
  window: { from: '2026-11-07', to: '2026-12-19' },
  days: [{ day: '2026-11-21', cases: 3 }],
  places: [],
  filters: noFilters,
  tab: 'to-add',
  search: '',
  page: 1,
  pageSize: 20,
}
const list = (places: readonly ListPlace[], change: Partial<CaseListFacts> = {}): CaseListModel =>
  caseListView({ ...facts, places, ...change })
const names = (model: CaseListModel) => model.groups.flatMap(group => group.rows.map(row => row.name))

test('cases stand by courtroom as numbers read, then time, then surname, with a heading for each room and session', () => {
  const model = list([
    place({ room: '10' }, { name: 'Third, A', surnameKey: 'third' }),
    place({ room: '2', startsAt: '14:00', session: 'AFTERNOON' }, { name: 'Second, A', surnameKey: 'second' }),
    place({ room: '2' }, { name: 'Zulu, A', surnameKey: 'zulu' }),
    place({ room: '2' }, { name: 'Adams, A', surnameKey: 'adams' }),
  ])
  expect(names(model)).toEqual(['Adams, A', 'Zulu, A', 'Second, A', 'Third, A'])
  expect(model.groups.map(group => group.heading)).toEqual([
    'Courtroom 2, morning',
    'Courtroom 2, afternoon',
    'Courtroom 10, morning',
  ])
})

test('each tab counts exactly what it lists', () => {
  const places = [
    place(),
    place({}, { outcomeState: 'NEW', outcomeTypes: ['ADJOURNED'] }),
    place({}, { outcomeNotRequired: true }),
    place({}, { firstSeenOn: '2026-11-21' }),
    place({ removed: true }, { removedBecause: 'hearing-deleted' }),
  ]
  const model = list(places)
  expect(model.tabs.map(tab => [tab.text, tab.count])).toEqual([
    ['Outcome still to be added', 2],
    ['Outcome added', 1],
    ['Outcome not required', 1],
    ['Recently added', 1],
    ['All cases', 4],
    ['Removed cases', 1],
  ])
  for (const tab of ['to-add', 'added', 'not-required', 'recent', 'all', 'removed'] as const) {
    const shown = list(places, { tab })
    expect(shown.total).toBe(shown.tabs.find(one => one.active)?.count)
  }
  expect(list(places, { tab: 'removed' }).groups[0]?.rows[0]?.removedBecause).toBe('The court deleted the hearing')
})

test('a person the viewer may not see is a CRN row that says so, counted, and found by no search', () => {
  const places = [place({ crn: 'X999999' }, null), place()]
  const model = list(places)
  const row = model.groups.flatMap(group => group.rows).find(one => one.limited)
  expect(row).toMatchObject({ name: 'X999999', crn: 'Limited access', href: null, offences: [], action: null })
  expect(model.hidden).toContain('1 of them is limited access')
  expect(model.shownPeople).toEqual([places[1]?.personId])
  expect(list(places, { search: 'X999999' }).total).toBe(0)
  expect(list(places, { filters: { ...noFilters, status: ['CURRENT'] } }).total).toBe(1)
  expect(list(places, { filters: { ...noFilters, room: ['1'] } }).total).toBe(2)
})

test('filters join with and between fields, or within one, and each chosen one can be taken away', () => {
  const places = [
    place({}, { possible: true, matchState: 'POSSIBLE', probationStatus: 'UNCONFIRMED_NO_RECORD' }),
    place({}, { breach: true }),
    place({}, { applicationKinds: ['breach'], probationStatus: 'PREVIOUSLY_KNOWN', endedOn: '2025-05-03' }),
  ]
  expect(list(places, { filters: { ...noFilters, status: ['POSSIBLE', 'CURRENT'] } }).total).toBe(2)
  const breach = list(places, { filters: { ...noFilters, status: ['CURRENT'], flag: ['breach'] } })
  expect(breach.total).toBe(1)
  expect(breach.chosen.map(one => [one.heading, one.items.map(item => item.text)])).toEqual([
    ['Probation status', ['Current']],
    ['Flag', ['Breach']],
  ])
  const withoutStatus = filtersAsked(
    queryOf(Object.fromEntries(new URL(breach.chosen[0]!.items[0]!.href, 'http://x').searchParams)),
  )
  expect(withoutStatus).toEqual({ ...noFilters, flag: ['breach'] })
})

test('the source can be filtered only when there is more than one', () => {
  const sources = (places: readonly ListPlace[]) => list(places).filterFields.some(field => field.name === 'source')
  expect(sources([place(), place()])).toBe(false)
  expect(sources([place(), place({}, { source: 'COMMON_PLATFORM' })])).toBe(true)
})

test('search finds every word in name, CRN, URN, case number or offence, whatever the accents', () => {
  const places = [place({}, { name: 'Núñez, Zoë', urn: '05AB9876543' }), place()]
  expect(names(list(places, { search: 'zoe nunez' }))).toEqual(['Núñez, Zoë'])
  expect(list(places, { search: '05ab9876543' }).total).toBe(1)
  expect(list(places, { search: 'theft tomasz' }).total).toBe(1)
  expect(list(places, { search: '<script>' }).empty).toContain("0 results for '<script>'")
})

test('badges stand in their order and an organisation is shown as one', () => {
  const all = { possible: true, awaitingReport: true, breach: true, suspendedSentence: true, seriousFurther: true }
  const [row] = list([place({}, all)]).groups[0]!.rows
  expect(row?.badges.map(badge => badge.short)).toEqual(['Possible', 'PSR', 'Breach', 'SSO', 'SFO'])
  const [firm] = list([place({ crn: null }, { defendantType: 'ORGANISATION', name: 'Fizzy Drinks Ltd' })]).groups[0]!
    .rows
  expect(firm).toMatchObject({ crn: 'Organisation', born: null, status: null, organisation: true })
})

test('the one next action follows who it is, then preparation, then the outcome', () => {
  const next = (more: Partial<ListEntry>, change: Partial<CaseListFacts> = {}) =>
    list([place({}, more)], { tab: 'all', ...change }).groups[0]!.rows[0]!.action?.text
  expect(next({ possible: true })).toBe('Check the match')
  expect(next({ probationStatus: 'UNCONFIRMED_NO_RECORD' })).toBe('Confirm no record')
  expect(next({}, { day: '2026-11-23' })).toBe('Prepare')
  expect(next({})).toBe('Add outcome')
  expect(next({ outcomeState: 'IN_PROGRESS', preparation: 'COMPLETE' })).toBe('Result')
  expect(next({ outcomeState: 'RESULTED', preparation: 'COMPLETE' })).toBe('Open')
})

test('twenty cases make a page and a page too far shows the last', () => {
  const places = Array.from({ length: 45 }, () => place())
  expect(names(list(places))).toHaveLength(20)
  const last = list(places, { page: 99 })
  expect(last.pages).toEqual({ current: 3, count: 3, from: 41, to: 45 })
})

test('a birth date after today says so instead of an age', () => {
  expect(list([place({}, { dateOfBirth: '2031-01-01' })]).groups[0]!.rows[0]!.born).toBe(
    '1 January 2031 (not possible)',
  )
  expect(list([place()]).groups[0]!.rows[0]!.born).toBe('17 April 1988, 38 years old')
})

test('an address that says nothing of filters leaves the remembered ones alone', () => {
  expect(filtersAsked(queryOf({ tab: 'all' }))).toBeUndefined()
  expect(filtersAsked(queryOf({ f: '1' }))).toEqual(noFilters)
  expect(filterQuery({ ...noFilters, room: ['1', '2'] }, { page: 2 })).toBe('?f=1&room=1&room=2&page=2')
})

test('a day without a list says so', () => {
  expect(list([]).empty).toContain('The court has sent no list for 21 November 2026')
})
