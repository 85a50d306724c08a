import path from 'node:path'
import { expect, test } from 'vitest'
import { accessVectorFamilies } from '../access-vectors.ts'
import { type LimitFacts, limitedAccess, limitedAccessMessage, limitedInBulk } from './limited-access.ts'

const day = '2026-03-09'
const facts = (change: Partial<LimitFacts>): LimitFacts => ({
  username: 'amy',
  userExists: true,
  exclusions: [],
  restrictions: [],
  exclusionMessage: 'Ask the duty manager',
  restrictionMessage: null,
  ...change,
})

test('a limit that starts tomorrow does not hold today', () => {
  const exclusions = [{ user: 'amy', start: '2026-03-10' as const, end: null }]
  expect(limitedAccess(facts({ exclusions }), day).access).toBe(true)
  expect(limitedAccess(facts({ exclusions }), '2026-03-10').access).toBe(false)
})

test('user names compare without regard to case', () => {
  expect(limitedAccess(facts({ exclusions: [{ user: 'AMY', end: null }] }), day).userExcluded).toBe(true)
  expect(limitedAccess(facts({ restrictions: [{ user: 'Amy', end: null }] }), day).access).toBe(true)
})

test('a user nobody knows is let past no restriction, even under a name on the list', () => {
  const restrictions = [{ user: 'zed', end: null }]
  expect(limitedAccess(facts({ username: 'zed', userExists: false, restrictions }), day).userRestricted).toBe(true)
})

test('a user who may see the person is told nothing', () => {
  expect(limitedAccessMessage(limitedAccess(facts({}), day))).toBeNull()
})

test('a person asked for and not answered counts as limited', () => {
  expect(limitedInBulk(['A', 'B'], [{ crn: 'A', userExcluded: false, userRestricted: false }])).toEqual({
    A: false,
    B: true,
  })
})

test('every golden case of limited access is answered as expected', async () => {
  const folder = path.resolve(import.meta.dirname, '../../../../vectors')
  for (const family of accessVectorFamilies) {
    const cases = await family.run(folder, '')
    expect(cases.length, family.family).toBeGreaterThan(0)
    expect(cases.filter(one => !one.agrees)).toEqual([])
  }
})
