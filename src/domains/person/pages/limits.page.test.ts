import { expect, test } from 'vitest'
import type { RegisteredLimit } from '../queries/limited-access-register.ts'
import { lookView, registerView } from './limits.view.ts'

const limit: RegisteredLimit = {
  id: '1',
  crn: 'X000001',
  kind: 'restriction',
  subjectKind: 'user',
  subject: 'ada',
  startsOn: '2026-01-01',
  endsOn: null,
  reasonCode: 'staff-safety',
  reason: null,
  authoriser: 'Head of unit',
  reviewOn: '2027-06-01',
  startedBy: 'olly',
  version: 1,
}
const today = '2026-11-21'

test('limits that end or are due for review stand first, late ones are marked', () => {
  const limits = [
    limit,
    { ...limit, id: '2', endsOn: '2026-11-30' as const },
    { ...limit, id: '3', reviewOn: '2026-11-01' as const },
    { ...limit, id: '4', reviewOn: '2026-12-05' as const },
  ]
  const view = registerView(limits, today, false)
  expect(view.rows.map(row => [row.id, row.attention])).toEqual([
    ['3', { text: 'Review was due 1 November 2026', late: true }],
    ['2', { text: 'Ends 30 November 2026', late: false }],
    ['4', { text: 'Review due 5 December 2026', late: false }],
    ['1', null],
  ])
  expect(view.counts).toEqual({ all: 4, attention: 3, people: 1 })
  expect(registerView(limits, today, true).rows).toHaveLength(3)
})

test('a limit to come says from when, a provider says that it is everyone', () => {
  const [row] = registerView(
    [{ ...limit, startsOn: '2026-12-01', subjectKind: 'provider', subject: 'ZW9' }],
    today,
    false,
  ).rows
  expect(row).toMatchObject({ what: 'Restricted to, from 1 December 2026', who: 'Everyone of provider ZW9' })
})

test('an empty register says so, with the day', () => {
  expect(registerView([], today, false).empty).toBe('Nobody’s record is limited on 21 November 2026.')
  expect(registerView([], today, true).empty).toBe('No limit ends or is due for review by 5 December 2026.')
})

test('a line of the log says what was done, and that it was refused', () => {
  const look = {
    at: '2026-11-21T09:05:00Z',
    actor: 'ada',
    operation: 'consult',
    what: 'person.open-case',
    outcome: 'denied',
    justification: null,
    channel: 'screen',
  } as const
  expect(lookView(look)).toEqual({
    when: '21 November 2026 at 9:05am',
    who: 'ada',
    what: 'Was refused: open case',
    why: 'None asked for',
    refused: true,
  })
})
