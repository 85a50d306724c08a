import { expect, test } from 'vitest'
import { closedLoop, openLoop, percentile } from './load.ts'

test('a percentile is the smallest number that so large a share does not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n)
  expect([0, 0.5, 0.95, 0.99, 1].map(share => percentile(hundred, share))).toEqual([1, 50, 95, 99, 100])
  expect(percentile([], 0.5)).toBe(0)
})

test('a request that waits behind a slow one is timed from the moment it was due', async () => {
  let free = Promise.resolve()
  const answers = await openLoop({ perSecond: 100, seconds: 0.1 }, n => ({
    kind: 'page',
    send: () => {
      // One at a time, and the first takes 200 ms.
      free = free.then(() => new Promise(resolve => setTimeout(resolve, n === 0 ? 200 : 0)))
      return free.then(() => true)
    },
  }))
  expect(answers).toHaveLength(10)
  expect(answers[9]!.ms).toBeGreaterThan(80)
})

test('a request that fails is counted as an error and ends nothing', async () => {
  const { timed } = await closedLoop({ clients: 2, requests: 6 }, n => ({
    kind: 'page',
    send: async () => {
      if (n === 2) throw new Error('refused')
      return n !== 3
    },
  }))
  expect(timed.filter(one => !one.ok)).toHaveLength(2)
})
