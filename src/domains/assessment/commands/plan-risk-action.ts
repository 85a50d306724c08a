import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { planTexts } from '../parameters/plan-rules.ts'
import { type RiskAction, riskActionsOf } from '../queries/risk-actions-of.ts'
import { type PlanInHand, planChanged, planInHand, textProblem } from './change-plan.ts'

export type RiskActionToSave = {
  readonly personId: string
  readonly factors: readonly string[]
  readonly owner: string
  readonly what: string
  readonly dueOn: LocalDate
  readonly contingency: string
}

/** Plans an action against one or more factors of risk: who does what by when, and what happens if it does not work. */
export async function addRiskAction(ctx: Context, input: RiskActionToSave): Promise<Result<{ readonly id: string }>> {
  const hand = await planInHand(ctx, input.personId)
  const wrong = actionProblems(ctx, input, null)
  if (wrong.length > 0) return problems(...wrong)
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO assessment.risk_action (person_id, id, factors, owner, what, due_on, contingency, added_at, added_by,
       added_by_name, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[input.personId, id, input.factors, input.owner.trim(), input.what.trim(), input.dueOn],
      ...[input.contingency.trim(), ctx.now, ctx.viewer.username, ctx.viewer.name],
      ...[hand.flags.excluded, hand.flags.restricted],
    ],
  )
  await planChanged(ctx, input.personId, hand, 'add-risk-action', { action: id, factors: input.factors })
  return ok({ id })
}

/** Changes an action that is still open. `version` is the one the user saw. Throws NotFound, Conflict. */
export async function changeRiskAction(
  ctx: Context,
  input: RiskActionToSave & { readonly actionId: string; readonly version: number },
): Promise<Result<undefined>> {
  const { hand, action } = await openAction(ctx, input)
  if (action.version !== input.version) {
    throw new Conflict('Someone else has changed this action. Look at it again.', {
      mine: input.what,
      theirs: action.what,
    })
  }
  const wrong = actionProblems(ctx, input, action)
  if (wrong.length > 0) return problems(...wrong)
  await ctx.tx.run(
    `UPDATE assessment.risk_action SET factors = $3, owner = $4, what = $5, due_on = $6, contingency = $7,
       version = version + 1 WHERE person_id = $1 AND id = $2`,
    [
      ...[action.personId, action.id, input.factors, input.owner.trim(), input.what.trim()],
      ...[input.dueOn, input.contingency.trim()],
    ],
  )
  await planChanged(ctx, input.personId, hand, 'change-risk-action', { action: action.id })
  return ok(undefined)
}

/** Ends an action: done, or withdrawn with a reason. A withdrawn action no longer addresses its factors. */
export async function endRiskAction(
  ctx: Context,
  input: {
    readonly personId: string
    readonly actionId: string
    readonly as: 'done' | 'withdrawn'
    readonly reason: string
  },
): Promise<Result<undefined>> {
  const { hand, action } = await openAction(ctx, input)
  const asks = input.as === 'withdrawn' ? 'why the action is withdrawn' : null
  const wrong = textProblem('reason', input.reason, planTexts.on(ctx.today).value.note, asks)
  if (wrong.length > 0) return problems(...wrong)
  await ctx.tx.run(
    `UPDATE assessment.risk_action SET ended_at = $3, ended_by = $4, ended_as = $5, ended_reason = $6,
       version = version + 1 WHERE person_id = $1 AND id = $2`,
    [action.personId, action.id, ctx.now, ctx.viewer.username, input.as, input.reason.trim() || null],
  )
  await planChanged(ctx, input.personId, hand, 'end-risk-action', { action: action.id, as: input.as })
  return ok(undefined)
}

async function openAction(
  ctx: Context,
  input: { readonly personId: string; readonly actionId: string },
): Promise<{ readonly hand: PlanInHand; readonly action: RiskAction }> {
  const hand = await planInHand(ctx, input.personId)
  const action = (await riskActionsOf(ctx.tx, hand.group)).find(one => one.id === input.actionId)
  if (!action) throw new NotFound('There is no such action on this record.')
  if (action.endedAt !== null) throw new Conflict('This action has ended. Look at it again.')
  return { hand, action }
}

function actionProblems(ctx: Context, input: RiskActionToSave, before: RiskAction | null): Problem[] {
  const { note } = planTexts.on(ctx.today).value
  const wrong = [
    ...textProblem('what', input.what, note, 'what will be done'),
    ...textProblem('owner', input.owner, 200, 'who will do it'),
    ...textProblem('contingency', input.contingency, note, 'what happens if it does not work'),
  ]
  if (input.factors.length === 0) {
    wrong.push({ field: 'factors', code: 'missing', text: 'Choose at least one factor that the action addresses' })
  }
  if (!isLocalDate(input.dueOn) || (input.dueOn < ctx.today && input.dueOn !== before?.dueOn)) {
    wrong.push({ field: 'dueOn', code: 'day-past', text: 'The day must be today or later' })
  }
  return wrong
}
