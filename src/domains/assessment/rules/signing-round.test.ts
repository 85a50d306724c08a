import { expect, test } from 'vitest'
import { signingRound, stateBeforeDeletion } from './signing-round.ts'

const act = (kind: string, by: string, detail: Record<string, unknown> = {}) => ({
  ...{ kind, by, byName: by, detail },
  at: '2026-11-21T10:00:00.000Z' as const,
})
const signed = (...by: string[]) => act('signed', 'ann', { needed: by.length, by })

test('the next countersigner is the one the rule named next, of the last signing', () => {
  expect(signingRound([])).toBeNull()
  expect(signingRound([signed()])?.wanted).toBeNull()
  expect(signingRound([signed('senior', 'head')])?.wanted).toBe('senior')
  const first = signingRound([signed('senior', 'head'), act('countersigned', 'sam')])
  expect([first?.wanted, first?.countersignedBy]).toEqual(['head', ['sam']])
  const both = [signed('senior', 'head'), act('countersigned', 'sam'), act('countersigned', 'hal')]
  expect(signingRound(both)?.wanted).toBeNull()
})

test('a rejected signing waits for nobody, and signing again begins a new round', () => {
  const rejected = [signed('senior', 'head'), act('countersigned', 'sam'), act('rejected', 'hal')]
  expect(signingRound(rejected)?.wanted).toBeNull()
  expect(signingRound([...rejected, signed('senior')])).toMatchObject({ wanted: 'senior', countersignedBy: [] })
})

test('a deletion is undone to where it was', () => {
  expect(stateBeforeDeletion([signed('senior'), act('deleted', 'hal')])).toBe('AWAITING_COUNTERSIGN')
  expect(stateBeforeDeletion([act('deleted', 'hal'), act('restored', 'hal'), signed(), act('deleted', 'hal')])).toBe(
    'SELF_SIGNED',
  )
})
