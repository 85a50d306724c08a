import { expect, test } from 'vitest'
import { drawnForQuality } from './quality-sample.ts'

const facts = { assessmentId: 'a', teamCode: 'J1T001', grade: 'practitioner', flags: [] }

test('a flagged assessment is always checked, with what flagged it', () => {
  expect(drawnForQuality({ ...facts, flags: ['conviction-before-birth'] }, '2026-11-21')).toMatchObject({
    outcome: 'flagged',
    reasons: [{ code: 'conviction-before-birth' }],
  })
})

test('about a tenth is drawn, the same ones every time, and the share is marked as our assumption', () => {
  const draw = () =>
    Array.from({ length: 2000 }, (_, n) => drawnForQuality({ ...facts, assessmentId: `a${n}` }, '2026-11-21').outcome)
  const drawn = draw().filter(outcome => outcome === 'sample').length
  expect(drawn).toBeGreaterThan(140)
  expect(drawn).toBeLessThan(260)
  expect(draw()).toEqual(draw())
  expect(drawnForQuality(facts, '2026-11-21').rules[0]?.source.kind).toBe('assumption')
})
