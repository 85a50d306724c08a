import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { predictorQuestions } from '../rules/predictor-questions.ts'
import { isAsked } from './asked.ts'
import { QuestionFileError, readSections } from './question-rows.ts'
import { questionOf, questionSet, questionSetVersion, sectionOf, sectionsFor } from './question-set.ts'

const set = questionSet('2026-11-21')

describe('The questions in force', () => {
  test('are the same set by day and by version', () => {
    expect(questionSetVersion(set.version)).toBe(set)
    expect(() => questionSetVersion('no such')).toThrow('There is no question set no such')
  })

  test('have a full assessment of thirteen sections before the harm screening', () => {
    const codes = sectionsFor(set, 'L3').map(section => section.code)
    expect(codes.slice(0, 13)).toEqual(Array.from({ length: 13 }, (_, index) => String(index + 1)))
  })

  test('begin a fast review with what has changed', () => {
    expect(sectionsFor(set, 'FAST').map(section => section.code)).toEqual([
      'FASTR',
      ...sectionsFor(set, 'L3')
        .map(section => section.code)
        .filter(code => code !== 'SKILLSCHECKER'),
    ])
  })

  test('know a question and the section it stands in', () => {
    expect(questionOf(set, '3.4')?.options.map(option => option.code)).toEqual(['0', '1', '2', 'M'])
    expect(sectionOf(set, '3.4', 'L3')?.code).toBe('3')
    expect(questionOf(set, 'nothing')).toBeUndefined()
  })

  test('hold everything a predictor or screen reads, marked as such', () => {
    // R1.2 as a whole is answered by its parts, and in the community there are no prisoners to be at risk.
    const read = [...predictorQuestions].filter(code => code !== 'R1.2' && code !== 'SUM6.5.1')
    expect(read.filter(code => questionOf(set, code)?.predictor !== true)).toEqual([])
  })

  test('never show the person anything about harm, victims or staff', () => {
    const kinds = ['harm-screening', 'harm-analysis', 'harm-summary', 'risk-management', 'quality']
    const shown = set.sections
      .filter(section => kinds.includes(section.kind))
      .flatMap(section => section.questions.filter(question => question.forThePerson))
    expect(shown).toEqual([])
    const links = set.sections.flatMap(one => one.questions.filter(question => question.role === 'harm-link'))
    expect(links.filter(question => question.forThePerson)).toEqual([])
  })

  test('have 56 questions about quality and 27 of the person with a closing one', () => {
    const section = (kind: string) => set.sections.find(one => one.kind === kind)?.questions ?? []
    expect(section('quality')).toHaveLength(56)
    expect(section('self-assessment').filter(({ code }) => /^SAQC\d+\.1$/.test(code))).toHaveLength(27)
    expect(questionOf(set, 'SAQ28')?.options.map(({ code }) => code)).toEqual(['0', '1', '2', '3'])
  })

  test('close the state of the home for someone without one', () => {
    const section = sectionOf(set, '3.4', 'L3')!
    const question = questionOf(set, '3.4')!
    expect(isAsked(section, question, new Map([['3.3', 'YES']]))).toBe(false)
    expect(isAsked(section, question, new Map([['3.3', 'NO']]))).toBe(true)
  })

  test('do not ask what a closed question would have opened', () => {
    const section = sectionOf(set, '6.7.2', 'L3')!
    const answers = new Map<string, string | string[]>([
      ['6.7', 'NO'],
      ['6.7.1', ['PERPETRATOR']],
    ])
    expect(isAsked(section, questionOf(set, '6.7.2')!, answers)).toBe(false)
  })
})

describe('A file of questions is refused, naming the row,', () => {
  const options = JSON.parse(readFileSync(join(import.meta.dirname, '../data/questions-1-options.json'), 'utf8'))
  const section = { code: '3', title: 'Home', kind: 'need', layers: ['L3'], area: 'accommodation' }
  const none = { mostPoints: null, needFrom: null, severeFrom: null }
  const row = { code: '3.4', text: 'Is it unsuitable?', options: 'problems' }
  const refusal = (sections: readonly object[]) => {
    try {
      readSections(new Map([['a.json', { source: 'test', sections }]]), options)
    } catch (error) {
      if (error instanceof QuestionFileError) return error.message
    }
    return 'accepted'
  }

  test.each([
    ['when a question has no text', [{ ...section, ...none, questions: [{ ...row, text: ' ' }] }], 'row 1: text'],
    ['when a code stands twice', [{ ...section, ...none, questions: [row, row] }], 'row 2: 3.4 is there twice'],
    [
      'when it names options that are not there',
      [{ ...section, ...none, questions: [{ ...row, options: 'never' }] }],
      'row 1: 3.4 names options never',
    ],
    [
      'when a question waits for an answer that cannot be given',
      [{ ...section, ...none, questions: [{ ...row, askedWhen: { question: '3.3', isOneOf: ['YES'] } }] }],
      '3.4 waits for 3.3 = YES',
    ],
    [
      'when the scores do not reach the most points',
      [{ ...section, mostPoints: 8, needFrom: 2, severeFrom: 7, questions: [{ ...row, scored: true }] }],
      'section 3: scores reach 2, not 8',
    ],
    ['when another section is meant and there is none', [{ ...section, ...none, questions: [{ same: '9.1' }] }], '9.1'],
    ['when a field is misspelt', [{ ...section, ...none, questions: [{ ...row, mandatry: true }] }], 'row 1'],
  ])('%s', (_, sections, message) => {
    expect(refusal(sections)).toContain(message)
  })

  test('but not when all is well', () => {
    expect(refusal([{ ...section, ...none, questions: [row] }])).toBe('accepted')
  })
})
