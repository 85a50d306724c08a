import { expect, test } from 'vitest'
import { instant } from '../../platform/calendar/index.ts'
import { assessmentForApi } from './api.ts'
import type { AssessmentAct, AssessmentOnRecord } from './queries/assessments-of.ts'

const at = instant(Date.parse('2026-03-02T10:00:00.000Z'))
const act = (kind: string, detail: Readonly<Record<string, unknown>> = {}): AssessmentAct => ({
  ...{ id: kind, kind, at, by: 'ann', byName: 'Ann', role: null, comment: 'Her brother called', detail },
})
const assessmentWith = (...acts: AssessmentAct[]): AssessmentOnRecord => ({
  ...{ personId: 'p', id: 'a', layer: 'L3', purpose: 'review', periodId: null, questionSet: '1' },
  ...{ assessedOn: '2026-03-02', carriedFromId: null, opensAt: [{ section: 'R7', because: 'A child was named' }] },
  ...{ openedAt: at, openedBy: 'ann', openedByName: 'Ann', regionCode: 'J', teamCode: 'J1T001', version: 2, acts },
})

test('a machine is told where an assessment stands, not what it says or who did what', () => {
  const [told] = assessmentForApi(assessmentWith(act('signed', { needed: 0 })))
  expect(told).toMatchObject({ id: 'a', layer: 'L3', state: 'SELF_SIGNED', complete: true, signedAt: at })
  expect(JSON.stringify(told)).not.toMatch(/brother|child|Ann/)
})

test('one that waits for its countersignature is not complete, and an open one was never signed', () => {
  expect(assessmentForApi(assessmentWith(act('signed', { needed: 1 })))).toMatchObject([{ complete: false }])
  expect(assessmentForApi(assessmentWith())).toMatchObject([{ state: 'OPEN', complete: false, signedAt: null }])
})

test('a deleted one is not told of', () => {
  expect(assessmentForApi(assessmentWith(act('deleted')))).toEqual([])
})
