import { expect, test } from 'vitest'
import { depths, fieldsAt, reportField, reportFields, reportSections } from './report-fields.ts'

test('a deeper report asks everything a shallower one asks, so going deeper loses nothing', () => {
  const asked = depths.map(depth => fieldsAt(depth).map(field => field.id))
  expect(asked[1]).toEqual(expect.arrayContaining([...asked[0]!]))
  expect(asked[2]).toEqual(expect.arrayContaining([...asked[1]!]))
  expect(asked.map(ids => ids.length)).toEqual([...asked.map(ids => ids.length)].sort((a, b) => a - b))
})

test('no field is required at a depth that does not ask it', () => {
  const wrong = reportFields.filter(
    field => field.requiredFrom && depths.indexOf(field.requiredFrom) < depths.indexOf(field.from),
  )
  expect(wrong.map(field => field.id)).toEqual([])
})

test('every field stands once, in a section of the form, and what it depends on is a field', () => {
  expect(new Set(reportFields.map(field => field.id)).size).toBe(reportFields.length)
  const sections = reportSections.map(one => one.section)
  for (const field of reportFields) {
    expect(sections).toContain(field.section)
    for (const other of [field.requiredWhen, field.insteadOf]) {
      if (other) expect(reportField(other.field)?.choices.map(choice => choice.value)).toContain(other.is)
    }
  }
})

test('limits are those of the present service: 20,000, and 4,000 for the proposed sentence', () => {
  expect(reportField('proposedSentence')?.longest).toBe(4_000)
  const texts = reportFields.filter(field => field.kind === 'text' && field.id !== 'proposedSentence')
  expect(new Set(texts.map(field => field.longest))).toEqual(new Set([20_000]))
})
