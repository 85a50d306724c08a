import { expect, test } from 'vitest'
import { reportUsedBy } from './report-used.ts'

const asked = (id: string, given: Partial<Parameters<typeof reportUsedBy>[0][number]> = {}) => ({
  ...{ id, state: 'DELIVERED' as const, courtCode: 'B10JQ', askedOn: '2026-02-20' as const },
  ...given,
})
const sentence = { courtCode: 'B10JQ00', sentencedOn: '2026-03-02' } as const

test('the newest report delivered to that court by the day of sentence is the one used', () => {
  const requests = [asked('old', { askedOn: '2026-01-05' }), asked('new'), asked('later', { askedOn: '2026-03-09' })]
  expect(reportUsedBy(requests, sentence)?.id).toBe('new')
  expect(reportUsedBy(requests, { ...sentence, courtCode: null })?.id).toBe('new')
})

test('a report that was not delivered, was sealed, or went to another court is used by no sentence', () => {
  const others = [asked('a', { state: 'SIGNED' }), asked('b', { state: 'SEALED' }), asked('c', { courtCode: 'B41ME' })]
  expect(reportUsedBy(others, sentence)).toBeUndefined()
})
