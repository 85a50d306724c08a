import { expect, test } from 'vitest'
import { type RequestActKind, requestState, requestStep, writerOf } from './request-state.ts'

const acts = (...kinds: RequestActKind[]) => kinds.map(kind => ({ kind, detail: {} }))
const way: RequestActKind[] = ['allocated', 'started', 'ready-for-countersign', 'signed', 'delivered', 'used']

test('a request goes from asked to used, each step named by its state', () => {
  const states = way.map((_, index) => requestState(acts(...way.slice(0, index + 1))))
  expect([requestState([]), ...states]).toEqual([
    ...['REQUESTED', 'ALLOCATED', 'IN_PROGRESS', 'READY_FOR_COUNTERSIGN', 'SIGNED', 'DELIVERED', 'USED'],
  ])
})

test('a before-plea request waits for its reply and is a request like others once granted', () => {
  expect(requestState(acts('asked-before-plea'))).toBe('AWAITING_REPLY')
  expect(requestState(acts('asked-before-plea', 'granted'))).toBe('REQUESTED')
  expect(requestState(acts('asked-before-plea', 'refused-incomplete'))).toBe('REFUSED')
})

test('reallocation keeps what was written: the report stays in progress', () => {
  expect(requestState(acts('allocated', 'started', 'allocated'))).toBe('IN_PROGRESS')
  expect(requestStep(acts('allocated', 'started'), 'allocated', { reason: null }).outcome).toBe('reason-missing')
  expect(requestStep(acts('allocated', 'started'), 'allocated', { reason: 'off sick' }).outcome).toBe('yes')
})

test('a step out of order is refused and says where the request stands', () => {
  const delivered = requestStep(acts('allocated'), 'delivered', { reason: null })
  expect(delivered).toMatchObject({ outcome: 'not-now', reasons: [{ data: { state: 'ALLOCATED' } }] })
  expect(requestStep(acts(...way.slice(0, 5)), 'started', { reason: null }).outcome).toBe('not-now')
  expect(requestStep(acts('sealed'), 'details-changed', { reason: null }).outcome).toBe('not-now')
})

test('taking a report from the court needs a reason, and it can be asked for again', () => {
  expect(requestStep([], 'withdrawn', { reason: ' ' }).outcome).toBe('reason-missing')
  expect(requestState(acts('allocated', 'withdrawn'))).toBe('WITHDRAWN')
  expect(requestState(acts('allocated', 'withdrawn', 'reopened'))).toBe('ALLOCATED')
  expect(requestState(acts('withdrawn', 'reopened'))).toBe('REQUESTED')
  expect(requestState(acts('allocated', 'started', 'signed', 'reopened'))).toBe('IN_PROGRESS')
})

test('notes are kept without moving the request', () => {
  expect(requestState(acts('allocated', 'required-by-changed', 'interview-missed', 'triaged'))).toBe('ALLOCATED')
})

test('the writer is whoever it was allocated to last', () => {
  const to = (username: string) => ({ kind: 'allocated', detail: { to: username, toName: username.toUpperCase() } })
  expect(writerOf([to('ann'), to('bob')])).toEqual({ username: 'bob', name: 'BOB' })
  expect(writerOf([to('ann'), { kind: 'unallocated', detail: {} }])).toBeNull()
})
