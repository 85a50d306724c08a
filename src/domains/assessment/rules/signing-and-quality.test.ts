import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerValue, Layer } from '../questions/question.ts'
import { questionOf, questionSet, sectionsFor } from '../questions/question-set.ts'
import { type CarriedAnswer, confirmationGroups, confirmationTitles, mostReviewActions } from './confirmation-groups.ts'
import { missingAtSigning, neededSections, type SigningFacts } from './missing-at-signing.ts'
import { qualityScore } from './quality-score.ts'
import { selfAssessmentDisagreements } from './self-assessment.ts'

const asAt = '2026-11-21'
const set = questionSet(asAt)
const of = (answers: Record<string, AnswerValue>) => new Map(Object.entries(answers))

/** Everything that can be asked answered in the mildest way: no to yes-no questions, the lowest option elsewhere. */
function mildest(layer: Layer): Map<string, AnswerValue> {
  const answers = new Map<string, AnswerValue>()
  for (const { code, kind, options, role } of sectionsFor(set, layer).flatMap(section => section.questions)) {
    const mild = options.find(option => option.code === 'NO') ?? options[0]
    if (kind === 'text') answers.set(code, 'Said')
    if (kind === 'count') answers.set(code, '0')
    if (kind === 'date') answers.set(code, '2026-01-01')
    if (kind === 'choice' && mild) answers.set(code, role === 'complete' ? 'YES' : mild.code)
    if (kind === 'choices' && mild) answers.set(code, [mild.code])
  }
  for (const code of ['SUM6.1.1', 'SUM6.2.1', 'SUM6.3.1', 'SUM6.4.1', 'RM28']) answers.delete(code)
  return answers
}

function signing(
  layer: Layer,
  change: Record<string, AnswerValue | undefined> = {},
  facts: Partial<SigningFacts> = {},
) {
  const answers = mildest(layer)
  for (const [code, value] of Object.entries(change))
    value === undefined ? answers.delete(code) : answers.set(code, value)
  return missingAtSigning({
    ...{ layer, set, answers, asAt, inCustody: false, actions: [], mismatch: 'none', confirmations: [] },
    ...{ agreementAnswered: true, predictorInputs: [] },
    ...facts,
  })
}
const blocking = (...args: Parameters<typeof signing>) =>
  signing(...args).blocking.map(({ code, section, question }) => [code, section, question])

describe('Signing', () => {
  test.each(['CSRP', 'L1', 'L3', 'L3.2'] as const)('is free for a complete %s assessment', layer => {
    expect(signing(layer).blocking).toEqual([])
  })

  test('is blocked by any single mandatory question that is asked, naming where it is', () => {
    for (const layer of ['L3', 'L3.2'] as const) {
      const answers = mildest(layer)
      const facts = {
        layer,
        set,
        answers,
        asAt,
        inCustody: false,
        actions: [],
        mismatch: 'none',
        confirmations: [],
      } as const
      const sections = neededSections({ ...facts, agreementAnswered: true, predictorInputs: [] })
      for (const section of sections) {
        for (const question of section.questions.filter(one => one.mandatory && one.askedWhen === null)) {
          expect(blocking(layer, { [question.code]: undefined }), question.code).toContainEqual([
            ...['mandatory-question', section.code, question.code],
          ])
        }
      }
    }
  })

  test('takes "not known" in sections 1 to 9 of a full assessment, not in the form with strengths', () => {
    expect(blocking('L3', { '9.1': 'M' })).toEqual([])
    expect(blocking('L3.2', { '9.1': 'M' })).toEqual([['not-known-not-allowed', 'S-alcohol', '9.1']])
  })

  test('asks about sexual offences once there is one', () => {
    expect(blocking('L3', { '1.34': undefined })).toEqual([])
    expect(blocking('L3', { '1.30': 'YES', '1.34': undefined })).toContainEqual(['mandatory-question', '1', '1.34'])
  })

  test('waits for the decision about a full analysis, and for the analysis once it is open', () => {
    expect(blocking('L3', { 'R3.1': 'DK', 'R5.2': undefined })).toEqual([['decide-full-analysis', 'ROSH', 'R5.2']])
    const open = { 'R3.1': 'YES', 'R5.2': 'YES', FA1: undefined, FA31: undefined, FA11: undefined }
    expect(blocking('L3', open)).toEqual(
      ['R6.1/FA1', 'R8/FA31', 'ROSHSUM/SUM6.1.1', 'ROSHSUM/SUM6.2.1', 'ROSHSUM/SUM6.3.1', 'ROSHSUM/SUM6.4.1'].map(
        where => ['mandatory-question', ...where.split('/')],
      ),
    )
  })

  const analysed = {
    ...{ 'R3.1': 'YES', 'R5.2': 'YES' },
    ...{ 'SUM6.1.1': 'LOW', 'SUM6.2.1': 'LOW', 'SUM6.3.1': 'LOW', 'SUM6.4.1': 'LOW' },
  }

  test('asks for the custody levels of someone in custody only', () => {
    const custody = { ...analysed, 'SUM6.1.2': undefined, 'SUM6.5.2': undefined }
    expect(blocking('L3', custody)).toEqual([])
    expect(blocking('L3', custody, { inCustody: true })).toEqual([
      ['custody-level', 'ROSHSUM', 'SUM6.1.2'],
      ['custody-level', 'ROSHSUM', 'SUM6.5.2'],
    ])
  })

  test('needs a management plan from medium on, with an action for each factor ticked', () => {
    const medium = { ...analysed, 'SUM6.2.1': 'MEDIUM', RM28: ['RM28.0.17'] }
    expect(blocking('L3', { ...medium, RM31: undefined })).toEqual([
      ['mandatory-question', 'RMP', 'RM31'],
      ['factor-without-action', 'RMP', 'RM28'],
    ])
    expect(blocking('L3', medium, { actions: [{ factors: ['RM28.0.17'], withdrawn: false }] })).toEqual([])
  })

  test('wants a reason where the level and the predicted risk are far apart', () => {
    expect(blocking('L3', { ...analysed, SUM8: undefined }, { mismatch: 'score-above' })).toEqual([
      ['mismatch-without-reason', 'ROSHSUM', 'SUM8'],
    ])
    expect(blocking('L3', analysed, { mismatch: 'score-above' })).toEqual([])
  })

  test('wants a SARA or a reason, a complete area, an answer about agreement, and the self-assessment or a reason', () => {
    expect(blocking('L3', { '6.7': 'YES', SARA: undefined, 'SARA.reason': undefined })).toEqual([
      ['abuse-assessment', 'SARA', 'SARA'],
    ])
    expect(blocking('L3.2', { 'S-drugs.complete': 'NO' })).toEqual([
      ['area-not-complete', 'S-drugs', 'S-drugs.complete'],
    ])
    expect(blocking('L3', {}, { agreementAnswered: false })).toEqual([['agreement', null, null]])
    expect(blocking('CSRP', {}, { agreementAnswered: null })).toEqual([])
    expect(blocking('L3', { SAQA: 'NO', SAQD: undefined })).toEqual([['mandatory-question', 'SAQ', 'SAQD']])
  })

  test('only warns of optional questions and of what a score lacks', () => {
    const { blocking: stops, warnings } = signing(
      'L3',
      { '4.6': undefined },
      { predictorInputs: ['1.40', 'date of birth'] },
    )
    expect(stops).toEqual([])
    expect(warnings.map(({ code, section, question }) => [code, section, question])).toEqual([
      ['optional-question', '4', '4.6'],
      ['predictor-input', '1', '1.40'],
      ['predictor-input', null, null],
    ])
  })

  test('names the question behind an input as the predictors call it', () => {
    const { warnings } = signing('L3', {}, { predictorInputs: ['q3_4', 'R1.2 arson'] })
    expect(warnings.map(({ section, question, text }) => [section, question, text])).toEqual([
      ['3', '3.4', 'A score lacks: Is where they live unsuitable?'],
      ['ROSH', 'R1.2.7.2', 'A score lacks: Convicted before of arson?'],
    ])
  })

  test('never throws and always names a question of the form, whatever the answers', () => {
    const codes = sectionsFor(set, 'L3').flatMap(section => section.questions.map(question => question.code))
    const answers = fc.dictionary(fc.constantFrom(...codes), fc.constantFrom('YES', 'NO', 'DK', 'M', '2', 'HIGH', ''))
    fc.assert(
      fc.property(answers, given => {
        const found = signing('L3', given)
        for (const one of [...found.blocking, ...found.warnings]) {
          expect(one.text.length).toBeGreaterThan(0)
          if (one.question !== null) expect(codes).toContain(one.question)
        }
      }),
    )
  })
})

describe('Risk-critical answers carried forward', () => {
  const carried = (value: AnswerValue): CarriedAnswer => ({ value, carriedFrom: '2026-05-01', confirmedAt: null })
  const everything = (layer: Layer) =>
    new Map(
      sectionsFor(set, layer)
        .flatMap(section => section.questions)
        .map(question => [question.code, carried(question.kind === 'choices' ? ['A'] : 'YES')] as const),
    )

  test.each(['L1', 'L3', 'L3.2', 'FAST'] as const)(
    'are confirmed within fifteen actions in an unchanged %s case',
    layer => {
      const groups = confirmationGroups(set, layer, everything(layer))
      const openAndSign = 2
      expect(groups.length + openAndSign).toBeLessThanOrEqual(mostReviewActions.on(asAt).value.actions)
    },
  )

  test('cover R1 to R5, the summary, the management plan, and 1.30, 6.7, 8.1 and 10.8', () => {
    const critical = sectionsFor(set, 'L3').flatMap(section =>
      ['ROSH', 'ROSHSUM', 'RMP'].includes(section.code)
        ? section.questions.filter(question => question.code !== 'OPD.override')
        : section.questions.filter(question => ['1.30', '6.7', '8.1', '10.8'].includes(question.code)),
    )
    expect(critical.filter(question => question.riskCritical === null)).toEqual([])
    const known = set.sections.flatMap(one => one.questions.flatMap(question => question.riskCritical ?? []))
    expect(known.filter(group => !confirmationTitles.has(group))).toEqual([])
  })

  test('are shown with all the answers of their group, the new ones too', () => {
    const stored = new Map<string, CarriedAnswer>([
      ['R2.1', carried('YES')],
      ['R2.2', { value: 'NO', carriedFrom: null, confirmedAt: null }],
    ])
    const [children] = confirmationGroups(set, 'L3', stored)
    expect(children).toMatchObject({ code: 'children', toConfirm: true })
    expect(children?.answers.map(({ question, confirmed }) => [question.code, confirmed])).toEqual([
      ['R2.1', false],
      ['R2.2', true],
    ])
    expect(blocking('L3', {}, { confirmations: [children!] })).toEqual([['carried-not-confirmed', 'ROSH', 'R2.1']])
  })

  test('are settled once somebody stands by them', () => {
    const stored = new Map([['R2.1', { ...carried('YES'), confirmedAt: '2026-11-20T09:00:00Z' as const }]])
    expect(confirmationGroups(set, 'L3', stored)[0]?.toConfirm).toBe(false)
  })
})

describe('The self-assessment', () => {
  const need = { area: 'alcohol', level: 'none', reoffendingLinked: null } as const
  const found = (
    answers: Record<string, AnswerValue>,
    level: 'none' | 'standard' | null,
    linked: boolean | null = null,
  ) =>
    selfAssessmentDisagreements(
      set,
      of({ SAQA: 'YES', ...answers }),
      [{ ...need, level, reoffendingLinked: linked }],
      asAt,
    ).map(({ about, seenBy, questions }) => [about, seenBy, questions.map(question => question.code)])

  test('shows what only one of the two sees', () => {
    expect(found({ 'SAQC16.1': 'YES' }, 'none')).toEqual([['problem', 'only-the-person', ['SAQC16.1']]])
    expect(found({ 'SAQC16.1': 'NO' }, 'standard')).toEqual([['problem', 'only-the-practitioner', ['SAQC16.1']]])
    expect(found({ 'SAQC16.1': 'YES', 'SAQC16.2': 'NO' }, 'standard', true)).toEqual([
      ['link-to-offending', 'only-the-practitioner', ['SAQC16.2']],
    ])
  })

  test('compares only what both said', () => {
    expect(found({ 'SAQC16.1': 'YES' }, null)).toEqual([])
    expect(found({}, 'standard')).toEqual([])
    expect(found({ SAQA: 'NO', 'SAQC16.1': 'YES' }, 'none')).toEqual([])
  })
})

describe('The quality score', () => {
  const form = set.sections.find(section => section.kind === 'quality')!.questions
  const best = Object.fromEntries(
    form.flatMap(({ code, options }) =>
      options.length > 0 ? [[code, options.find(one => one.score === 4)!.code]] : [],
    ),
  )

  test('is 1 for the best answers and nothing without any', () => {
    expect(qualityScore(set, of(best))).toMatchObject({ share: 1, answered: 48, asked: 48, toWorkOn: [] })
    expect(qualityScore(set, of({}))).toMatchObject({ share: null, answered: 0 })
  })

  test('weighs what was answered: (3 x 4 + 4 x 1) / (3 x 4 + 4 x 4)', () => {
    expect(qualityScore(set, of({ QA0: 'FULLY', QA1: 'UNSATISFACTORY' })).share).toBeCloseTo(16 / 28, 12)
  })

  test('leaves out what does not apply', () => {
    const { share, asked } = qualityScore(set, of({ QA0: 'FULLY', QA28: 'N/A' }))
    expect([share, asked]).toEqual([1, 47])
    expect(questionOf(set, 'QA28')?.weight).toBe(5)
  })

  test('lies between a quarter and one, and names what to work on, worst first', () => {
    const graded = form.filter(question => question.options.length > 0)
    const answers = fc.tuple(...graded.map(({ options }) => fc.constantFrom(...options.map(option => option.code))))
    fc.assert(
      fc.property(answers, given => {
        const { share, toWorkOn } = qualityScore(
          set,
          new Map(graded.map(({ code }, index) => [code, given[index] ?? ''])),
        )
        expect(share ?? 0).toBeGreaterThanOrEqual(0.25)
        expect(share ?? 2).toBeLessThanOrEqual(1)
        const grades = toWorkOn.map(one => one.grade)
        expect(grades).toEqual(grades.toSorted((a, b) => a - b))
      }),
    )
  })
})
