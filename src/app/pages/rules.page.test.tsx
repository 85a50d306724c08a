import { expect, test } from 'vitest'
import { dated } from '../../platform/rules/index.ts'
import { rulesView, ruleView } from './rules.view.ts'

const limit = dated('example.limit', [
  { from: '2000-01-01', value: 1, source: { kind: 'statute', cite: 'An Act 2000 s.1' } },
  { from: '2030-01-01', value: null, source: { kind: 'assumption', cite: 'Expected repeal' } },
])
const guess = dated('other.guess', [
  { from: '2020-01-01', value: { days: 3 }, source: { kind: 'assumption', cite: 'Ours' } },
])
const parameters = [limit, guess]

test('the list says how many values are assumptions and can show only those', () => {
  const all = rulesView('2026-11-21', false, parameters)
  expect([all.total, all.assumptions, all.groups.map(group => group.domain)]).toEqual([2, 1, ['example', 'other']])
  expect(rulesView('2026-11-21', true, parameters).groups).toMatchObject([{ rules: [{ name: 'other.guess' }] }])
})

test('a rule shows every entry, newest first, and which one holds today', () => {
  const model = ruleView('example.limit', '2026-11-21', parameters)
  expect(model?.entries.map(entry => [entry.from, entry.inForce, entry.ended])).toEqual([
    ['2030-01-01', false, true],
    ['2000-01-01', true, false],
  ])
  expect(ruleView('no.such', '2026-11-21', parameters)).toBeUndefined()
})
