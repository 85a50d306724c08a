import { expect, test } from 'vitest'
import type { FoundPerson, IdentityBar, SearchAnswer } from '../../domains/person/index.ts'
import { searchView } from './search.view.ts'

const bar: IdentityBar = {
  personId: 'p1',
  crn: 'X000001',
  limited: false,
  limitedCase: false,
  name: 'Smyth, Alan',
  dateOfBirth: '1980-05-03',
  diedOn: null,
  sex: 'male',
  rosh: null,
  riskToStaff: true,
  flags: [],
}
const hiddenBar: IdentityBar = { ...bar, personId: 'p2', crn: 'X000002', limited: true, name: null, dateOfBirth: null }
const facts = {
  today: '2026-11-21',
  teams: new Map([
    ['ZW1CVA', { code: 'ZW1CVA', name: 'Calder Vale A', deliveryUnitCode: 'Z', regionCode: 'ZW', providerCode: 'ZW1' }],
  ]),
  regions: new Map([['ZW', 'Westmere']]),
  statuses: new Map([['p1', 'Current']]),
} as const
const query = { crn: null, pnc: null, cro: null, dateOfBirth: null, names: [], readings: [], problem: null }

function answerOf(...found: readonly FoundPerson[]): SearchAnswer {
  return { query, found, hidden: found.filter(one => one.bar.limited).length, more: false, problem: null }
}

test('a result says who, why it was found, who manages the person and their status', () => {
  const manager = { staffName: 'Imogen Farrow', teamCode: 'ZW1CVA', providerCode: 'ZW1' }
  const view = searchView(
    'Smith',
    false,
    answerOf({ bar, reasons: ['surname-sounds-like', 'date-equal'], manager }),
    [],
    facts,
  )
  expect(view.heading).toBe("1 result for 'Smith'")
  expect(view.rows).toEqual([
    {
      name: 'Smyth, Alan',
      crn: 'X000001',
      href: '/case/X000001',
      born: 'Born 3 May 1980, 46 years old',
      limited: false,
      riskToStaff: true,
      why: 'Surname sounds alike and date of birth is the same',
      manager: ['Imogen Farrow', 'Calder Vale A, Westmere'],
      status: 'Current',
    },
  ])
})

test('a limited person found by CRN is a CRN row that leads to whom to contact, and is counted as hidden', () => {
  const view = searchView(
    'X000002',
    false,
    answerOf({ bar: hiddenBar, reasons: ['crn-equal'], manager: null }),
    [],
    facts,
  )
  expect(view.hidden).toBe('1 of them limited access')
  expect(view.rows[0]).toMatchObject({ name: 'Limited access', crn: 'X000002', href: '/case/X000002', born: '' })
})

test('nobody found is said in the words of the search', () => {
  expect(searchView('Smyth', false, answerOf(), [], facts).heading).toBe("0 results for 'Smyth'")
})

test('a person found by name and by court reference is listed once', () => {
  const byName: FoundPerson = { bar, reasons: ['surname-equal'], manager: null }
  const byReference = { bar, reasons: ['reference-equal'], manager: null } as const
  expect(searchView('Smyth', false, answerOf(byName), [byReference], facts).rows).toHaveLength(1)
  expect(searchView('12GD3456789', false, answerOf(), [byReference], facts).rows[0]?.why).toBe(
    'Charged under this court reference',
  )
})
