import { expect, test } from 'vitest'
import type { IdentityBar } from '../queries/identity-bar.ts'
import { barView } from './person-bar.view.ts'

const bar: IdentityBar = {
  personId: '0',
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
}

test('the bar says name, CRN, date of birth and age, and what is not known', () => {
  expect(barView(bar, '2026-11-21')).toEqual({
    name: 'Wellbeck, Tomasz',
    crn: 'CRN X000001',
    facts: ['Born 17 April 1988, 38 years old', 'Tier: not known', 'RoSH: not known'],
    flags: [],
  })
})

test('risk to staff stands before everything else, then the limit, then risk of serious harm', () => {
  const flag = { code: 'RVHR', name: 'Very high RoSH', startsOn: '2026-01-01', nextReviewOn: null } as const
  const shown = barView(
    {
      ...bar,
      riskToStaff: true,
      limitedCase: true,
      rosh: { code: 'RVHR', name: 'Very high RoSH', level: 4 },
      flags: [flag, { ...flag, code: 'AV2S' }],
    },
    '2026-11-21',
  )
  expect(shown.facts).toContain('RoSH: Very high')
  expect(shown.flags.map(one => one.text)).toEqual([
    'Risk to staff',
    'Limited access case',
    'Very high RoSH',
    '1 other flag',
  ])
})

test('a person the viewer may not see is a CRN and nothing else', () => {
  const hidden = { ...bar, limited: true, name: null, dateOfBirth: null, riskToStaff: false }
  expect(barView(hidden, '2026-11-21')).toEqual({ name: 'Limited access', crn: 'CRN X000001', facts: [], flags: [] })
})

test('somebody who died is not given an age', () => {
  expect(barView({ ...bar, diedOn: '2026-02-01' }, '2026-11-21').facts.slice(0, 2)).toEqual([
    'Born 17 April 1988',
    'Died 1 February 2026',
  ])
})
