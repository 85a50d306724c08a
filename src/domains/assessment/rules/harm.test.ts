import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerValue, HarmLevel } from '../questions/question.ts'
import { questionSet, sectionsFor } from '../questions/question-set.ts'
import { harmLevels, harmLevelsInOrder } from './harm-levels.ts'
import { abuseAssessment, harmScreening } from './harm-screening.ts'
import { lacksOfAction, managementChecklist, managementPlanNeeded, unaddressedFactors } from './management-plan.ts'
import { scoreHarmMismatch } from './score-harm-mismatch.ts'

const asAt = '2026-11-21'
const set = questionSet(asAt)
const of = (answers: Record<string, AnswerValue>) => new Map(Object.entries(answers))
const screening = (answers: Record<string, AnswerValue>) => harmScreening(of(answers), asAt)

const calling = sectionsFor(set, 'L3')
  .filter(section => section.code === 'ROSH')
  .flatMap(section => section.questions)
  .filter(({ code, kind }) => kind === 'choice' && !/^R5\.2|^R2\.2\.1$/.test(code))
  .map(({ code }) => code)
const allNo = Object.fromEntries(calling.map(code => [code, 'NO']))

describe('The harm screening', () => {
  test('calls for nothing when every answer is no', () => {
    expect(screening(allNo)).toMatchObject({ outcome: 'not-called-for', triggered: false, decisionNeeded: false })
  })

  test('calls for the full analysis on any single yes in R1 to R5', () => {
    for (const code of calling) {
      const found = screening({ ...allNo, [code]: 'YES' })
      expect(found, code).toMatchObject({
        triggered: true,
        outcome: 'decide',
        because: [{ question: code, answer: 'YES' }],
      })
    }
  })

  test.each(['R2.1', 'R3.1', 'R4.4'])('counts "not known" to %s as yes until it is resolved', code => {
    const found = screening({ ...allNo, [code]: 'DK' })
    expect(found).toMatchObject({ triggered: true, because: [{ question: code, answer: 'DK' }] })
    expect(found.rules.map(rule => rule.source.kind)).toEqual(['assumption'])
    expect(screening({ ...allNo, [code]: 'NO' }).triggered).toBe(false)
  })

  test('needs both a reason and an opinion when it is called for and not done', () => {
    const against = { ...allNo, 'R1.2.2.2': 'YES', 'R5.2': 'NO' }
    expect(screening(against)).toMatchObject({ outcome: 'decided-against', decisionNeeded: true })
    expect(screening({ ...against, 'R5.2a': 'Long ago' }).decisionNeeded).toBe(true)
    expect(screening({ ...against, 'R5.2a': 'Long ago', 'R5.2b': 'YES' }).decisionNeeded).toBe(false)
  })

  test('can be opened by judgement', () => {
    const found = screening({ ...allNo, 'R5.2': 'YES' })
    expect(found).toMatchObject({ outcome: 'open', triggered: false, sectionsToOpen: ['R6.1', 'R9'] })
    expect(found.reasons.map(reason => reason.code)).toEqual(['opened-by-judgement'])
  })

  test.each([
    ['R1.2.1.1', ['R6.1']],
    ['R1.2.1.2', ['R6.1', 'R6.2']],
    ['R2.2', ['R6.1', 'R7']],
    ['R3.4', ['R6.1', 'R8']],
    ['R4.1', ['R6.1', 'R8']],
    ['R5.1', ['R6.1', 'R9']],
  ])('opens the parts that %s is about', (code, sections) => {
    expect(screening({ ...allNo, [code]: 'YES', 'R5.2': 'YES' }).sectionsToOpen).toEqual(sections)
  })

  test('never asks for less when there is one more yes', () => {
    const answers = fc.dictionary(fc.constantFrom(...calling), fc.constantFrom('YES', 'NO', 'DK'))
    fc.assert(
      fc.property(answers, fc.constantFrom(...calling), (given, code) => {
        const before = screening({ ...given, 'R5.2': 'YES' })
        const after = screening({ ...given, 'R5.2': 'YES', [code]: 'YES' })
        expect(after.triggered).toBe(true)
        const lost = before.sectionsToOpen.filter(section => !after.sectionsToOpen.includes(section))
        expect(before.triggered ? lost : []).toEqual([])
      }),
    )
  })
})

describe('Domestic abuse', () => {
  test('calls for a SARA or the reason for having none', () => {
    expect(abuseAssessment(of({ '6.7': 'NO' }))).toMatchObject({ called: false, missing: false })
    expect(abuseAssessment(of({ 'R1.3.3.2': 'YES' }))).toMatchObject({ called: true, missing: true })
    expect(abuseAssessment(of({ '6.7': 'YES', SARA: 'NO' })).missing).toBe(true)
    expect(abuseAssessment(of({ '6.7': 'YES', SARA: 'NO', 'SARA.reason': 'NOASSESSOR' })).missing).toBe(false)
    expect(abuseAssessment(of({ '6.7': 'YES', SARA: 'YES' })).missing).toBe(false)
  })
})

describe('The levels of serious harm', () => {
  test('are none at all without a full analysis, never low', () => {
    expect(harmLevels(of({}), asAt)).toBeNull()
    expect(harmLevels(of({ ...allNo, 'SUM6.1.1': 'LOW' }), asAt)).toBeNull()
    expect(harmLevels(of({ 'R3.1': 'YES', 'R5.2': 'NO', 'SUM6.1.1': 'HIGH' }), asAt)).toBeNull()
  })

  test('keep community and custody apart, prisoners in custody only', () => {
    const levels = harmLevels(of({ 'R3.1': 'YES', 'R5.2': 'YES', 'SUM6.3.1': 'MEDIUM', 'SUM6.5.2': 'VERY_HIGH' }), asAt)
    expect(levels).toEqual({
      community: { children: null, public: null, 'known-adult': 'MEDIUM', staff: null },
      custody: { children: null, public: null, 'known-adult': null, staff: null, prisoners: 'VERY_HIGH' },
      overall: 'VERY_HIGH',
    })
  })

  test('are overall the highest of all cells', () => {
    const cells = ['1.1', '2.1', '3.1', '4.1', '1.2', '2.2', '3.2', '4.2', '5.2'].map(cell => `SUM6.${cell}`)
    const answers = fc.dictionary(fc.constantFrom(...cells), fc.constantFrom(...harmLevelsInOrder), { minKeys: 1 })
    fc.assert(
      fc.property(answers, given => {
        const highest = Math.max(...Object.values(given).map(level => harmLevelsInOrder.indexOf(level)))
        expect(harmLevels(of(given), asAt)?.overall).toBe(harmLevelsInOrder[highest])
      }),
    )
  })
})

describe('The risk management plan', () => {
  const needed = (code: HarmLevel) => managementPlanNeeded(harmLevels(of({ 'SUM6.2.1': code }), asAt), asAt).outcome

  test('is required from medium on, and unknown without levels', () => {
    expect(harmLevelsInOrder.map(needed)).toEqual(['not-needed', 'needed', 'needed', 'needed'])
    expect(managementPlanNeeded(null, asAt).outcome).toBe('not-known')
  })

  test('has 28 factors, ticked from the analysis until the practitioner decides', () => {
    const answers = { '2.2': ['WEAPON'], '6.7': 'YES', 'R3.1': 'DK' }
    const ticked = (given: Record<string, AnswerValue>) =>
      managementChecklist(set, of(given), [], asAt)
        .filter(factor => factor.ticked)
        .map(factor => factor.text)
    expect(managementChecklist(set, of({}), [], asAt)).toHaveLength(28)
    expect(ticked({})).toEqual([])
    expect(ticked(answers)).toEqual(['Weapons', 'Domestic abuse', 'Suicide and self-harm'])
    expect(ticked({ ...answers, RM28: ['RM28.0.1'] })).toEqual(['Weapons'])
  })

  test('says what was suggested and taken off, and why it was suggested', () => {
    const [weapons] = managementChecklist(set, of({ '2.2': ['WEAPON'], RM28: ['RM28.0.2'] }), [], asAt)
    expect(weapons).toMatchObject({ because: ['2.2'], ticked: false, takenOff: true })
  })

  test('leaves a factor open until an action that stands deals with it', () => {
    const open = (actions: { factors: string[]; withdrawn: boolean }[]) =>
      unaddressedFactors(managementChecklist(set, of({ RM28: ['RM28.0.1', 'RM28.0.2'] }), actions, asAt)).map(
        factor => factor.code,
      )
    expect(open([])).toEqual(['RM28.0.1', 'RM28.0.2'])
    expect(
      open([
        { factors: ['RM28.0.1'], withdrawn: false },
        { factors: ['RM28.0.2'], withdrawn: true },
      ]),
    ).toEqual(['RM28.0.2'])
  })

  test('suggests each factor of the checklist from something the form asks', () => {
    for (const factor of managementChecklist(set, of({}), [], asAt)) {
      const everything = sectionsFor(set, 'L3').flatMap(section =>
        section.questions
          .filter(({ code, options }) => code !== 'RM28' && options.length > 0)
          .map(({ code, options }) => [code, options.map(option => option.code)] as const),
      )
      const found = managementChecklist(set, new Map(everything), [], asAt).find(one => one.code === factor.code)
      expect(found?.because, factor.text).not.toEqual([])
    }
  })

  test('wants of an action who, what, by when, and what if it fails', () => {
    expect(lacksOfAction({ owner: ' ', what: 'Visit', by: null, contingency: '' })).toEqual([
      'owner',
      'by',
      'contingency',
    ])
    expect(lacksOfAction({ owner: 'A', what: 'Visit', by: '2026-12-01', contingency: 'Recall' })).toEqual([])
  })
})

describe('Predicted risk and level', () => {
  test.each([
    ['very-high', 'LOW', 'score-above'],
    ['very-high', 'MEDIUM', 'score-above'],
    ['very-high', 'HIGH', 'none'],
    ['low', 'VERY_HIGH', 'level-above'],
    ['medium', 'VERY_HIGH', 'level-above'],
    ['low', 'LOW', 'none'],
    [null, 'VERY_HIGH', 'not-known'],
    ['very-high', null, 'not-known'],
    ['not-applicable', 'VERY_HIGH', 'not-known'],
  ] as const)('%s against %s is %s', (band, level, outcome) => {
    expect(scoreHarmMismatch(band, level, asAt).outcome).toBe(outcome)
  })
})
