import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { planTexts } from '../parameters/plan-rules.ts'
import { goalIn } from './change-goal.ts'
import { planChanged, planInHand, textProblem } from './change-plan.ts'
import { noteGoal } from './change-step.ts'

type GoalNoted = { readonly personId: string; readonly goalId: string; readonly note: string }

/** Marks an active goal as achieved; the note may say what helped. */
export async function achieveGoal(ctx: Context, input: GoalNoted): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const goal = goalIn(hand.plan, input.goalId)
  if (goal.state !== 'active') {
    return problems({ field: 'achievedNote', code: 'not-active', text: 'Only an active goal can be achieved' })
  }
  const wrong = textProblem('achievedNote', input.note, planTexts.on(ctx.today).value.note, null)
  if (wrong.length > 0) return problems(...wrong)
  await noteGoal(ctx, hand, goal, 'achieved', input.note)
  await planChanged(ctx, input.personId, hand, 'achieve-goal', { goal: goal.id })
  return ok(undefined)
}

/** Removes a goal that is active or for the future. A reason is always given; the goal stays in the plan's history. */
export async function removeGoal(ctx: Context, input: GoalNoted): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const goal = goalIn(hand.plan, input.goalId)
  if (goal.state !== 'active' && goal.state !== 'future') {
    return problems({ field: 'reason', code: 'ended-before', text: `This goal was ${goal.state} before` })
  }
  const wrong = textProblem('reason', input.note, planTexts.on(ctx.today).value.note, 'why the goal is removed')
  if (wrong.length > 0) return problems(...wrong)
  await noteGoal(ctx, hand, goal, 'removed', input.note)
  await planChanged(ctx, input.personId, hand, 'remove-goal', { goal: goal.id })
  return ok(undefined)
}

/** Adds a removed or achieved goal to the plan again, with a new target day or for the future. */
export async function readdGoal(
  ctx: Context,
  input: GoalNoted & { readonly targetOn: LocalDate | null },
): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const goal = goalIn(hand.plan, input.goalId)
  if (goal.state === 'active' || goal.state === 'future') {
    return problems({ field: 'readdNote', code: 'in-plan', text: 'This goal is in the plan already' })
  }
  if (input.targetOn !== null && (!isLocalDate(input.targetOn) || input.targetOn < ctx.today)) {
    return problems({ field: 'targetOn', code: 'day-past', text: 'The target day must be today or later' })
  }
  const wrong = textProblem('readdNote', input.note, planTexts.on(ctx.today).value.note, 'why the goal is added again')
  if (wrong.length > 0) return problems(...wrong)
  await noteGoal(ctx, hand, goal, 're-added', input.note)
  await ctx.tx.run(
    'UPDATE assessment.goal SET target_on = $3, version = version + 1 WHERE person_id = $1 AND id = $2',
    [goal.personId, goal.id, input.targetOn],
  )
  await planChanged(ctx, input.personId, hand, 'readd-goal', { goal: goal.id })
  return ok(undefined)
}
