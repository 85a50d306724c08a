import { expect, test } from 'vitest'
import type { FlagOnRecord } from '../queries/flags-on-record.ts'
import { flagsView, flagView } from './flags.view.ts'

const flag: FlagOnRecord = {
  id: 'f1',
  personId: 'p1',
  typeCode: 'MAPP',
  name: 'MAPPA',
  roshLevel: null,
  staffRisk: false,
  category: 'M2',
  level: 'M1',
  startsOn: '2026-01-05',
  nextReviewOn: '2026-11-20',
  notes: null,
  registeredAt: '2026-01-05T10:00:00Z',
  registeredBy: 'imo',
  endedOn: null,
  endedBy: null,
  endedReason: null,
  version: 1,
  reviews: [],
}

test('an open flag whose review has passed is late, one due today is not', () => {
  expect(flagView(flag, '2026-11-21')).toMatchObject({ late: true, about: 'category M2, level M1' })
  expect(flagView({ ...flag, nextReviewOn: '2026-11-21' }, '2026-11-21').late).toBe(false)
  expect(flagView({ ...flag, nextReviewOn: null }, '2026-11-21').review).toBe('No review is set')
})

test('ended flags stand apart, say who ended them and why, and are never late', () => {
  const ended = { ...flag, id: 'f2', endedOn: '2026-10-01', endedBy: 'imo', endedReason: 'moved away' } as const
  const view = flagsView([flag, ended], 'X000001', '2026-11-21', true)
  expect([view.open.length, view.ended.length]).toEqual([1, 1])
  expect(view.ended[0]).toMatchObject({ ended: 'Ended 1 October 2026 by imo: moved away', late: false })
})

test('risk to staff is red whatever the level', () => {
  expect(flagView({ ...flag, staffRisk: true }, '2026-11-21').colour).toBe('red')
})
