import { plusDays } from '../../platform/calendar/index.ts'
import type { Context } from '../../platform/context/index.ts'
import { newId } from '../../platform/store/index.ts'
import { identityGroup, lockFlags } from '../person/index.ts'
import { addRiskAction } from './commands/plan-risk-action.ts'
import { assessmentOf } from './queries/assessments-of.ts'
import { signingCheck } from './queries/signing-check.ts'
import type { AnswerValue, Layer, Question } from './questions/question.ts'
import { questionOf, questionSet } from './questions/question-set.ts'

/** Made-up assessments for tests: opened as they stand in the tables, and filled in until nothing is missing. */
export async function openForTest(
  ctx: Context,
  personId: string,
  given: { readonly layer?: Layer; readonly periodId?: string | null; readonly claim?: boolean } = {},
): Promise<string> {
  const id = newId()
  const { viewer } = ctx
  const flags = await lockFlags(ctx.tx, personId)
  await ctx.tx.run(
    `INSERT INTO assessment.assessment (person_id, id, layer, purpose, period_id, question_set, assessed_on, opened_at,
       opened_by, opened_by_name, region_code, team_code, excluded, restricted)
     VALUES ($1, $2, $3, 'review', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[
        personId,
        id,
        given.layer ?? 'L1',
        given.periodId ?? null,
        questionSet(ctx.today).version,
        ctx.today,
        ctx.now,
      ],
      ...[viewer.username, viewer.name, viewer.regionCode, viewer.teamCode, flags.excluded, flags.restricted],
    ],
  )
  if (given.claim !== false) {
    await ctx.tx.run(
      `INSERT INTO assessment.open_assessment (person_id, assessment_id, excluded, restricted) VALUES ($1, $2, $3, $4)`,
      [personId, id, flags.excluded, flags.restricted],
    )
  }
  return id
}

export async function answerForTest(
  ctx: Context,
  personId: string,
  assessmentId: string,
  answers: Readonly<Record<string, AnswerValue>>,
): Promise<void> {
  const flags = await lockFlags(ctx.tx, personId)
  for (const [question, value] of Object.entries(answers)) {
    await ctx.tx.run(
      `INSERT INTO assessment.answer (person_id, assessment_id, question, value, question_set, source, answered_at,
         answered_by, excluded, restricted)
       VALUES ($1, $2, $3, $4, '1', 'practitioner', $5, $6, $7, $8)
       ON CONFLICT (person_id, assessment_id, question) DO UPDATE SET value = excluded.value, carried_from = null`,
      [
        ...[personId, assessmentId, question, JSON.stringify(value), ctx.now, ctx.viewer.username],
        ...[flags.excluded, flags.restricted],
      ],
    )
  }
}

/** Gives every answer that stands in the way of signing: "no" where there is a no, else the first choice. `answers` go
 *  first. What no answer can mend is left. */
export async function fillInForTest(
  ctx: Context,
  personId: string,
  assessmentId: string,
  answers: Readonly<Record<string, AnswerValue>> = {},
): Promise<void> {
  await answerForTest(ctx, personId, assessmentId, answers)
  await addRiskAction(ctx, {
    personId,
    factors: (questionOf(questionSet(ctx.today), 'RM28')?.options ?? []).map(option => option.code),
    ...{ owner: 'Ann', what: 'Weekly meetings', dueOn: plusDays(ctx.today, 30), contingency: 'Recall' },
  })
  const group = await identityGroup(ctx.tx, personId)
  for (let round = 0; round < 12; round++) {
    const assessment = (await assessmentOf(ctx.tx, group, assessmentId))!
    const { blocking } = await signingCheck(ctx, group, assessment)
    const lacking = blocking.filter(
      item => !item.code.startsWith('enquiry-') && !(item.question && item.question in answers),
    )
    const questions = lacking.flatMap(item =>
      item.question ? [questionOf(questionSet(ctx.today), item.question)!] : [],
    )
    if (questions.length === 0) return
    await answerForTest(
      ctx,
      personId,
      assessmentId,
      Object.fromEntries(questions.map(one => [one.code, answerTo(one)])),
    )
  }
}

function answerTo({ kind, options }: Question): AnswerValue {
  const code = (options.find(option => option.code === 'NO') ?? options[0])?.code ?? 'NO'
  if (kind === 'choice') return code
  if (kind === 'choices') return [code]
  if (kind === 'count') return '1'
  return kind === 'date' ? '2026-01-05' : 'As seen.'
}
