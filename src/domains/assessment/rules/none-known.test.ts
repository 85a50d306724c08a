import { expect, test } from 'vitest'
import type { EnquiryFacts } from '../../person/index.ts'
import { noneKnownFaults } from './none-known.ts'

const day = '2026-11-21'
const faults = (answers: Record<string, string>, ...enquiries: EnquiryFacts[]) =>
  noneKnownFaults(new Map(Object.entries(answers)), enquiries, day).map(fault => [fault.enquiry, fault.standing])
const police = (...steps: EnquiryFacts['steps']): EnquiryFacts => ({
  ...{ kind: 'police-domestic-abuse', askedOn: '2026-11-18', steps },
})

test('"no domestic abuse" cannot be signed before the police were asked and answered, or did not return it', () => {
  const none = { '6.7': 'NO', 'R1.3.3.1': 'NO' }
  expect(faults(none)).toEqual([['police-domestic-abuse', 'not-asked']])
  expect(faults(none, police())).toEqual([['police-domestic-abuse', 'outstanding']])
  expect(faults(none, police({ kind: 'answered', on: day, found: 'nothing-known' }))).toEqual([])
  expect(faults(none, police({ kind: 'closed-unreturned', on: day, found: null }))).toEqual([])
})

test('"no" while the police told us something is in the way; "yes" needs no enquiry', () => {
  const told = police({ kind: 'answered', on: day, found: 'something-known' })
  expect(faults({ '6.7': 'NO' }, told)).toEqual([['police-domestic-abuse', 'something-known']])
  expect(faults({ '6.7': 'NO', 'R1.3.3.2': 'YES' })).toEqual([])
})

test('what was not answered says nothing, and children have their own enquiry', () => {
  expect(faults({})).toEqual([])
  expect(faults({ '6.7': 'M' })).toEqual([])
  expect(faults({ 'R2.2': 'NO' }, police())).toEqual([['childrens-services', 'not-asked']])
  expect(faults({ 'R2.2': 'DK' })).toEqual([])
})
