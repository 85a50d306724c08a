import { expect, test } from 'vitest'
import { concordanceView } from '../pages/concordance.view.ts'
import { type ComparedCase, concordanceRows } from './concordance-report.ts'

const one: ComparedCase = {
  ...{ personId: 'p', requestId: 'r', courtCode: 'B10JQ', sentencedOn: '2026-11-20', outcome: 'followed' },
  ...{ overridden: false, authorName: 'Ada', sex: 'male', age: 25, ethnicity: null },
}
const cases: readonly ComparedCase[] = [
  one,
  { ...one, outcome: 'in-part', age: 26, overridden: true },
  { ...one, outcome: 'not-followed', sex: 'female', age: 50 },
  { ...one, outcome: 'not-known', sex: null, age: null },
]

test('cases are counted by group, what is not recorded is a group, and an unknown outcome is not compared', () => {
  const rows = concordanceRows(cases, 'sex', 2)
  expect(rows.map(row => [row.group, row.compared, row.followed, row.inPart, row.notFollowed, row.small])).toEqual([
    ['Female', 1, 0, 0, 1, true],
    ['Male', 2, 1, 1, 0, false],
    ['Not known', 0, 0, 0, 0, true],
  ])
  expect(rows.map(row => row.followedShare)).toEqual([0, 0.5, null])
  expect(rows.map(row => row.overrideShare)).toEqual([0, 0.5, 0])
  expect(concordanceRows(cases, 'age', 10).map(row => row.group)).toEqual([
    '18 to 25',
    '26 to 49',
    '50 and over',
    'Not known',
  ])
  expect(concordanceRows(cases, 'ethnicity', 10).map(row => row.group)).toEqual(['Not known'])
})

test('each number opens exactly the cases it counts', () => {
  const period = { from: '2026-08-23', to: '2026-11-21' } as const
  const asked = { by: 'sex', group: 'Male', show: 'overridden', days: 91 }
  const model = concordanceView(cases, asked, period, 10)
  const male = model.rows.find(row => row.group === 'Male')!
  expect(male.overridden).toEqual({
    number: 1,
    href: '/reports/concordance?days=91&by=sex&group=Male&show=overridden#cases',
  })
  expect(model.listed?.cases).toEqual([cases[1]])
  expect([male.share, model.rows.at(-1)?.share]).toEqual(['50%', 'Nothing to measure'])
})
