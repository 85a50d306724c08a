import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { planTexts } from '../parameters/plan-rules.ts'
import type { NeedArea } from '../questions/question.ts'
import { type Goal, type GoalLinkKind, needAreas, type SentencePlan } from '../sentence-plan.ts'
import { suggestedGoal } from '../suggested-goals.ts'
import { planChanged, planInHand, textProblem } from './change-plan.ts'

export type GoalToSave = {
  readonly personId: string
  readonly title: string
  /** Code of the suggested goal it is taken from, or null for one of their own. */
  readonly suggestion: string | null
  readonly area: string
  readonly relatedAreas: readonly string[]
  /** Null: a goal for the future. */
  readonly targetOn: LocalDate | null
  readonly remindOn: LocalDate | null
  readonly withheld: boolean
  readonly links: readonly { readonly kind: GoalLinkKind; readonly target: string }[]
}

/** Adds a goal at the end of the plan. */
export async function addGoal(ctx: Context, input: GoalToSave): Promise<Result<{ readonly id: string }>> {
  const hand = await planInHand(ctx, input.personId)
  const wrong = goalProblems(ctx, input, null)
  if (wrong.length > 0) return problems(...wrong)
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO assessment.goal (person_id, id, title, suggestion, area, related_areas, target_on, remind_on, place,
       withheld, added_at, added_by, added_by_name, excluded, restricted)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, coalesce(max(place), 0) + 1, $9, $10, $11, $12, $13, $14
       FROM assessment.goal WHERE person_id = $1`,
    [
      ...[input.personId, id, input.title.trim(), unchangedSuggestion(input), input.area],
      ...[related(input), input.targetOn, remindOn(input), input.withheld],
      ...[ctx.now, ctx.viewer.username, ctx.viewer.name, hand.flags.excluded, hand.flags.restricted],
    ],
  )
  await writeLinks(ctx, input.personId, id, input.links, hand.flags)
  await planChanged(ctx, input.personId, hand, 'add-goal', { goal: id, area: input.area })
  return ok({ id })
}

/** Changes a goal. `version` is the one the user saw. Throws NotFound, Conflict. */
export async function changeGoal(
  ctx: Context,
  input: GoalToSave & { readonly goalId: string; readonly version: number },
): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const goal = goalIn(hand.plan, input.goalId)
  if (goal.version !== input.version) {
    throw new Conflict('Someone else has changed this goal. Look at it again.', {
      mine: input.title,
      theirs: goal.title,
    })
  }
  const wrong = goalProblems(ctx, input, goal)
  if (wrong.length > 0) return problems(...wrong)
  await ctx.tx.run(
    `UPDATE assessment.goal SET title = $3, suggestion = $4, area = $5, related_areas = $6, target_on = $7,
       remind_on = $8, withheld = $9, version = version + 1 WHERE person_id = $1 AND id = $2`,
    [
      ...[goal.personId, goal.id, input.title.trim(), unchangedSuggestion(input), input.area, related(input)],
      ...[input.targetOn, remindOn(input), input.withheld],
    ],
  )
  await ctx.tx.run('DELETE FROM assessment.goal_link WHERE person_id = $1 AND goal_id = $2', [goal.personId, goal.id])
  await writeLinks(ctx, goal.personId, goal.id, input.links, hand.flags)
  await planChanged(ctx, input.personId, hand, 'change-goal', { goal: goal.id })
  return ok(undefined)
}

/** Takes a goal out of a plan the person was not yet asked about. Afterwards it can only be removed with a reason. */
export async function deleteGoal(
  ctx: Context,
  input: { readonly personId: string; readonly goalId: string },
): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const goal = goalIn(hand.plan, input.goalId)
  if (hand.plan.agreements.length > 0) {
    const text = 'The person was asked about this plan: remove the goal and give a reason instead'
    return problems({ field: 'goal', code: 'agreed-before', text })
  }
  await ctx.tx.run(
    'UPDATE assessment.goal SET deleted_at = $3, deleted_by = $4, version = version + 1 WHERE person_id = $1 AND id = $2',
    [goal.personId, goal.id, ctx.now, ctx.viewer.username],
  )
  await planChanged(ctx, input.personId, hand, 'delete-goal', { goal: goal.id })
  return ok(undefined)
}

/** Moves a goal one place up or down among the goals of its own state. The first stays first and the last last. */
export async function moveGoal(
  ctx: Context,
  input: { readonly personId: string; readonly goalId: string; readonly direction: 'up' | 'down' },
): Promise<Result<undefined>> {
  const hand = await planInHand(ctx, input.personId)
  const goal = goalIn(hand.plan, input.goalId)
  const beside = hand.plan.goals.filter(other => other.state === goal.state)
  const place = beside.findIndex(other => other.id === goal.id)
  const other = beside[place + (input.direction === 'up' ? -1 : 1)]
  if (!other) return ok(undefined)
  const order = hand.plan.goals.map(({ id }) => (id === goal.id ? other.id : id === other.id ? goal.id : id))
  await ctx.tx.run(
    `UPDATE assessment.goal SET place = array_position($2::text[], id::text) WHERE person_id = ANY ($1) AND deleted_at IS NULL`,
    [hand.group, order],
  )
  await planChanged(ctx, input.personId, hand, 'move-goal', { goal: goal.id, direction: input.direction })
  return ok(undefined)
}

/** The goal of a plan, whatever its state. Throws NotFound. */
export function goalIn(plan: SentencePlan, goalId: string): Goal {
  const goal = plan.goals.find(one => one.id === goalId)
  if (!goal) throw new NotFound('There is no such goal in this plan.')
  return goal
}

function goalProblems(ctx: Context, input: GoalToSave, before: Goal | null): Problem[] {
  const { goal: longest } = planTexts.on(ctx.today).value
  const wrong = textProblem('title', input.title, longest, 'the goal, in the person’s own words')
  if (!isArea(input.area)) wrong.push({ field: 'area', code: 'missing', text: 'Choose the area the goal works on' })
  const { targetOn, remindOn: reminder } = input
  const early = (day: LocalDate | null, unchanged: LocalDate | null | undefined) =>
    day !== null && day !== unchanged && (!isLocalDate(day) || day < ctx.today)
  if (early(targetOn, before?.targetOn)) {
    wrong.push({ field: 'targetOn', code: 'day-past', text: 'The target day must be today or later' })
  }
  if (early(reminder, before?.remindOn)) {
    wrong.push({ field: 'remindOn', code: 'day-past', text: 'The reminder must be today or later' })
  }
  return wrong
}

const isArea = (area: string): area is NeedArea => needAreas.includes(area as NeedArea)

const related = (input: GoalToSave) =>
  needAreas.filter(area => area !== input.area && input.relatedAreas.includes(area))

/** A reminder belongs to a goal for the future; an active goal has its target day. */
const remindOn = (input: GoalToSave) => (input.targetOn === null ? input.remindOn : null)

/** The suggestion only while its words stand as suggested: then they exist in Welsh too. */
function unchangedSuggestion(input: GoalToSave): string | null {
  const suggested = input.suggestion === null ? undefined : suggestedGoal(input.suggestion)
  return suggested?.title.en === input.title.trim() ? suggested.code : null
}

async function writeLinks(
  ctx: Context,
  personId: string,
  goalId: string,
  links: GoalToSave['links'],
  flags: { readonly excluded: boolean; readonly restricted: boolean },
): Promise<void> {
  for (const { kind, target } of links) {
    await ctx.tx.run(
      `INSERT INTO assessment.goal_link (person_id, goal_id, kind, target, excluded, restricted)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [personId, goalId, kind, target, flags.excluded, flags.restricted],
    )
  }
}
