import { expect, test } from 'vitest'
import { judge, type LedgerEntry } from './write-ledger.ts'

const whole = { message: 1, case: 1, audit: 1, event: 1 }
const nothing = { message: 0, case: 0, audit: 0, event: 0 }
const entry = (id: string, acknowledged: boolean, found: LedgerEntry['found']): LedgerEntry => ({
  kind: 'message',
  id,
  acknowledged,
  found,
})

test('writes that are there whole, or were never acknowledged and are not there at all, are right', () => {
  const ledger = [entry('a', true, whole), entry('b', false, whole), entry('c', false, nothing)]
  expect(judge(ledger)).toEqual({ acknowledged: 1, unknown: 2, lost: [], half: [], twice: [] })
})

test('an acknowledged write that is not there is lost', () => {
  expect(judge([entry('a', true, nothing)]).lost).toEqual(['message a'])
})

test('a write of which a part is missing is half, acknowledged or not', () => {
  const ledger = [entry('a', true, { ...whole, audit: 0 }), entry('b', false, { ...nothing, message: 1 })]
  expect(judge(ledger).half).toEqual(['message a: no audit', 'message b: no case, audit, event'])
})

test('a write that was made twice is told', () => {
  expect(judge([entry('a', true, { ...whole, case: 2 })]).twice).toEqual(['message a: case'])
})
