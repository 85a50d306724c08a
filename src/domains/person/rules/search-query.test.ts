import { expect, test } from 'vitest'
import { rankFound } from './rank-found.ts'
import { readSearch } from './search-query.ts'

const day = '2026-11-21'

test.each([
  'tomasz wellbeck 17/4/1988',
  '17.04.88 Wellbeck, Tomasz',
  'TOMASZ WELLBECK 17 April 1988',
  'wellbeck tomasz 1988-04-17',
  '17041988 tomasz wellbeck',
  'Tomasz Wellbeck 17th of Apr 88',
])('%s names a person and a birth date', typed => {
  const query = readSearch(typed, day)
  expect(query.dateOfBirth).toBe('1988-04-17')
  expect([...query.names].sort()).toEqual(['tomasz', 'wellbeck'])
})

test('a CRN or a police number is looked up as such, however it is typed', () => {
  expect(readSearch(' x123456 ', day)).toMatchObject({ crn: 'X123456', names: [] })
  expect(readSearch('03/3y', day)).toMatchObject({ pnc: '2003/0000003Y', names: [] })
  expect(readSearch('65656/91H', day)).toMatchObject({ cro: '065656/91H', names: [] })
})

test('the comma says which is the surname; without one both orders are tried', () => {
  expect(readSearch('Smith, Jon', day).readings).toEqual([{ surname: 'smith', forenames: ['jon'] }])
  expect(readSearch('Jon Smith', day).readings).toEqual([
    { surname: 'smith', forenames: ['jon'] },
    { surname: 'jon', forenames: ['smith'] },
  ])
})

test('an impossible date is named and the names are still searched', () => {
  const query = readSearch('Smith 31/2/1980', day)
  expect(query).toMatchObject({ dateOfBirth: null, names: ['smith'] })
  expect(query.problem).toContain('real date')
})

test('nothing typed, white space, marks and control characters find nobody and break nothing', () => {
  for (const typed of ['', '   ', '\u0000\u0007', '<>', '%_%', ',,,', '🙂']) {
    expect(readSearch(typed, day).readings).toEqual([])
  }
  expect(readSearch('a'.repeat(5000), day).names[0]?.length).toBeLessThanOrEqual(60)
})

test('an equal name comes before one that sounds alike, and that before one spelt alike', () => {
  const query = readSearch('stephen smith', day)
  const points = (forename: string, surname: string) =>
    rankFound(query, { forename, surname, dob: null, own: true }).points
  expect(points('stephen', 'smith')).toBeGreaterThan(points('steven', 'smith'))
  expect(points('steven', 'smyth')).toBeGreaterThan(points('steven', 'smithson'))
  expect(points('smith', 'stephen')).toBe(points('stephen', 'smith'))
})

test('each answer says why it was found', () => {
  const query = readSearch('liz smyth 3/2/1980', day)
  const held = { forename: 'elizabeth', surname: 'smith', dob: '1980-03-02' as const, own: true }
  expect(rankFound(query, held).reasons).toEqual([
    'surname-sounds-like',
    'forename-short-form',
    'date-day-and-month-swapped',
  ])
})

test('another birth date counts against a name', () => {
  const query = readSearch('jon smith 3/2/1980', day)
  const held = (dob: '1980-02-03' | '1977-01-01') =>
    rankFound(query, { forename: 'jon', surname: 'smith', dob, own: true })
  expect(held('1977-01-01').points).toBeLessThan(held('1980-02-03').points - 60)
})
