import { expect, test } from 'vitest'
import { errorSummaryOf, problemFor } from './index.ts'

const PROBLEMS = [
  { field: 'surname', code: 'missing', text: 'Enter a surname' },
  { field: 'surname', code: 'too-long', text: 'Surname must be 200 letters or fewer' },
  { field: 'dob', code: 'future', text: 'Date of birth must be in the past' },
  { field: 'dob', code: 'impossible', text: 'Date of birth must be in the past' },
  { field: '', code: 'stale', text: 'Somebody else changed this' },
]

test('the summary lists every problem once, in order, and links to its field', () => {
  expect(errorSummaryOf(PROBLEMS)).toEqual({
    titleText: 'There is a problem',
    errorList: [
      { text: 'Enter a surname', href: '#surname' },
      { text: 'Surname must be 200 letters or fewer', href: '#surname' },
      { text: 'Date of birth must be in the past', href: '#dob' },
      { text: 'Somebody else changed this' },
    ],
  })
})

test('a form without problems has no summary', () => {
  expect(errorSummaryOf([])).toBeUndefined()
})

test('a field shows its first problem and a good field none', () => {
  expect(problemFor(PROBLEMS, 'surname')).toEqual({ text: 'Enter a surname' })
  expect(problemFor(PROBLEMS, 'crn')).toBeUndefined()
})
