import { expect, test } from 'vitest'
import { reportForApi } from './api.ts'
import { actOf, requestOf } from './request.fixture.ts'
import { noFacts } from './request-model.ts'

test('a machine is told what was asked and where it stands, not what the court indicated or who wrote notes', () => {
  const facts = { ...noFacts, indication: 'High community order', notes: 'Call her sister' }
  const told = reportForApi(requestOf({ facts, acts: [actOf('allocated')] }))
  expect(told).toMatchObject({ id: 'r', state: 'ALLOCATED', requiredBy: '2026-03-20', depth: null })
  expect(JSON.stringify(told)).not.toMatch(/High community|sister/)
})
