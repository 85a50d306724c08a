import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { planTexts } from '../parameters/plan-rules.ts'
import type { StepStatus } from '../rules/goal-state.ts'
import { type Goal, type Step, type StepActor, stepActors, stepStatuses } from '../sentence-plan.ts'
import { suggestedStep } from '../suggested-goals.ts'
import { goalIn } from './change-goal.ts'
import { type PlanInHand, planChanged, planInHand, textProblem } from './change-plan.ts'

export type StepToSave = {
  readonly personId: string
  readonly goalId: string
  readonly body: string
  readonly suggestion: string | null
  readonly actor: string
  /** Who, when the actor is someone else. */
  readonly actorName: string
  readonly withheld: boolean
}

/** Adds a step at the end of a goal. Several of one goal may be taken by different people. */
export async function addStep(ctx: Context, input: StepToSave): Promise<Result<{ readonly id: string }>> {
  const hand = await planInHand(ctx, input.personId)
  const goal = openGoal(hand, input.goalId)
  if ('problem' in goal) return problems(goal.problem)
  const wrong = stepProblems(ctx, input)
  if (wrong.length > 0) return problems(...wrong)
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO assessment.step (person_id, id, goal_id, body, suggestion, actor, actor_name, place, withheld, added_at,
       added_by, excluded, restricted)
     SELECT $1, $2, $3, $4, $5, $6, $7, coalesce(max(place), 0) + 1, $8, $9, $10, $11, $12
       FROM assessment.step WHERE person_id = $1 AND goal_id = $3`,
    [
      ...[goal.personId, id, goal.id, input.body.trim(), unchangedSuggestion(input), input.actor, actorName(input)],
      ...[input.withheld, ctx.now, ctx.viewer.username, hand.flags.excluded, hand.flags.restricted],
    ],
  )
  await planChanged(ctx, input.personId, hand, 'add-step', { goal: goal.id, step: id })
  return ok({ id })
}

/** Changes the words or the actor of a step. Throws NotFound, Conflict. */
export async function changeStep(
  ctx: Context,
  input: StepToSave & { readonly stepId: string; readonly version: number },
): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const goal = goalIn(hand.plan, input.goalId)
  const step = stepIn(goal, input.stepId)
  if (step.version !== input.version) {
    throw new Conflict('Someone else has changed this step. Look at it again.', { mine: input.body, theirs: step.body })
  }
  const wrong = stepProblems(ctx, input)
  if (wrong.length > 0) return problems(...wrong)
  await ctx.tx.run(
    `UPDATE assessment.step SET body = $3, suggestion = $4, actor = $5, actor_name = $6, withheld = $7,
       version = version + 1 WHERE person_id = $1 AND id = $2`,
    [
      ...[goal.personId, step.id, input.body.trim(), unchangedSuggestion(input), input.actor],
      ...[actorName(input), input.withheld],
    ],
  )
  await planChanged(ctx, input.personId, hand, 'change-step', { goal: goal.id, step: step.id })
  return ok(undefined)
}

/** Takes a step out of a goal. After the first agreement a step that is not wanted is "no longer needed" instead. */
export async function deleteStep(
  ctx: Context,
  input: { readonly personId: string; readonly goalId: string; readonly stepId: string },
): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const goal = goalIn(hand.plan, input.goalId)
  const step = stepIn(goal, input.stepId)
  if (hand.plan.agreements.length > 0) {
    const text = 'The person was asked about this plan: mark the step as no longer needed instead'
    return problems({ field: `status-${step.id}`, code: 'agreed-before', text })
  }
  await ctx.tx.run(
    'UPDATE assessment.step SET deleted_at = $3, deleted_by = $4, version = version + 1 WHERE person_id = $1 AND id = $2',
    [goal.personId, step.id, ctx.now, ctx.viewer.username],
  )
  await planChanged(ctx, input.personId, hand, 'delete-step', { goal: goal.id, step: step.id })
  return ok(undefined)
}

/** Says how far the steps of a goal are, by step; what did not change is not written again. A note may say more. */
export async function recordStepStatuses(
  ctx: Context,
  input: {
    readonly personId: string
    readonly goalId: string
    readonly statuses: Readonly<Record<string, string>>
    readonly note: string
  },
): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const goal = openGoal(hand, input.goalId)
  if ('problem' in goal) return problems(goal.problem)
  const changed = Object.entries(input.statuses).map(([id, status]) => ({ step: stepIn(goal, id), status }))
  const unknown = changed.find(({ status }) => !stepStatuses.includes(status as StepStatus))
  if (unknown) {
    const text = 'Choose how far this step is'
    return problems({ field: `status-${unknown.step.id}`, code: 'status-unknown', text })
  }
  const tooLong = textProblem('note', input.note, planTexts.on(ctx.today).value.note, null)
  if (tooLong.length > 0) return problems(...tooLong)
  const moved = changed.filter(({ step, status }) => step.status !== status)
  for (const { step, status } of moved) {
    await ctx.tx.run(
      `INSERT INTO assessment.step_status (person_id, id, step_id, status, at, by, by_name, excluded, restricted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[goal.personId, newId(), step.id, status, ctx.now, ctx.viewer.username, ctx.viewer.name],
        ...[hand.flags.excluded, hand.flags.restricted],
      ],
    )
  }
  if (input.note.trim() !== '') await noteGoal(ctx, hand, goal, 'progress', input.note)
  const steps = moved.map(({ step }) => step.id)
  if (steps.length > 0 || input.note.trim() !== '') {
    await planChanged(ctx, input.personId, hand, 'record-progress', { goal: goal.id, steps })
  }
  return ok(undefined)
}

/** Writes a note on a goal: progress, or what ended or re-opened it. */
export async function noteGoal(
  ctx: Context,
  { flags }: Pick<PlanInHand, 'flags'>,
  goal: Goal,
  kind: 'progress' | 'achieved' | 'removed' | 're-added',
  body: string,
): Promise<void> {
  await ctx.tx.run(
    `INSERT INTO assessment.goal_note (person_id, id, goal_id, kind, body, at, by, by_name, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[goal.personId, newId(), goal.id, kind, body.trim(), ctx.now, ctx.viewer.username, ctx.viewer.name],
      ...[flags.excluded, flags.restricted],
    ],
  )
}

function openGoal(hand: PlanInHand, goalId: string): Goal | { readonly problem: Problem } {
  const goal = goalIn(hand.plan, goalId)
  if (goal.state === 'active' || goal.state === 'future') return goal
  const text = `This goal was ${goal.state}. Add it to the plan again first`
  return { problem: { field: 'goal', code: 'goal-ended', text } }
}

function stepIn(goal: Goal, stepId: string): Step {
  const step = goal.steps.find(one => one.id === stepId)
  if (!step) throw new NotFound('There is no such step under this goal.')
  return step
}

function stepProblems(ctx: Context, input: StepToSave): Problem[] {
  const wrong = textProblem('body', input.body, planTexts.on(ctx.today).value.step, 'what will be done')
  if (!stepActors.includes(input.actor as StepActor)) {
    wrong.push({ field: 'actor', code: 'missing', text: 'Choose who will do this' })
  }
  if (input.actor === 'other') wrong.push(...textProblem('actorName', input.actorName, 200, 'who will do this'))
  return wrong
}

const actorName = (input: StepToSave) => (input.actor === 'other' ? input.actorName.trim() : null)

function unchangedSuggestion(input: StepToSave): string | null {
  const suggested = input.suggestion === null ? undefined : suggestedStep(input.suggestion)
  return suggested?.text.en === input.body.trim() ? suggested.code : null
}
