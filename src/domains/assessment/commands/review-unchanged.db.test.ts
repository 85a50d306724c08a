import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Assessing,
  acted,
  assessingServices,
  recordedPerson,
  started,
  valueIn,
} from '../../../../test/support/assessed-people.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { answersOf } from '../queries/answers-of.ts'
import { assessmentOf } from '../queries/assessments-of.ts'
import { signingCheck } from '../queries/signing-check.ts'
import type { AnswerValue, Layer, Question } from '../questions/question.ts'
import { questionSet, sectionsFor } from '../questions/question-set.ts'
import { confirmationGroups, confirmationTitles, mostReviewActions } from '../rules/confirmation-groups.ts'
import { answerForTest, fillInForTest } from '../signing.fixture.ts'
import { confirmAnswers } from './confirm-answers.ts'
import { signAssessment } from './sign-assessment.ts'

let on: Assessing
beforeAll(async () => {
  on = assessingServices(await testDatabase())
})
afterAll(dropAll)

/** Everything risk-critical is answered, and answered so that everything opens. */
function worst({ kind, options, longest }: Question): AnswerValue {
  const code = (options.find(option => option.code === 'YES') ?? options.at(-1))?.code ?? 'YES'
  if (kind === 'choice') return code
  if (kind === 'choices') return [code]
  if (kind === 'date') return '2026-01-05'
  return longest === null ? '1' : 'As seen.'
}

test.each<Layer>(['L3', 'L3.2'])(
  'a full case that has not changed is reviewed in at most fifteen actions: %s',
  async layer => {
    const { personId } = await recordedPerson(on)
    const set = questionSet('2026-11-21')
    const critical = sectionsFor(set, layer).flatMap(({ questions }) =>
      questions.filter(one => one.riskCritical !== null || one.role === 'complete'),
    )
    const first = await started(on, personId, { layer })
    await on.as(async ctx => {
      const answers = Object.fromEntries(critical.map(question => [question.code, worst(question)]))
      await answerForTest(ctx, personId, first.id, answers)
      await fillInForTest(ctx, personId, first.id, answers)
    })
    await acted(on, personId, first.id, 'signed')

    let actions = 1
    const review = await started(on, personId, { layer })
    const stored = await on.as(ctx => answersOf(ctx.tx, [personId], review.id))
    const groups = confirmationGroups(set, layer, stored)
    expect(groups.map(group => group.code)).toEqual([...confirmationTitles.keys()])
    for (const group of groups) {
      const seen = Object.fromEntries(group.answers.map(({ question }) => [question.code, 1]))
      await on.as(async ctx =>
        valueIn(await confirmAnswers(ctx, { personId, assessmentId: review.id, group: group.code, seen })),
      )
      actions += 1
    }
    const { blocking, version } = await on.as(async ctx => {
      const assessment = (await assessmentOf(ctx.tx, [personId], review.id))!
      return { ...(await signingCheck(ctx, [personId], assessment)), version: assessment.version }
    })
    expect(blocking).toEqual([])
    const signing = { personId, assessmentId: review.id, version, despiteWarnings: true }
    const { state } = await on.as(async ctx => valueIn(await signAssessment(ctx, signing)))
    actions += 1
    expect(state).toMatch(/SIGNED|AWAITING/)
    expect(actions).toBeLessThanOrEqual(mostReviewActions.on('2026-11-21').value.actions)
  },
)
