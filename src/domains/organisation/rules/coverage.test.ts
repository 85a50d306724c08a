import { expect, test } from 'vitest'
import type { DeliveredOption, Pathway } from '../delivery.ts'
import { checkState, coverageOf, entriesOfArea, pathwayGaps } from './coverage.ts'

const today = '2026-11-21'
const entry: DeliveredOption = {
  option: 'drug-rehabilitation',
  runs: true,
  provider: 'Northmoor Recovery',
  place: 'Northmoor',
  nextStartOn: '2026-12-07',
  waitWeeks: 2,
  hoursAWeek: 3,
  times: [],
  activities: [],
  checkedOn: '2026-11-20',
}

test('an entry is an assumption from the day four weeks after it was last confirmed', () => {
  expect(checkState('2026-10-25', today)).toBe('confirmed')
  expect(checkState('2026-10-24', today)).toBe('not-confirmed-lately')
  expect(checkState(null, today)).toBe('never-confirmed')
})

test('an option is covered by the delivery that runs with the shortest wait', () => {
  expect(coverageOf([{ ...entry, waitWeeks: 9 }, entry], today)).toMatchObject({ state: 'runs', waitWeeks: 2 })
  expect(coverageOf([{ ...entry, waitWeeks: 8 }], today).state).toBe('long-wait')
  expect(coverageOf([{ ...entry, waitWeeks: 7 }], today).state).toBe('runs')
  expect(coverageOf([{ ...entry, waitWeeks: null }], today).state).toBe('wait-not-known')
})

test('not known is never a gap, and a gap is only what somebody said does not run', () => {
  expect(coverageOf([], today).state).toBe('not-known')
  expect(coverageOf([{ ...entry, runs: null }], today).state).toBe('not-known')
  expect(coverageOf([{ ...entry, runs: false }], today).state).toBe('gap')
  expect(
    coverageOf(
      [
        { ...entry, runs: false },
        { ...entry, runs: null },
      ],
      today,
    ).state,
  ).toBe('not-known')
})

test('a unit’s own entries on an option take the place of its region’s', () => {
  const own = { ...entry, areaCode: 'UNIT', runs: false }
  const regional = { ...entry, areaCode: 'REGION' }
  const other = { ...entry, areaCode: 'REGION', option: 'curfew' }
  expect(entriesOfArea([own, regional, other], 'UNIT')).toEqual([own, other])
  expect(entriesOfArea([regional, other], 'UNIT')).toEqual([regional, other])
})

test('a pathway is wanting when there is none, nobody owns it, its review passed or a gap is named', () => {
  const pathway: Pathway = {
    ...{ pathwayId: 'p', version: 1, areaCode: 'UNIT', need: 'drugs', name: 'Recovery', partner: null },
    ...{ owner: 'Director of Public Health', howToRefer: null, reviewOn: today, gap: null, ended: false },
    ...{ keptAt: '2026-11-01T09:00:00.000Z', keptByName: 'Fiona Strand' },
  }
  expect(pathwayGaps([], today)).toEqual(['no-pathway'])
  expect(pathwayGaps([pathway], today)).toEqual([])
  expect(pathwayGaps([{ ...pathway, owner: null, reviewOn: '2026-11-20', gap: 'No women’s places' }], today)).toEqual([
    'no-owner',
    'review-passed',
    'gap-named',
  ])
})
