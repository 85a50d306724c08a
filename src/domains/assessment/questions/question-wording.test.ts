import { afterEach, describe, expect, test } from 'vitest'
import { questionOf, questionSet, questionSetVersion, useQuestionWording } from './question-set.ts'

const ours = questionSetVersion('1')
const source = { kind: 'policy', cite: 'Licence of the example region' }
const wording = {
  ...{ version: 'example', questionSet: '1', from: '2027-01-01', to: '2027-12-31', source },
  questions: {
    '3.4': { text: 'How suitable is the accommodation?', options: { '2': 'Not suitable' } },
    SUM1: { text: 'Who may be harmed?', hint: 'Name groups.' },
  },
}

afterEach(() => {
  useQuestionWording([])
})

describe('The words of a deployer', () => {
  test('are used from their first to their last day as a version of their own', () => {
    expect(useQuestionWording(wording)).toEqual(['1+example'])
    const versionOn = (day: '2026-12-31' | '2027-01-01' | '2027-12-31' | '2028-01-01') => questionSet(day).version
    expect([
      versionOn('2026-12-31'),
      versionOn('2027-01-01'),
      versionOn('2027-12-31'),
      versionOn('2028-01-01'),
    ]).toEqual(['1', '1+example', '1+example', '1'])
    expect(questionSetVersion('1+example').source).toEqual(source)
  })

  test('change the words and nothing else', () => {
    useQuestionWording(wording)
    const before = questionOf(ours, '3.4')!
    const after = questionOf(questionSetVersion('1+example'), '3.4')!
    expect(after).toEqual({
      ...before,
      text: 'How suitable is the accommodation?',
      wording: 'licensed',
      options: before.options.map(option => (option.code === '2' ? { ...option, text: 'Not suitable' } : option)),
    })
    expect(questionOf(questionSetVersion('1+example'), '3.5')?.wording).toBe('ours')
  })

  test('stand wherever the question is asked, in the form with strengths too', () => {
    useQuestionWording(wording)
    const texts = questionSetVersion('1+example').sections.flatMap(section =>
      section.questions.filter(question => question.code === '3.4').map(question => question.text),
    )
    expect(texts.length).toBeGreaterThan(1)
    expect(new Set(texts)).toEqual(new Set(['How suitable is the accommodation?']))
  })

  test.each([
    [
      'a question the set does not have',
      { ...wording, questions: { '3.44': { text: 'A' } } },
      'wording 1 (example): row 3.44: not a',
    ],
    [
      'an option the question does not have',
      { ...wording, questions: { '3.4': { text: 'A', options: { '7': 'B' } } } },
      'row 3.4: has no option 7',
    ],
    ['a question without text', { ...wording, questions: { '3.4': { text: '  ' } } }, 'row 3.4: text'],
    ['no source', { ...wording, source: undefined }, 'wording 1: source'],
    ['a day that is none', { ...wording, from: '2027-02-30' }, 'wording 1: from: must be a date'],
    ['an end before its beginning', { ...wording, to: '2026-01-01' }, 'wording 1 (example): ends before'],
    ['a set that never was', { ...wording, questionSet: '9' }, 'there is no question set 9'],
    [
      'two that hold on the same day',
      [wording, { ...wording, version: 'second', from: '2027-12-31', to: null }],
      'wording 2 (second): holds on the same days as example',
    ],
    ['one version twice', [wording, { ...wording, from: '2028-01-01', to: null }], 'wording 2 (example): that version'],
    ['something else than an object', 'words', 'wording 1: it'],
  ])('are refused, naming the row, for %s', (_, file, message) => {
    expect(() => useQuestionWording(file)).toThrow(message)
    expect(questionSet('2027-06-01').version).toBe('1')
  })

  test('may follow one another', () => {
    const next = { ...wording, version: 'next', from: '2028-01-01', to: null }
    expect(useQuestionWording([wording, next])).toEqual(['1+example', '1+next'])
    expect(questionSet('2030-01-01').version).toBe('1+next')
  })
})
