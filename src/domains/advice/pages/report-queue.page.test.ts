import { expect, test } from 'vitest'
import { actOf, requestOf } from '../request.fixture.ts'
import { noFacts } from '../request-model.ts'
import { clockOf, inTab, queueRow, rowsShown, tabOf } from './report-queue.view.ts'

const now = '2026-03-02T12:15:00.000Z'
const row = (given: Parameters<typeof requestOf>[0]) => queueRow(requestOf(given), now, '2026-03-02')
const everything = { tab: 'all', writer: '', cohort: '', custody: false } as const

test('what the court needs first comes first, then custody, then priority cohorts', () => {
  const rows = [
    row({ id: 'later', requiredBy: '2026-03-23' }),
    row({ id: 'no-day', requiredBy: null }),
    row({ id: 'plain' }),
    row({ id: 'cohort', cohorts: [{ cohort: 'WOMEN', reasons: [] }] }),
    row({ id: 'custody', facts: { ...noFacts, remand: 'custody' } }),
  ]
  expect(rowsShown(rows, everything).map(one => one.requestId)).toEqual([
    ...['custody', 'cohort', 'plain', 'later', 'no-day'],
  ])
  expect(rowsShown(rows, { ...everything, cohort: 'Women' }).map(one => one.requestId)).toEqual(['cohort'])
  expect(rowsShown(rows, { ...everything, custody: true }).map(one => one.requestId)).toEqual(['custody'])
})

test('a suggestion is said to be one until somebody decided', () => {
  const triage = { suggestedDepth: 'SHORT', suggestedDelivery: null, reuse: null, notKnown: [], reasons: [], rules: [] }
  expect(row({ triage: { ...triage, suggestedDepth: 'SHORT', decision: null } }).depth).toBe(
    'Short written report (suggested)',
  )
  expect(row({ depth: 'ORAL' }).depth).toBe('Oral report')
  expect(row({}).depth).toBe('Not known')
})

test('tabs hold what they say: nobody’s, late, and replies that are owed', () => {
  const waiting = row({ acts: [actOf('asked-before-plea')] })
  expect([inTab(waiting, 'replies'), inTab(waiting, 'unallocated')]).toEqual([true, false])
  expect(inTab(row({}), 'unallocated')).toBe(true)
  const late = queueRow(requestOf(), now, '2026-03-23')
  expect([inTab(late, 'late'), late.reminders.includes('overdue')]).toEqual([true, true])
  expect(tabOf('nothing')).toBe('all')
})

test('the clock of the day shows what is left and since when', () => {
  const started = actOf('on-the-day-started', { detail: { neededBy: '2026-03-02T14:00:00.000Z' } })
  const asked = requestOf({ requiredBy: '2026-03-02', acts: [started] })
  expect(clockOf(asked, now)?.text).toBe('1 hour 45 minutes left, asked 2 hours 15 minutes ago')
  expect(clockOf(asked, '2026-03-02T14:05:00.000Z')).toMatchObject({ standing: 'late' })
  expect(clockOf(requestOf(), now)).toBeNull()
})
