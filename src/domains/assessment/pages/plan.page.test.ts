import { expect, test } from 'vitest'
import type { Goal, SentencePlan } from '../sentence-plan.ts'
import { coverageView, planView } from './plan.view.ts'

const goal: Goal = {
  ...{ personId: 'p1', id: 'g1', title: 'I will find a home', suggestion: null, area: 'accommodation' },
  ...{ relatedAreas: ['finance'], targetOn: '2026-11-20', remindOn: null, withheld: false, state: 'active' },
  ...{ offersAchieved: false, steps: [], notes: [], links: [], addedAt: '2026-11-01T09:00:00Z', addedByName: 'Fay' },
  version: 1,
} as Goal
const plan: SentencePlan = {
  ...{ goals: [goal], agreements: [], agreement: 'draft', progress: [], complianceOnly: [] },
  ...{ changedSinceAgreed: false, mergedFrom: 0 },
}
const at = { crn: 'X000001', today: '2026-11-21', mayPlan: true, held: false } as const

test('a goal whose day has passed is late, one due today is not', () => {
  const late = (today: '2026-11-20' | '2026-11-21') => planView(plan, { ...at, today }).goals.active[0]?.late
  expect([late('2026-11-20'), late('2026-11-21')]).toEqual([false, true])
  expect(planView(plan, at).goals.active[0]).toMatchObject({
    areas: 'Accommodation and Finance',
    when: 'Was to be reached by 20 November 2026',
  })
})

test('a plan that waits with its assessment cannot be written, and says why', () => {
  const held = planView(plan, { ...at, held: true })
  expect(held).toMatchObject({ mayPlan: false, draft: true })
  expect(held.notices[0]).toContain('countersignature')
})

test('the plan asks again after "could not answer", and says when it was merged or changed', () => {
  const asked = { ...plan, agreement: 'could-not-answer', changedSinceAgreed: true, mergedFrom: 1 } as const
  expect(planView(asked, at).notices).toHaveLength(3)
})

test('each gap in the plan carries its reason and the one thing to do about it', () => {
  const view = coverageView(
    {
      ...{ needsKnown: true, factorsKnown: false, unknownAreas: ['finance'] },
      needs: [{ area: 'drugs', because: ['severe', 'harm-linked'], found: 'future-only' }],
      requirements: [{ id: 'r1', text: 'Curfew, 3 months', found: 'nothing' }],
      factors: [],
    },
    'X000001',
  )
  expect(view.complete).toBe(false)
  expect(view.notKnown).toHaveLength(2)
  expect(view.needs[0]).toEqual({
    what: 'Drug use',
    why: 'severe need and linked to serious harm; its goals are all for later',
    href: '/case/X000001/plan/goals/new?area=drugs',
    action: 'Add a goal',
  })
  expect(view.requirements[0]?.href).toContain('requirement=r1')
})
