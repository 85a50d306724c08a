import { expect, test } from 'vitest'
import { countsTowards, weekOf } from './court-measures.ts'

const fact = { day: '2026-11-19', startsAt: '10:00', doneAt: null as string | null, changed: false } as const
const today = '2026-11-21'

test('a link counts as before the hearing to the minute, or by the day where the court gave no time', () => {
  const linked = (doneAt: string, startsAt = '10:00') =>
    countsTowards('match-rate', { ...fact, startsAt, doneAt }, today, 2)
  expect(linked('2026-11-19T09:59:00Z')).toBe(true)
  expect(linked('2026-11-19T10:01:00Z')).toBe(false)
  expect(linked('2026-11-19T10:01:00Z', '00:00')).toBe(true)
  expect(countsTowards('late-match', { ...fact, doneAt: '2026-11-19T10:01:00Z' }, today, 2)).toBe(true)
})

test('a hearing is covered when it was seen on an earlier working day', () => {
  const seen = (doneAt: string) => countsTowards('list-coverage', { ...fact, doneAt }, today, 2)
  expect(seen('2026-11-18T20:00:00Z')).toBe(true)
  expect(seen('2026-11-19T06:00:00Z')).toBe(false)
})

test('what is not due yet is no part of timeliness, what is late without being done is', () => {
  const timely = (day: '2026-11-19' | '2026-11-17', doneAt: string | null) =>
    countsTowards('outcome-timeliness', { ...fact, day, doneAt }, today, 2)
  expect(timely('2026-11-19', null)).toBeUndefined()
  expect(timely('2026-11-17', null)).toBe(false)
  expect(timely('2026-11-17', '2026-11-19T16:00:00Z')).toBe(true)
  expect(timely('2026-11-17', '2026-11-20T09:00:00Z')).toBe(false)
})

test('a correction counts only among what was accepted', () => {
  expect(countsTowards('corrections', fact, today, 2)).toBeUndefined()
  expect(countsTowards('corrections', { ...fact, doneAt: '2026-11-20T09:00:00Z', changed: true }, today, 2)).toBe(true)
})

test('a week begins on Monday', () => {
  expect([weekOf('2026-11-16'), weekOf('2026-11-22')]).toEqual(['2026-11-16', '2026-11-16'])
})
