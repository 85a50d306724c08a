import { expect, test } from 'vitest'
import { type BeforePleaCase, beforePleaReply } from './before-plea.ts'

const whole: BeforePleaCase = {
  representative: 'Mina Vale',
  firm: null,
  initialDetailsOn: '2026-02-27',
  anticipatedPlea: 'guilty',
  bailOrPostal: true,
  magistratesSentence: true,
  guiltyToAllOnFullBasis: true,
  passesCommunityThreshold: true,
  consents: true,
  age: 33,
  hearingOn: '2026-03-16',
  depth: 'SHORT',
}
const reply = (given: Partial<BeforePleaCase>) => beforePleaReply({ ...whole, ...given }, '2026-03-02')

test('a request that meets every condition in time is granted', () => {
  expect(reply({}).outcome).toBe('granted')
})

test('each condition that fails refuses and is named', () => {
  expect(reply({ bailOrPostal: false, age: 17 })).toMatchObject({
    outcome: 'refused',
    reasons: [{ code: 'adult' }, { code: 'bail-or-postal' }],
  })
  expect(reply({ initialDetailsOn: '2026-03-03' }).outcome).toBe('refused')
})

test('what nobody answered is asked for, not refused', () => {
  const incomplete = reply({ consents: null, hearingOn: null })
  expect(incomplete.outcome).toBe('refused-incomplete')
  expect(incomplete.reasons.map(one => one.code)).toEqual(['consents', 'hearing-day'])
})

test('too few working days before the hearing are counted out', () => {
  expect(reply({ hearingOn: '2026-03-06' })).toMatchObject({
    outcome: 'refused-insufficient-time',
    reasons: [{ data: { left: 4, needed: 5 } }],
  })
  expect(reply({ hearingOn: '2026-03-09' }).outcome).toBe('granted')
})
