import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerValue } from '../questions/question.ts'
import { questionOf, questionSet } from '../questions/question-set.ts'
import { lowScoringNeeds } from './low-scoring-need.ts'
import { needScores } from './need-scores.ts'
import { noIssues } from './no-issues.ts'

const set = questionSet('2026-11-21')
const scoreOf = (section: string, answers: Record<string, AnswerValue>) =>
  needScores(set, new Map(Object.entries(answers))).find(one => one.section === section)!

// assessment-and-plan.md section 3: scoring items, most points, need from, severe from.
const table: readonly [string, readonly string[], number, number, number][] = [
  ['3', ['3.3', '3.4', '3.5', '3.6'], 8, 2, 7],
  ['4', ['4.2', '4.3', '4.4', '4.5'], 8, 3, 7],
  ['6', ['6.1', '6.3', '6.6'], 6, 2, 5],
  ['7', ['7.2', '7.3', '7.5'], 6, 2, 5],
  ['8', ['8.4', '8.5', '8.6', '8.8', '8.9'], 10, 2, 8],
  ['9', ['9.1', '9.2', '9.3', '9.5'], 8, 4, 7],
  ['11', ['11.5', '11.6', '11.7', '11.9'], 8, 4, 7],
  ['12', ['12.1', '12.4', '12.5', '12.8'], 8, 2, 7],
]

describe('The sections that score', () => {
  test.each(table)(
    'section %s scores by %j up to %i, a need from %i, severe from %i',
    (code, items, most, need, severe) => {
      const section = set.sections.find(one => one.code === code)!
      const { mostPoints, needFrom, severeFrom } = section
      expect({ mostPoints, needFrom, severeFrom }).toEqual({ mostPoints: most, needFrom: need, severeFrom: severe })
      expect(section.questions.filter(question => question.scored).map(question => question.code)).toEqual(items)
    },
  )

  test('money and emotional wellbeing have no score', () => {
    expect(scoreOf('5', { '5.2': '2' })).toMatchObject({ score: null, level: null, most: null })
    expect(scoreOf('10', { '10.1': '2' })).toMatchObject({ score: null, level: null, most: null })
  })
})

describe('The score of an area', () => {
  test('is nothing, not zero, when every scoring question is missing', () => {
    expect(scoreOf('9', { '9.1': 'M', '9.2': 'M', '9.97': 'Drinks' })).toMatchObject({ score: null, level: null })
  })

  test('counts a missing answer as no points beside one that is there', () => {
    expect(scoreOf('9', { '9.1': '2', '9.2': 'M' })).toMatchObject({ score: 2, level: 'none', answered: 1, asked: 4 })
  })

  test.each([
    ['none', { '9.1': '1', '9.2': '2' }],
    ['standard', { '9.1': '2', '9.2': '2' }],
    ['severe', { '9.1': '2', '9.2': '2', '9.3': '2', '9.5': '1' }],
  ] as const)('is %s on its side of the limit', (level, answers) => {
    expect(scoreOf('9', answers).level).toBe(level)
  })

  test('of someone without a home is that of the home alone, whatever was said of it before', () => {
    expect(scoreOf('3', { '3.3': 'YES', '3.4': '2', '3.5': '2' })).toMatchObject({ score: 2, level: 'standard' })
  })

  test('of drugs is zero when none were ever misused, and nothing while nobody asked', () => {
    expect(scoreOf('8', { '8.1': 'NO' })).toMatchObject({ score: 0, level: 'none', asked: 0 })
    expect(scoreOf('8', {})).toMatchObject({ score: null, level: null })
  })

  test('stays within its bounds and equals the sum of the points given, for any answers', () => {
    const answers = fc.dictionary(
      fc.constantFrom(...table.flatMap(([, items]) => items), '8.1'),
      fc.constantFrom('0', '1', '2', 'YES', 'NO', 'NA', 'M'),
    )
    fc.assert(
      fc.property(answers, given => {
        for (const { score, most, level, section } of needScores(set, new Map(Object.entries(given)))) {
          if (score === null) {
            expect(level).toBeNull()
            continue
          }
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(most ?? -1)
          const items = table.find(([code]) => code === section)![1]
          const points = items.map(
            code => questionOf(set, code)?.options.find(one => one.code === given[code])?.score ?? 0,
          )
          expect(score).toBeLessThanOrEqual(points.reduce((sum, one) => sum + one, 0))
        }
      }),
    )
  })

  test('never falls when an answer gets worse', () => {
    const answer = fc.constantFrom('0', '1')
    fc.assert(
      fc.property(answer, answer, answer, fc.constantFrom('9.1', '9.2', '9.3'), (a, b, c, worse) => {
        const before = { '9.1': a, '9.2': b, '9.3': c }
        const after = { ...before, [worse]: '2' }
        expect(scoreOf('9', after).score ?? -1).toBeGreaterThan(scoreOf('9', before).score ?? -1)
      }),
    )
  })
})

describe('Links to harm and reoffending', () => {
  test('are read where the form keeps them, also in the section that numbers them otherwise', () => {
    expect(scoreOf('3', { '3.98': 'YES', '3.99': 'NO' })).toMatchObject({ harmLinked: true, reoffendingLinked: false })
    expect(scoreOf('4', { '4.96': 'YES', '4.98': 'NO' })).toMatchObject({ harmLinked: true, reoffendingLinked: false })
    expect(scoreOf('3', {})).toMatchObject({ harmLinked: null, reoffendingLinked: null })
  })
})

describe('A low-scoring area that needs attention', () => {
  const low = { '9.1': '1', '9.attention': 'YES' }
  const found = (answers: Record<string, AnswerValue>) => lowScoringNeeds(set, new Map(Object.entries(answers)))

  test('is listed with its reason', () => {
    expect(found({ ...low, '9.attention.t': ' Relapses under stress ' })).toEqual([
      { area: 'alcohol', section: '9', title: 'Alcohol', reason: 'Relapses under stress' },
    ])
    expect(found(low)[0]?.reason).toBeNull()
  })

  test('is not one that scores as a need, or does not score at all', () => {
    expect(found({ ...low, '9.1': '2', '9.2': '2' })).toEqual([])
    expect(found({ '9.attention': 'YES' })).toEqual([])
  })
})

describe('The shortcut "no issues"', () => {
  const section = (code: string) => set.sections.find(one => one.code === code)!

  test('answers what scores without points and keeps what was said', () => {
    const added = noIssues(section('3'), new Map([['3.5', '2']]))
    expect(Object.fromEntries(added)).toEqual({
      '3.3': 'NO',
      '3.4': '0',
      '3.6': '0',
      '3.97': 'No issues identified.',
      '3.98': 'NO',
      '3.99': 'NO',
    })
  })

  test('never says for the practitioner that drugs were never misused', () => {
    expect(noIssues(section('8'), new Map()).has('8.1')).toBe(false)
    expect(
      scoreOf('8', { '8.1': 'YES', ...Object.fromEntries(noIssues(section('8'), new Map([['8.1', 'YES']]))) }),
    ).toMatchObject({ score: 0, answered: 5 })
  })
})
