import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerValue, Layer } from '../questions/question.ts'
import { questionSet, sectionsFor } from '../questions/question-set.ts'
import { assessedNeeds, inSummaryOrder, type StrengthScore, strengthScores } from './strength-scores.ts'

const set = questionSet('2026-11-21')
const areaOf = (section: string, answers: Record<string, AnswerValue>) =>
  strengthScores(set, new Map(Object.entries(answers))).find(one => one.section === section)!

describe('The strengths form', () => {
  test('has nine areas with the most points and limits that are published', () => {
    const areas = strengthScores(set, new Map()).map(({ title, most, limit }) => [title, most, limit])
    expect(areas).toEqual([
      ['Accommodation', 6, 1],
      ['Employment and education', 4, 1],
      ['Finances', null, null],
      ['Drug use', 8, 0],
      ['Alcohol use', 4, 1],
      ['Health and wellbeing', null, null],
      ['Personal relationships and community', 6, 1],
      ['Thinking, behaviours and attitudes', 10, 2],
      ['Offence analysis', null, null],
    ])
    expect(areaOf('S-thinking', {}).parts.map(({ title, most, limit }) => [title, most, limit])).toEqual([
      ['Thinking, behaviours and attitudes', 10, 2],
      ['Lifestyle and associates', 6, 1],
    ])
  })

  test('ends every area with the wish to change, strengths, links and completeness', () => {
    const areas = sectionsFor(set, 'L3.2').filter(one => one.kind === 'strengths' && one.code !== 'S-lifestyle')
    expect(areas).toHaveLength(9)
    for (const area of areas) {
      const roles = area.questions.map(question => question.role)
      for (const role of ['wants-change', 'strengths', 'harm-link', 'reoffending-link', 'complete'] as const) {
        expect(roles, area.code).toContain(role)
      }
      expect(area.questions.find(question => question.role === 'wants-change')?.options).toHaveLength(9)
    }
  })

  test('asks every dynamic question of the predictors', () => {
    const asked = sectionsFor(set, 'L3.2').flatMap(section => section.questions.map(question => question.code))
    const dynamic = [
      '2.2',
      '3.4',
      '4.2',
      '6.4',
      '6.7',
      '6.8',
      '7.2',
      '8.1',
      '8.2',
      '8.8',
      '9.1',
      '9.2',
      '11.2',
      '11.4',
      '12.1',
    ]
    expect(asked).toEqual(expect.arrayContaining([...dynamic, '1.32', '1.39', '1.40', '1.45', '1.46']))
  })
})

describe('An area', () => {
  test('is high above its limit', () => {
    expect(areaOf('S-alcohol', { '9.1': '1' })).toMatchObject({ score: 1, high: false, above: 0 })
    expect(areaOf('S-alcohol', { '9.1': '1', '9.2': '1' })).toMatchObject({ score: 2, high: true, above: 1 })
    expect(areaOf('S-alcohol', {})).toMatchObject({ score: null, high: null, above: null })
  })

  test('of thinking is high when lifestyle is, and takes the larger score', () => {
    const answers = {
      '11.2': '1',
      '11.4': '0',
      '11.6': '0',
      '11.9': '0',
      '12.1': '0',
      '7.2': '2',
      '7.3': '1',
      '7.5': '0',
    }
    expect(areaOf('S-thinking', answers)).toMatchObject({ score: 3, high: true, above: 2 })
  })

  test('of thinking is not called low while lifestyle is not known', () => {
    expect(areaOf('S-thinking', { '11.2': '0' }).high).toBeNull()
    expect(areaOf('S-thinking', { '11.2': '0', '7.2': '0' }).high).toBe(false)
  })

  test('is complete only when it says so and nothing mandatory is missing', () => {
    const ends = { 'S-finance.change': 'NOT_PRESENT', 'S-finance.strengths': 'NO', '5.98': 'NO', '5.99': 'NO' }
    expect(areaOf('S-finance', { ...ends, 'S-finance.complete': 'YES' }).complete).toBe(true)
    expect(areaOf('S-finance', { ...ends, 'S-finance.complete': 'NO' }).complete).toBe(false)
    expect(areaOf('S-finance', { ...ends, '5.98': 'YES', 'S-finance.complete': 'YES' }).complete).toBe(false)
  })
})

describe('The summary', () => {
  const some = (title: string, change: Partial<StrengthScore>): StrengthScore => ({
    ...areaOf('S-alcohol', {}),
    complete: true,
    high: false,
    score: 0,
    above: -1,
    harmLinked: false,
    reoffendingLinked: false,
    ...change,
    title,
  })

  test('begins with what is incomplete, then high, low and no score, each by link, distance and name', () => {
    const areas = [
      some('no score', { most: null, high: null, score: null, above: null }),
      some('low', {}),
      some('high b', { high: true, above: 1 }),
      some('high a', { high: true, above: 1 }),
      some('high further', { high: true, above: 3 }),
      some('high reoffending', { high: true, above: 1, reoffendingLinked: true }),
      some('high harm', { high: true, above: 1, harmLinked: true }),
      some('high both', { high: true, above: 1, harmLinked: true, reoffendingLinked: true }),
      some('incomplete', { complete: false }),
    ]
    expect(inSummaryOrder(areas).map(area => area.title)).toEqual([
      'incomplete',
      'high both',
      'high harm',
      'high reoffending',
      'high further',
      'high a',
      'high b',
      'low',
      'no score',
    ])
  })

  test('has the same order however the areas come', () => {
    const areas = strengthScores(
      set,
      new Map([
        ['9.1', '2'],
        ['8.1', 'NO'],
        ['3.4', '2'],
        ['3.3', 'NO'],
      ]),
    )
    const expected = inSummaryOrder(areas).map(area => area.section)
    fc.assert(
      fc.property(fc.shuffledSubarray([...areas], { minLength: areas.length }), shuffled => {
        expect(inSummaryOrder(shuffled).map(area => area.section)).toEqual(expected)
      }),
    )
  })
})

describe('The needs of an assessed person', () => {
  const answers = new Map([
    ['7.2', '2'],
    ['7.3', '2'],
    ['11.98', 'YES'],
  ])
  const needOf = (area: string, layers: readonly Layer[]) =>
    assessedNeeds(set, answers, layers).find(need => need.area === area)

  test('come from the form that was filled in last, lifestyle as an area of its own', () => {
    expect(needOf('lifestyle', ['L3.2', 'L3'])).toMatchObject({ section: 'S-lifestyle', level: 'standard', score: 4 })
    expect(needOf('lifestyle', ['L3', 'L3.2'])).toMatchObject({ section: '7', level: 'standard', score: 4 })
    expect(needOf('lifestyle', ['L1', 'L3.2'])).toMatchObject({ section: 'S-lifestyle' })
  })

  test('carry the link to harm once, with the area it was judged for', () => {
    expect(needOf('thinking-behaviour', ['L3.2'])).toMatchObject({ level: null, harmLinked: true })
    expect(needOf('lifestyle', ['L3.2'])).toMatchObject({ harmLinked: null })
  })

  test('are none, not low ones, after short forms only', () => {
    expect(assessedNeeds(set, new Map([['9.1', '0']]), ['L1', 'CSRP'])).toEqual([])
  })
})
