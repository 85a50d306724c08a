import { expect, test } from 'vitest'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type AssessedInTime, type Happening, reviewsByTime, reviewsCalledFor } from './reviews-called-for.ts'

const today: LocalDate = '2026-03-02'
const assessed = { assessed: true, harm: 'MEDIUM' } as const
const never = { assessed: false, harm: null }
const at = { id: 'x', on: today } as const
const called = (happening: Happening, standing: Parameters<typeof reviewsCalledFor>[1] = assessed) =>
  reviewsCalledFor(happening, standing, today).outcome

test('an order of somebody never assessed calls for a first assessment within 15 working days of the sentence', () => {
  const [first, ...others] = called({ ...at, on: '2026-02-27', what: 'order-recorded', runs: true }, never)
  expect(first).toMatchObject({
    trigger: 'first-assessment',
    happenedOn: '2026-02-27',
    dueOn: '2026-03-20',
    sections: [],
  })
  expect(others).toEqual([])
  expect(called({ ...at, what: 'order-recorded', runs: false }, never)).toEqual([])
})

test('everything else calls for nothing when there is no assessment to review', () => {
  expect(called({ ...at, what: 'serious-further-offence' }, never)).toEqual([])
  expect(called({ ...at, what: 'address' }, never)).toEqual([])
  expect(called({ ...at, what: 'process', type: 'REC' }, never)).toEqual([])
})

test.each<[string, Happening]>([
  ['sentence-made', { ...at, what: 'order-recorded', runs: true }],
  ['order-ended', { ...at, what: 'order-ended', othersRun: true }],
  ['recall', { ...at, what: 'process', type: 'REC' }],
  ['breach', { ...at, what: 'process', type: 'BRES' }],
  ['serious-further-offence', { ...at, what: 'serious-further-offence' }],
  ['harm-level', { ...at, what: 'flag', typeCode: 'RHRH', level: 'HIGH', ended: false }],
  ['harm-flag', { ...at, what: 'flag', typeCode: 'WEAP', level: null, ended: true }],
  ['safeguarding-flag', { ...at, what: 'flag', typeCode: 'RCHD', level: null, ended: false }],
  ['enquiry', { ...at, what: 'enquiry-answered', somethingKnown: true }],
  ['transfer', { ...at, what: 'allocated', anotherTeam: true }],
  ['address', { ...at, what: 'address' }],
  ['merged', { ...at, what: 'merged' }],
])('%s calls for a review that opens at its areas', (trigger, happening) => {
  const [review] = called(happening)
  expect(review).toMatchObject({ trigger, source: `${happening.what} x` })
  expect(review?.sections.length).toBeGreaterThan(0)
  expect(review!.dueOn > today).toBe(true)
})

test.each<[string, Happening]>([
  ['the last order ended', { ...at, what: 'order-ended', othersRun: false }],
  ['the court only reviews the order', { ...at, what: 'process', type: 'REV' }],
  [
    'the flag of the level the assessment has',
    { ...at, what: 'flag', typeCode: 'RMRH', level: 'MEDIUM', ended: false },
  ],
  ['a flag about neither harm nor safeguarding', { ...at, what: 'flag', typeCode: 'IIOM', level: null, ended: false }],
  ['an agency that knows nothing', { ...at, what: 'enquiry-answered', somethingKnown: false }],
  ['another practitioner of the same team', { ...at, what: 'allocated', anotherTeam: false }],
])('no review: %s', (_, happening) => {
  expect(called(happening)).toEqual([])
})

test('what is entered more than a year late is due from the day of entry', () => {
  const [review] = called({ ...at, on: '1998-05-01', what: 'order-recorded', runs: true })
  expect(review).toMatchObject({ happenedOn: '1998-05-01', dueOn: '2026-03-23' })
})

const facts = (change: Partial<AssessedInTime>): AssessedInTime => ({
  newest: { id: 'a', on: '2025-09-10', harm: 'HIGH' },
  needs: { id: 'a', on: '2025-09-10' },
  orders: [{ id: 'o', endsOn: null }],
  ...change,
})
const due = (change: Partial<AssessedInTime>, asAt: LocalDate = today) =>
  reviewsByTime(facts(change), asAt).outcome.map(({ trigger, dueOn }) => `${trigger} ${dueOn}`)

test('a high level is reviewed every 6 months, any other every 12, and the task appears four weeks before', () => {
  expect(due({})).toEqual(['periodic 2026-03-10'])
  expect(due({}, '2026-02-09')).toEqual([])
  const medium = { id: 'a', on: '2025-09-10', harm: 'MEDIUM' } as const
  expect(due({ newest: medium })).toEqual([])
  expect(due({ newest: medium }, '2026-08-13')).toEqual(['periodic 2026-09-10'])
  expect(due({ newest: { ...medium, harm: null } }, '2026-08-13')).toEqual(['periodic 2026-09-10'])
})

test('needs older than 55 weeks are out of date although a screening is newer', () => {
  const newest = { id: 'b', on: '2026-01-05', harm: null } as const
  expect(due({ newest, needs: { id: 'a', on: '2025-02-09' } })).toEqual(['needs-out-of-date 2026-03-02'])
  expect(due({ newest, needs: { id: 'a', on: '2025-02-10' } })).toEqual([])
})

test('the end of supervision calls for a last review, when every order has an end', () => {
  const newest = { id: 'b', on: '2026-01-05', harm: null } as const
  const ending = { newest, needs: null, orders: [{ id: 'o', endsOn: '2026-04-10' as LocalDate }] }
  expect(due(ending)).toEqual(['before-end 2026-03-13'])
  expect(due({ ...ending, orders: [...ending.orders, { id: 'p', endsOn: null }] })).toEqual([])
})

test('time calls for nothing once supervision is over or when nobody assessed', () => {
  expect(due({ orders: [] })).toEqual([])
  expect(due({ newest: null })).toEqual([])
})
