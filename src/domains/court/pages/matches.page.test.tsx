import { expect, test } from 'vitest'
import type { MatchToReview } from '../queries/match-queue.ts'
import type { CandidateView } from './match-candidate.view.ts'
import { matchRow, pagesOf } from './matches.view.ts'

const match: MatchToReview = {
  personId: 'p',
  appearanceId: 'a',
  defendantId: 'd',
  name: 'Wellbeck, Tomasz',
  dateOfBirth: '1988-04-17',
  courtCode: 'B10JQ',
  day: '2026-11-23',
  startsAt: '10:00',
  room: '2',
}
const deadline = (change: Partial<MatchToReview>) => {
  const row = matchRow({ ...match, ...change }, [], 'North Tyneside', '2026-11-21')
  return [row.deadline, row.urgent]
}

test('the hearing is the deadline, said as days left and as a day and time', () => {
  expect(deadline({})).toEqual(['Hearing in 2 days: Monday 23 November 2026 at 10am', false])
  expect(deadline({ day: '2026-11-21' })).toEqual(['Hearing today: Saturday 21 November 2026 at 10am', true])
  expect(deadline({ day: '2026-11-20', startsAt: '00:00' })).toEqual(['Heard 1 day ago: Friday 20 November 2026', true])
})

test('a record staff said no to is not offered again', () => {
  const candidate = { crn: 'X123456', rejected: null } as CandidateView
  const row = matchRow(
    match,
    [candidate, { ...candidate, rejected: { by: 'ada', reason: 'Another' } }],
    'C',
    '2026-11-21',
  )
  expect(row.candidates).toEqual([candidate])
})

test('five to a page, and a page too far shows the last', () => {
  expect(pagesOf(12, 5, 1)).toEqual({ current: 1, count: 3, from: 1, to: 5 })
  expect(pagesOf(12, 5, 9)).toEqual({ current: 3, count: 3, from: 11, to: 12 })
  expect(pagesOf(0, 5, 1)).toEqual({ current: 1, count: 1, from: 0, to: 0 })
})
