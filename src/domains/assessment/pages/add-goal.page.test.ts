import { expect, test } from 'vitest'
import { targetChoices, targetTyped, typedDay } from './plan-form.ts'

test('a goal is offered 3, 6 and 12 months, another day, and later', () => {
  expect(targetChoices('2026-11-30').map(({ value }) => value)).toEqual([
    'months-3',
    'months-6',
    'months-12',
    'own',
    'later',
  ])
  expect(targetTyped({ target: 'months-3', targetOn: '' }, '2026-11-30')).toEqual({ ok: true, value: '2027-02-28' })
  expect(targetTyped({ target: 'later', targetOn: '1 1 2027' }, '2026-11-30')).toEqual({ ok: true, value: null })
})

test('another day must be given, and must be a day', () => {
  expect(targetTyped({ target: 'own', targetOn: '' }, '2026-11-30')).toMatchObject({
    problems: [{ field: 'targetOn' }],
  })
  expect(targetTyped({ target: '', targetOn: '' }, '2026-11-30')).toMatchObject({ problems: [{ field: 'target' }] })
  expect(typedDay('31 2 2027', 'remindOn', '2026-11-30').ok).toBe(false)
  expect(typedDay(' ', 'remindOn', '2026-11-30')).toEqual({ ok: true, value: null })
})
