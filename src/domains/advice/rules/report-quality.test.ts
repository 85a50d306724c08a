import { expect, test } from 'vitest'
import { isDrawnForQuality, qualityPercent, qualityRows } from './report-quality.ts'

const ids = Array.from({ length: 4000 }, (_, index) => `01a2004a-18b1-72e5-ae1d-${String(index).padStart(12, '0')}`)

test('about a fifth of the reports is drawn, and the same ones each time', () => {
  const draw = () => ids.map(reportId => isDrawnForQuality({ reportId, depth: 'SHORT' }, '2026-11-22').outcome)
  const first = draw()
  expect(draw()).toEqual(first)
  const drawn = first.filter(one => one === 'drawn').length
  expect(drawn).toBeGreaterThan(700)
  expect(drawn).toBeLessThan(900)
  const [decision] = ids.map(reportId => isDrawnForQuality({ reportId, depth: 'ORAL' }, '2026-11-22'))
  expect(decision?.rules[0]?.source.kind).toBe('assumption')
})

test('the score goes from 0 to 100, and there is none while a question is open', () => {
  const all = (value: number) => ({
    analytical: value,
    personalised: value,
    sources: value,
    involvement: value,
    victim: value,
  })
  expect([all(1), all(2), all(4)].map(qualityPercent)).toEqual([0, 33, 100])
  expect(qualityPercent({ ...all(4), victim: 5 })).toBeNull()
  expect(qualityPercent({ analytical: 4 })).toBeNull()
})

test('scores are counted by kind and by ethnicity, an unknown ethnicity is a group, and few are marked', () => {
  const check = { depth: 'SHORT', ethnicity: null, percent: 50, sufficient: true } as const
  const checks = [
    check,
    { ...check, percent: 61, sufficient: false },
    { ...check, depth: 'ORAL' as const, ethnicity: 'B2' },
  ]
  expect(qualityRows(checks, 'kind', 2)).toEqual([
    { group: 'ORAL', checked: 1, sufficient: 1, average: 50, sufficientShare: 100, small: true },
    { group: 'SHORT', checked: 2, sufficient: 1, average: 56, sufficientShare: 50, small: false },
  ])
  expect(qualityRows(checks, 'ethnicity', 10).map(one => [one.group, one.small])).toEqual([
    ['B2', true],
    ['Not known', true],
  ])
  expect(qualityRows([], 'kind', 10)).toEqual([])
})
