import { expect, test } from 'vitest'
import { figureTable, holds } from './figures.ts'

test('a figure holds up to its target and not beyond', () => {
  expect(holds({ name: 'p99', value: 50, unit: 'ms', target: { atMost: 50 } })).toBe(true)
  expect(holds({ name: 'p99', value: 50.1, unit: 'ms', target: { atMost: 50 } })).toBe(false)
  expect(holds({ name: 'rate', value: 99.9, unit: '/s', target: { atLeast: 100 } })).toBe(false)
  expect(holds({ name: 'p50', value: 1, unit: 'ms' })).toBeNull()
})

test('the table says in words what does not hold', () => {
  const table = figureTable([
    { name: 'case list p99', value: 61.25, unit: 'ms', target: { atMost: 50 } },
    { name: 'messages', value: 120, unit: 'a second', target: { atLeast: 100 }, note: '8 senders' },
  ])
  expect(table.split('\n').slice(1)).toEqual([
    'case list p99  61.3 ms       at most 50 ms          DOES NOT HOLD',
    'messages       120 a second  at least 100 a second  holds          8 senders',
  ])
})
