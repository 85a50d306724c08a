import { expect, test } from 'vitest'
import { needRows } from './case-needs.page.tsx'

test('each area tells what every assessment found; no score is not known', () => {
  const at = { personId: 'p', assessmentId: 'a', area: 'drugs', teamCode: null, harmLinked: null } as const
  const rows = needRows([
    { ...at, score: 9, level: 'severe', signedOn: '2026-01-05', harmLinked: true },
    { ...at, score: 1, level: 'none', signedOn: '2026-07-05' },
    { ...at, area: 'finance', score: null, level: null, signedOn: '2026-07-05' },
  ])
  expect(rows.map(({ area, movement }) => [area, movement])).toEqual([
    ['Finance', 'Found once'],
    ['Drug use', 'Better than first found'],
  ])
  expect(rows[1]?.points.map(({ words }) => words)).toEqual([
    'A severe need (score 9), linked to serious harm',
    'Below the threshold (score 1)',
  ])
  expect(rows[0]?.points[0]?.words).toBe('Not known')
})
