import { expect, test } from 'vitest'
import type { PastHearing } from '../../domains/court/index.ts'
import { courtHistoryView, nextOf } from './court-history.view.ts'

const hearing: PastHearing = {
  personId: 'p',
  appearanceId: 'a1',
  day: '2026-11-30',
  startsAt: '10:30' as NonNullable<PastHearing['startsAt']>,
  courtCode: 'B10JQ',
  courtName: null,
  room: '2',
  hearingType: 'First hearing',
  source: 'COMMON_PLATFORM',
  urn: '12GD3456789',
  caseNo: null,
  attendance: null,
  removedBecause: null,
  deleted: false,
  offences: [],
  notes: [],
  outcome: null,
}
const names = new Map([['B10JQ', 'North Shields']])
const view = (...hearings: readonly PastHearing[]) => courtHistoryView(hearings, names, '2026-11-21')

test('hearings to come stand nearest first, past ones latest first, and the next is one that stands', () => {
  const history = view(
    { ...hearing, appearanceId: 'later', day: '2027-01-05' },
    { ...hearing, appearanceId: 'soon' },
    { ...hearing, appearanceId: 'deleted', day: '2026-11-25', deleted: true },
    { ...hearing, appearanceId: 'last', day: '2026-10-01' },
    { ...hearing, appearanceId: 'unknown', day: null },
  )
  expect(history.toCome.map(one => one.id)).toEqual(['deleted', 'soon', 'later'])
  expect(history.past.map(one => one.id)).toEqual(['last', 'unknown'])
  expect(nextOf(history)?.id).toBe('soon')
  expect(nextOf(view({ ...hearing, removedBecause: 'not-in-latest-message' }))).toBeUndefined()
})

test('a hearing says when, where and what, and a missing time is not midnight', () => {
  expect(view(hearing).toCome[0]).toMatchObject({
    heading: 'Monday 30 November 2026 at 10:30am',
    where: 'North Shields, courtroom 2',
    kind: 'First hearing, reference 12GD3456789, Common Platform',
    outcome: 'No outcome has been recorded.',
  })
  const untimed = { ...hearing, startsAt: '00:00' as NonNullable<PastHearing['startsAt']>, courtCode: 'ZZZZZ' }
  expect(view(untimed).toCome[0]).toMatchObject({ heading: 'Monday 30 November 2026', where: 'ZZZZZ, courtroom 2' })
})

test('pleas, verdicts and results are shown in the words of the court', () => {
  const [shown] = view({
    ...hearing,
    offences: [
      {
        title: 'Theft',
        plea: { value: 'GUILTY', given: 'Guilty' },
        results: [
          { text: 'Community order made', qualifiers: [] },
          { code: 1115, qualifiers: [] },
        ],
      },
    ],
    outcome: { types: ['PROBATION_SENTENCE'], heldReason: null, resultedAt: '2026-11-30T15:00:00Z' },
  }).toCome
  expect(shown?.offences[0]?.lines).toEqual(['Plea: Guilty', 'Result: Community order made', 'Result: code 1115'])
  expect(shown?.outcome).toBe('Outcome: Probation sentence; resulted 30 November 2026 at 3pm.')
})
