import { expect, test } from 'vitest'
import { reportField } from '../parameters/report-fields.ts'
import type { ReportDepth, ReportValues } from '../report-model.ts'
import { filled } from './filled-report.fixture.ts'
import { fieldLeft, sectionStates } from './report-completion.ts'

const left = (depth: ReportDepth, values: ReportValues) =>
  sectionStates(depth, values).flatMap(section => section.left.map(one => `${one.field.id} ${one.why}`))

test.each(['ORAL', 'SHORT', 'STANDARD'] as const)('a filled %s report has nothing left', depth => {
  expect(left(depth, filled(depth))).toEqual([])
})

test('an empty report has not been started, and every required field is named', () => {
  const states = sectionStates('STANDARD', new Map())
  expect(states.map(one => one.state)).toEqual(Array(7).fill('not-started'))
  expect(left('ORAL', new Map())).toContain('proposedSentence missing')
  expect(left('ORAL', new Map())).not.toContain('strengths missing')
  expect(left('SHORT', new Map())).toContain('strengths missing')
  expect(left('SHORT', new Map())).not.toContain('alternativeSentencingOptions missing')
})

test('spaces and empty tags are no answer', () => {
  expect(left('ORAL', filled('ORAL', { proposedSentence: ' <p>&nbsp;</p>\n' }))).toEqual(['proposedSentence missing'])
})

test('with no earlier offences the pattern is not asked for', () => {
  const without = { offencesPattern: '', noPreviousOffences: [] as readonly string[] }
  expect(left('SHORT', filled('SHORT', without))).toEqual(['offencesPattern missing'])
  expect(left('SHORT', filled('SHORT', { ...without, noPreviousOffences: ['yes'] }))).toEqual([])
})

test('custody that is possible asks what it would do; dangerousness asks for the countersigner', () => {
  const change = { custodialSentenceImpact: '', spoName: '' }
  const custody = (is: string, dangerous: string) =>
    left('SHORT', filled('SHORT', { ...change, custodialSentenceConsideration: is, isDangerousReport: dangerous }))
  expect(custody('possible', 'no')).toEqual(['custodialSentenceImpact missing'])
  expect(custody('threshold-not-met', 'no')).toEqual([])
  expect(custody('court-indicated', 'yes')).toEqual(['spoName missing'])
})

test('a text over its limit is in the way of signing and says by how much', () => {
  const field = reportField('proposedSentence')!
  const at = (length: number) => fieldLeft(field, 'ORAL', new Map([[field.id, 'a'.repeat(length)]]))
  expect(at(4_000)).toBeUndefined()
  expect(at(4_007)).toMatchObject({ why: 'too-long', over: 7 })
})

test('an answer that is none of the choices is refused, but own sources are welcome', () => {
  expect(left('ORAL', filled('ORAL', { riskToStaff: 'TINY' }))).toEqual(['riskToStaff not-a-choice'])
  expect(left('ORAL', filled('ORAL', { sourcesOfInformation: ['A letter from the employer'] }))).toEqual([])
})
