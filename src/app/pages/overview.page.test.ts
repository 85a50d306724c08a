import { expect, test } from 'vitest'
import { type OverviewFacts, overviewView } from './overview.view.ts'

const facts: OverviewFacts = {
  crn: 'X000001',
  today: '2026-11-21',
  bar: {
    personId: 'p1',
    crn: 'X000001',
    limited: false,
    limitedCase: false,
    name: 'Wellbeck, Tomasz',
    dateOfBirth: '1988-04-17',
    diedOn: null,
    sex: 'male',
    rosh: null,
    riskToStaff: false,
    flags: [],
  },
  status: 'No order on record',
  orders: [],
  history: { toCome: [], past: [] },
  waiting: [],
  courtNames: new Map([['B10JQ', 'North Shields']]),
  manager: undefined,
  team: undefined,
}

test('a record with nothing on it says what is empty and from when, and what is not known', () => {
  const view = overviewView(facts)
  expect(view.noOrder).toBe('No order runs on 21 November 2026.')
  expect(view.noHearing).toBe('No hearing from 21 November 2026 on is known.')
  expect(view.managed).toEqual([{ key: 'Practitioner', value: 'Not known' }])
  expect(view.ended).toBeNull()
})

test('what a court result proposes is named with its court and leads to where it is decided', () => {
  const waiting = [
    {
      personId: 'p',
      id: 'w',
      appearanceId: 'a1',
      kind: 'order',
      change: 'changed',
      courtCode: 'B10JQ',
      hearingDay: '2026-11-19',
    },
  ] as const
  expect(overviewView({ ...facts, waiting }).waiting).toEqual([
    { text: 'An order is proposed anew: North Shields, 19 November 2026', href: '/court/proposals/p/w' },
  ])
})

test('a flag whose review has passed is marked late', () => {
  const flag = { code: 'AV2S', name: 'Risk to staff', startsOn: '2026-01-05', nextReviewOn: '2026-11-20' } as const
  const bar = { ...facts.bar, flags: [flag, { ...flag, nextReviewOn: '2026-11-21' as const }] }
  expect(overviewView({ ...facts, bar }).flags).toEqual([
    { name: 'Risk to staff', since: 'Since 5 January 2026, review due 20 November 2026', late: true },
    { name: 'Risk to staff', since: 'Since 5 January 2026, review due 21 November 2026', late: false },
  ])
})
