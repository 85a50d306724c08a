import { expect, test } from 'vitest'
import type { DetailsOnRecord } from '../queries/details-on-record.ts'
import { detailsView } from './details.view.ts'

const fact = {
  id: 'f1',
  personId: 'p1',
  source: 'COMMON_PLATFORM',
  addedAt: '2026-11-02T10:00:00Z',
  addedBy: 'system:court',
  endedAt: null,
  endedBy: null,
} as const

const found: DetailsOnRecord = {
  person: {
    personId: 'p1',
    title: null,
    firstName: 'Tomasz',
    middleNames: 'Jan',
    lastName: 'Wellbeck',
    dateOfBirth: '1988-04-17',
    sex: 'male',
    nationality: null,
    ethnicity: null,
    language: null,
    diedOn: null,
    source: 'LIBRA',
    sourceId: '1',
    masterDefendantId: null,
    sentenceDates: [],
    addedAt: '2026-11-01T10:00:00Z',
    version: 1,
    excluded: false,
    restricted: false,
  },
  otherNames: [],
  addresses: [],
  contactMethods: [],
  identifiers: [],
  changes: [],
}

const view = (change: Partial<DetailsOnRecord>) => detailsView({ ...found, ...change }, 'X000001', '2026-11-21', true)
const rowsOf = (change: Partial<DetailsOnRecord>, id: string) => view(change).lists.find(list => list.id === id)?.rows

test('what is missing is said to be not known, and an empty list says since when', () => {
  const shown = view({})
  expect(shown.person).toContainEqual({ key: 'Name', value: 'Wellbeck, Tomasz Jan' })
  expect(shown.person).toContainEqual({ key: 'Nationality', value: 'Not known' })
  expect(shown.person).toContainEqual({ key: 'Source', value: 'Libra list, 1 November 2026' })
  expect(shown.lists.map(list => list.empty)).toContain('No address has been recorded since 1 November 2026.')
})

test('a refused number is shown as given with the reason, and a placeholder with its warning', () => {
  const number = { ...fact, kind: 'PNC', usable: false, endedReason: null }
  const rows = rowsOf(
    {
      identifiers: [
        { ...number, given: '2004/12345A', canonical: null, reason: 'check' },
        { ...number, given: '2010/0000000X', canonical: '2010/0000000X', reason: null },
        { ...number, given: '04/12345U', canonical: '2004/0012345U', reason: null, usable: true },
      ],
    },
    'identifiers',
  )
  expect(rows?.map(row => [row.lines, row.remark])).toEqual([
    [['2004/12345A'], 'Kept as given and not used: its check letter does not fit the number'],
    [['2010/0000000X'], 'A placeholder number: never used to link records'],
    [['2004/0012345U'], 'Given as 04/12345U'],
  ])
})

test('an ended fact stays to be read, says who ended it and why, and can no longer be changed', () => {
  const ended = { ...fact, endedAt: '2026-11-20T09:00:00Z', endedBy: 'ada' } as const
  const rows = rowsOf(
    {
      contactMethods: [
        { ...ended, kind: 'mobile', value: '07700 900123', mayText: false, endedReason: 'wrong person' },
      ],
    },
    'contacts',
  )
  expect(rows).toMatchObject([
    { remark: 'Must not be texted. Ended on 20 November 2026 by ada: wrong person', changeHref: null },
  ])
})

test('a correction shows only what differs, before and after', () => {
  const [change] = view({
    changes: [
      {
        id: 'c1',
        at: '2026-11-20T09:00:00Z',
        by: 'ada',
        kind: 'details-corrected',
        reason: 'Passport seen',
        before: { dateOfBirth: '1988-04-17', lastName: 'Wellbeck' },
        after: { dateOfBirth: '1988-07-14', lastName: 'Wellbeck' },
      },
    ],
  }).changes
  expect(change).toMatchObject({ what: 'Details corrected', reason: 'Reason: Passport seen' })
  expect(change?.rows).toEqual([['Date of birth', '1988-04-17', '1988-07-14']])
})
