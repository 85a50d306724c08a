import { expect, test } from 'vitest'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type EnquiryFacts, type EnquiryStep, enquiryStanding, maySayNoneKnown, standingOf } from './enquiries.ts'

const police = 'police-domestic-abuse'
const children = 'childrens-services'
const asked = (kind: string, askedOn: LocalDate, ...steps: EnquiryStep[]): EnquiryFacts => ({ kind, askedOn, steps })
const answered = (found: EnquiryStep['found']): EnquiryStep => ({ kind: 'answered', on: '2026-11-10', found })
const unreturned: EnquiryStep = { kind: 'closed-unreturned', on: '2026-11-20', found: null }

test('an enquiry is outstanding until its working days are over, then overdue', () => {
  // Monday 9 November and five working days: Monday 16 November.
  expect(standingOf(asked(police, '2026-11-09'), '2026-11-16')).toBe('outstanding')
  expect(standingOf(asked(police, '2026-11-09'), '2026-11-17')).toBe('overdue')
})

test('chasing answers nothing, and an answer that comes after closing counts', () => {
  const chased: EnquiryStep = { kind: 'chased', on: '2026-11-18', found: null }
  expect(standingOf(asked(police, '2026-11-09', chased), '2026-11-20')).toBe('overdue')
  expect(standingOf(asked(police, '2026-11-09', unreturned, answered('nothing-known')), '2026-11-20')).toBe('answered')
})

test('a kind stands as the enquiry asked last', () => {
  const enquiries = [asked(police, '2025-01-06', answered('nothing-known')), asked(police, '2026-11-19')]
  expect(enquiryStanding(enquiries, police, '2026-11-20')).toBe('outstanding')
  expect(enquiryStanding([...enquiries].reverse(), police, '2026-11-20')).toBe('outstanding')
  expect(enquiryStanding(enquiries, children, '2026-11-20')).toBe('not-asked')
})

test('nobody says "none known" before every safeguarding enquiry is settled', () => {
  const may = (...enquiries: EnquiryFacts[]) => maySayNoneKnown(enquiries, '2026-11-21')
  expect(may().outcome).toBe('may-not-say')
  expect(may(asked(police, '2026-11-09', answered('nothing-known'))).reasons).toEqual([
    { code: 'enquiry-answered', data: { kind: police } },
    { code: 'enquiry-not-asked', data: { kind: children } },
  ])
  const both = (step: EnquiryStep) =>
    may(asked(police, '2026-11-09', answered('nothing-known')), asked(children, '2026-11-09', step)).outcome
  expect(both(answered('nothing-known'))).toBe('may-say')
  expect(both(unreturned)).toBe('may-say-not-returned')
  expect(both({ kind: 'chased', on: '2026-11-10', found: null })).toBe('may-not-say')
})

test('an answer that holds something forbids "none known"', () => {
  const told = maySayNoneKnown([asked(police, '2026-11-09', answered('something-known'))], '2026-11-21', [police])
  expect(told.outcome).toBe('may-not-say')
  expect(told.reasons[0]?.code).toBe('enquiry-something-known')
  expect(told.rules[0]?.source.kind).toBe('assumption')
})
