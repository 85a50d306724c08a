import { expect, test } from 'vitest'
import { recordedWithinWorkingDays } from '../parameters/outcomes.ts'
import type { ListedOutcome } from '../queries/outcomes.ts'
import { resultBy } from '../rules/result-by.ts'
import { outcomesView } from './outcomes.view.ts'

const outcome: ListedOutcome = {
  personId: 'p',
  id: 'o',
  appearanceId: 'a',
  types: ['PROBATION_SENTENCE', 'REPORT_REQUESTED'],
  createdAt: '2026-11-16T10:00:00Z',
  createdBy: 'ada',
  byMachine: false,
  assignedTo: null,
  assignedName: null,
  heldAt: null,
  heldReason: null,
  resultedAt: null,
  resultedBy: null,
  version: 1,
  name: 'Wellbeck, Tomasz',
  courtCode: 'B10JQ',
  hearingDay: '2026-11-16',
  changedBy: null,
}
const about = {
  today: '2026-11-19',
  username: 'ada',
  courtNames: new Map([['B10JQ', 'North Tyneside']]),
  rule: recordedWithinWorkingDays.on('2026-11-19'),
} as const
const asked = { tab: 'NEW', mineOnly: false, court: '' } as const

test('each state counts what it lists and combined outcomes stand with the main one first', () => {
  const model = outcomesView(
    [
      outcome,
      { ...outcome, id: 'b', assignedTo: 'ada' },
      { ...outcome, id: 'c', assignedTo: 'ben', heldAt: '2026-11-17T09:00:00Z', heldReason: 'Waiting for the court' },
      { ...outcome, id: 'd', resultedAt: '2026-11-18T23:30:00Z' },
    ],
    asked,
    about,
  )
  expect(model.tabs.map(tab => tab.text)).toEqual(['To result (1)', 'In progress (1)', 'On hold (1)', 'Resulted (1)'])
  expect(model.rows[0]).toMatchObject({
    outcome: 'Probation sentence and report requested',
    due: 'By 18 November 2026',
    late: true,
    who: 'Nobody yet',
    href: '/court/defendants/p/a#outcome',
  })
})

test('two working days after the hearing, a Saturday hearing counted from its first working day', () => {
  expect(resultBy('2026-11-16', 2)).toBe('2026-11-18')
  expect(resultBy('2026-11-20', 2)).toBe('2026-11-24')
  expect(resultBy('2026-11-21', 2)).toBe('2026-11-24')
})

test('mine only and one court narrow every count, and a changed outcome says who changed it', () => {
  const outcomes = [
    { ...outcome, assignedTo: 'ada', changedBy: 'Ben Oak' },
    { ...outcome, id: 'x', assignedTo: 'ben', courtCode: 'B01CX' },
  ]
  const mine = outcomesView(outcomes, { tab: 'IN_PROGRESS', mineOnly: true, court: '' }, about)
  expect(mine.rows.map(row => [row.who, row.note])).toEqual([['You', 'Changed by Ben Oak']])
  const elsewhere = outcomesView(outcomes, { tab: 'IN_PROGRESS', mineOnly: false, court: 'B01CX' }, about)
  expect(elsewhere.rows.map(row => row.id)).toEqual(['x'])
  expect(elsewhere.tabs[0]?.href).toBe('/court/outcomes?tab=NEW&court=B01CX')
})

test('a resulted outcome names the London day and is never late', () => {
  const model = outcomesView([{ ...outcome, resultedAt: '2026-07-01T23:30:00Z' }], { ...asked, tab: 'RESULTED' }, about)
  expect(model.rows[0]).toMatchObject({ due: 'Resulted 2 July 2026', late: false })
})
