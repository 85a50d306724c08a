import type { Context } from '../../../platform/context/index.ts'
import { ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { planTexts } from '../parameters/plan-rules.ts'
import { planWordsHash } from '../queries/plan-of.ts'
import { type AgreementAnswer, agreementVerdict } from '../rules/plan-agreement.ts'
import { type PlanType, planTypes, type SupportNeeded } from '../sentence-plan.ts'
import { planChanged, planInHand, textProblem } from './change-plan.ts'

export type AgreePlan = {
  readonly personId: string
  readonly planType: string
  readonly answer: string
  readonly reason: string
  readonly notes: string
}

const answers: readonly AgreementAnswer[] = ['agree', 'do-not-agree', 'could-not-answer']

/** Records what the person said about the plan. Every answer needs a plan that is ready; not agreeing and not being
 *  able to answer need a reason. */
export async function agreePlan(ctx: Context, input: AgreePlan): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const goals = hand.plan.goals.map(({ title, state, steps }) => ({ title, state, steps: steps.length }))
  const lacking = agreementVerdict(goals, ctx.today).reasons.map(({ code, data }) => ({
    field: 'answer',
    code,
    text: lackingText(code, data.title),
  }))
  const wrong: Problem[] = [...lacking]
  if (!answers.includes(input.answer as AgreementAnswer)) {
    wrong.push({ field: 'answer', code: 'missing', text: 'Choose what the person said' })
  }
  if (!planTypes.includes(input.planType as PlanType)) {
    wrong.push({ field: 'planType', code: 'missing', text: 'Choose what kind of plan this is' })
  }
  const { note } = planTexts.on(ctx.today).value
  const needsReason = input.answer === 'do-not-agree' || input.answer === 'could-not-answer'
  wrong.push(...textProblem('reason', input.reason, note, needsReason ? 'the reason' : null))
  wrong.push(...textProblem('notes', input.notes, note, null))
  if (wrong.length > 0) return problems(...wrong)
  await ctx.tx.run(
    `INSERT INTO assessment.plan_agreement (person_id, id, plan_type, answer, reason, notes, at, by, by_name, words_hash,
       excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[input.personId, newId(), input.planType, input.answer, needsReason ? input.reason.trim() : null],
      ...[input.notes.trim(), ctx.now, ctx.viewer.username, ctx.viewer.name, planWordsHash(hand.plan.goals)],
      ...[hand.flags.excluded, hand.flags.restricted],
    ],
  )
  await planChanged(ctx, input.personId, hand, 'agree-plan', { answer: input.answer })
  return ok(undefined)
}

/** Why a plan is not ready to be agreed, as a sentence. */
export function lackingText(code: string, title: unknown): string {
  if (code === 'no-active-goal') return 'Add a goal with a target day first: a plan needs an active goal'
  return `Add a step to the goal “${String(title)}” first`
}

/** Notes how the plan as a whole is going and whether the person needs support. */
export async function notePlanProgress(
  ctx: Context,
  input: { readonly personId: string; readonly body: string; readonly supportNeeded: string },
): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const wrong = textProblem('body', input.body, planTexts.on(ctx.today).value.note, 'how the plan is going')
  const choices: readonly SupportNeeded[] = ['yes', 'no', 'dont-know']
  if (!choices.includes(input.supportNeeded as SupportNeeded)) {
    wrong.push({ field: 'supportNeeded', code: 'missing', text: 'Say whether the person needs support' })
  }
  if (wrong.length > 0) return problems(...wrong)
  await ctx.tx.run(
    `INSERT INTO assessment.plan_progress (person_id, id, body, support_needed, at, by, by_name, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[input.personId, newId(), input.body.trim(), input.supportNeeded, ctx.now, ctx.viewer.username],
      ...[ctx.viewer.name, hand.flags.excluded, hand.flags.restricted],
    ],
  )
  await planChanged(ctx, input.personId, hand, 'note-plan-progress', { supportNeeded: input.supportNeeded })
  return ok(undefined)
}
