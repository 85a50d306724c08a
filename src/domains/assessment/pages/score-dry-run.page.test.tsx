import { expect, test } from 'vitest'
import { moveCounts } from './band-move-counts.ts'

test('moves are counted by team and band, and no score is never called a band', () => {
  const move = { predictor: 'ARP' as const, from: 'low' as const, to: null, percentFrom: 12, percentTo: null }
  const moved = [
    { teamCode: 'T2', moves: [move] },
    { teamCode: 'T1', moves: [move] },
    { teamCode: 'T2', moves: [move] },
  ]
  expect(moveCounts(moved)).toEqual([
    { team: 'T1', move: 'ARP from low to no score, generation 2', people: 1 },
    { team: 'T2', move: 'ARP from low to no score, generation 2', people: 2 },
  ])
})
