import { expect, test } from 'vitest'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { applyDeployerParameters } from '../../../platform/rules/index.ts'
import { guillotineRule, type LeftOpen } from './guillotine-rule.ts'

const left: LeftOpen = {
  ...{ regionCode: 'J', teamCode: 'PRISON', openedOn: '2026-02-02' as LocalDate },
  manager: { teamCode: 'J1T001', since: '2026-02-20' },
}
const at = (facts: Partial<LeftOpen>, asAt: LocalDate = '2026-03-02') => guillotineRule({ ...left, ...facts }, asAt)

test('nothing is locked until an area sets a number of days', () => {
  expect(at({})).toMatchObject({ outcome: 'leave', reasons: [{ code: 'no-guillotine-here' }] })
})

test('an area locks what another team left open, on the day it set and not before', () => {
  const source = { kind: 'policy', cite: 'A test' }
  const value = { others: null, areas: { J: 10, K: 0 } }
  applyDeployerParameters({ 'assessment.guillotine': [{ from: '1900-01-01', value, source }] })
  expect(at({}, '2026-03-01').outcome).toBe('leave')
  expect(at({}, '2026-03-02')).toMatchObject({
    outcome: 'lock',
    reasons: [{ data: { since: '2026-02-20', days: 10 } }],
  })
  expect(at({ regionCode: 'K' }, '2026-02-20').outcome).toBe('lock')
  expect(at({ regionCode: 'L' }).outcome).toBe('leave')
  expect(at({ manager: { teamCode: 'PRISON', since: '2026-02-20' } }).outcome).toBe('leave')
  expect(at({ manager: { teamCode: 'J1T001', since: '2026-02-01' } }).outcome).toBe('leave')
  expect(at({ manager: null }).outcome).toBe('leave')
})
