import { expect, test } from 'vitest'
import { countNeeds, needMovement } from './need-trend.ts'

test('a need gets better or worse only between two known levels', () => {
  expect(needMovement('severe', 'standard')).toBe('better')
  expect(needMovement('none', 'standard')).toBe('worse')
  expect(needMovement('severe', 'severe')).toBe('same')
  expect(needMovement('severe', null)).toBe('not-known')
  expect(needMovement(null, 'none')).toBe('not-known')
})

test('a level that is not known is counted apart from one below the threshold', () => {
  const found = (['severe', 'standard', 'none', null, null] as const).map(level => ({
    ...({ area: 'drugs', level, signedOn: '2026-11-01' } as const),
  }))
  expect(countNeeds(['drugs', 'alcohol'], found)).toEqual([
    { area: 'drugs', severe: 1, standard: 1, none: 1, notKnown: 2 },
    { area: 'alcohol', severe: 0, standard: 0, none: 0, notKnown: 0 },
  ])
})
