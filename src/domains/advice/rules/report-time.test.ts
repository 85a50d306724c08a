import { expect, test } from 'vitest'
import { onTheDayClock, reportDeadlines, secondInterviewPossible } from './report-deadlines.ts'
import { sittingDay, sittingDayText } from './sitting-day.ts'

const court = { today: '2026-03-02', listed: [] } as const

test('a report is required by a day on which the court sits: a working day, or one it has a list for', () => {
  expect(sittingDay('2026-03-27', court).outcome).toBe('sits')
  expect(sittingDay('2026-03-28', { ...court, listed: ['2026-03-28'] }).outcome).toBe('sits')
  expect(sittingDay('2026-02-27', court).outcome).toBe('in-the-past')
  expect(sittingDay('2090-03-01', court).outcome).toBe('bank-holidays-not-known')
})

test('a weekend or bank holiday is refused with the days on which the court does sit', () => {
  const saturday = sittingDay('2026-03-28', court)
  expect(saturday.outcome).toBe('not-a-sitting-day')
  expect(sittingDayText(saturday)).toBe(
    '28 March 2026 is a Saturday, when the court does not sit. Enter 27 March 2026 or 30 March 2026',
  )
  expect(sittingDayText(sittingDay('2026-04-03', court))).toBe(
    '3 April 2026 is a bank holiday, when the court does not sit. Enter 2 April 2026 or 7 April 2026',
  )
  expect(sittingDayText(sittingDay('2026-02-27', court))).toMatch(/is past/)
})

const request = { askedOn: '2026-03-02', requiredBy: '2026-03-23', state: 'ALLOCATED', interviewBooked: false } as const

test('we aim to be ready a working day before; reminders fall at two fifths and four fifths of the time', () => {
  const due = reportDeadlines(request, '2026-03-02')
  expect(due).toEqual({
    internalDue: '2026-03-20',
    interviewBookedBy: '2026-03-10',
    signedBy: '2026-03-18',
    reminders: [],
  })
  expect(reportDeadlines(request, '2026-03-11').reminders).toEqual(['interview-not-booked'])
  expect(reportDeadlines({ ...request, interviewBooked: true }, '2026-03-19').reminders).toEqual(['not-signed'])
  expect(reportDeadlines({ ...request, state: 'SIGNED' }, '2026-03-24').reminders).toEqual(['overdue'])
  expect(reportDeadlines({ ...request, state: 'DELIVERED' }, '2026-03-24').reminders).toEqual([])
})

test('nothing is due while the court has given no day', () => {
  expect(reportDeadlines({ ...request, requiredBy: null }, '2027-01-01').reminders).toEqual([])
})

test('a report for the same day is never due before it was asked for', () => {
  expect(reportDeadlines({ ...request, requiredBy: '2026-03-02' }, '2026-03-02').internalDue).toBe('2026-03-02')
})

test('a second interview is offered while a day is left before the report must be ready', () => {
  expect(secondInterviewPossible(request, '2026-03-19')).toBe(true)
  expect(secondInterviewPossible(request, '2026-03-20')).toBe(false)
})

test('the clock of the day counts what has gone and what is left', () => {
  const asked = { askedAt: '2026-03-02T10:00:00.000Z', neededBy: '2026-03-02T14:00:00.000Z' } as const
  expect(onTheDayClock(asked, '2026-03-02T11:30:00.000Z')).toEqual({
    minutesGone: 90,
    minutesLeft: 150,
    standing: 'in-time',
  })
  expect(onTheDayClock(asked, '2026-03-02T13:30:00.000Z').standing).toBe('soon')
  expect(onTheDayClock(asked, '2026-03-02T14:01:00.000Z')).toMatchObject({ minutesLeft: -1, standing: 'late' })
  expect(onTheDayClock({ ...asked, neededBy: null }, '2026-03-02T11:00:00.000Z').standing).toBe('no-time-given')
})
