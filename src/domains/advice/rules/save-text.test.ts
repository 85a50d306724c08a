import { expect, test } from 'vitest'
import { instant } from '../../../platform/calendar/index.ts'
import type { StoredText } from '../report-model.ts'
import { keepsBefore, markOf, saveVerdict } from './save-text.ts'

const at = (minute: number) => instant(Date.UTC(2026, 10, 20, 9, minute))
const stands = (value: string, version = 1, changedBy = 'ada'): StoredText => ({
  ...{ field: 'strengths', value, version, source: 'typed', prefilled: null },
  ...{ changedAt: at(0), changedBy, changedByName: changedBy },
})
const seen = (value: string, version = 1) => ({ version, mark: markOf(value) })

test('a field written from the version that stands is written', () => {
  expect(saveVerdict('new', seen('old'), stands('old'))).toBe('write')
  expect(saveVerdict('new', { version: 0, mark: markOf(undefined) }, undefined)).toBe('write')
})

test('a field this form did not touch is left, even when it has changed elsewhere', () => {
  expect(saveVerdict('old', seen('old'), stands('theirs', 2))).toBe('same')
})

test('a field touched here and elsewhere is a conflict, unless both wrote the same', () => {
  expect(saveVerdict('mine', seen('old'), stands('theirs', 2))).toBe('conflict')
  expect(saveVerdict('mine', seen('old', 0), stands('theirs', 1))).toBe('conflict')
  expect(saveVerdict('same', seen('old'), stands('same', 2))).toBe('same')
})

test('an empty text, no choice and nothing yet are alike', () => {
  expect(markOf('')).toBe(markOf(undefined))
  expect(markOf([])).toBe(markOf(undefined))
})

test('what another wrote, what a cut took and what stood at a pause are kept; steady typing is not', () => {
  const stood = stands('a long enough text')
  expect(keepsBefore(stood, 'a long enough text, longer', 'ada', at(1))).toBe(false)
  expect(keepsBefore(stood, 'a long', 'ada', at(1))).toBe(true)
  expect(keepsBefore(stood, 'a long enough text, longer', 'ada', at(6))).toBe(true)
  expect(keepsBefore(stood, 'a long enough text, longer', 'ben', at(1))).toBe(true)
  expect(keepsBefore(stood, ['a'], 'ada', at(1))).toBe(true)
})
