import { createHash } from 'node:crypto'
import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { goalState, offersAchieved, type StepStatus } from '../rules/goal-state.ts'
import { agreementState } from '../rules/plan-agreement.ts'
import type { Agreement, Goal, GoalLinkKind, GoalNote, ProgressNote, SentencePlan, Step } from '../sentence-plan.ts'

type GoalRow = Omit<Goal, 'state' | 'offersAchieved' | 'steps' | 'notes' | 'links'>

/** The sentence plan of one person (all ids of the identity group). A person without one has a plan without goals. */
export async function planOf(tx: Tx, group: readonly string[]): Promise<SentencePlan> {
  const [rows, steps, notes, links, agreements, progress, complianceOnly] = await Promise.all([
    tx.rows<GoalRow>(
      `SELECT person_id AS "personId", id, title, suggestion, area, related_areas AS "relatedAreas",
              target_on AS "targetOn", remind_on AS "remindOn", withheld, added_at AS "addedAt",
              added_by_name AS "addedByName", version
         FROM assessment.goal WHERE person_id = ANY ($1) AND deleted_at IS NULL ORDER BY place, id`,
      [group],
    ),
    stepsOf(tx, group),
    tx.rows<GoalNote & { goalId: string }>(
      `SELECT goal_id AS "goalId", kind, body, at, by_name AS "byName"
         FROM assessment.goal_note WHERE person_id = ANY ($1) ORDER BY at, id`,
      [group],
    ),
    tx.rows<{ goalId: string; kind: GoalLinkKind; target: string }>(
      `SELECT goal_id AS "goalId", kind, target FROM assessment.goal_link
        WHERE person_id = ANY ($1) ORDER BY kind, target`,
      [group],
    ),
    tx.rows<Agreement & { wordsHash: string | null }>(
      `SELECT plan_type AS "planType", answer, reason, notes, at, by_name AS "byName", words_hash AS "wordsHash"
         FROM assessment.plan_agreement WHERE person_id = ANY ($1) ORDER BY at, id`,
      [group],
    ),
    tx.rows<ProgressNote>(
      `SELECT body, support_needed AS "supportNeeded", at, by_name AS "byName"
         FROM assessment.plan_progress WHERE person_id = ANY ($1) ORDER BY at, id`,
      [group],
    ),
    tx.rows<{ requirementId: string; reason: string; by: string }>(
      `SELECT requirement_id AS "requirementId", reason, by FROM assessment.compliance_only
        WHERE person_id = ANY ($1) ORDER BY at, requirement_id`,
      [group],
    ),
  ])
  const goals = rows.map(row => {
    const own = notes.filter(note => note.goalId === row.id).map(({ goalId: _, ...note }) => note)
    const state = goalState({ targetOn: row.targetOn, notes: own })
    const under = steps.filter(step => step.goalId === row.id).map(({ goalId: _, ...step }) => step)
    return {
      ...row,
      state,
      offersAchieved: offersAchieved(state, under),
      steps: under,
      notes: own,
      links: links.filter(link => link.goalId === row.id).map(({ kind, target }) => ({ kind, target })),
    }
  })
  const asked = agreements.at(-1)
  return {
    goals,
    agreements: agreements.map(({ wordsHash: _, ...agreement }) => agreement),
    agreement: agreementState(agreements.map(({ answer }) => answer)),
    progress,
    complianceOnly,
    changedSinceAgreed: asked !== undefined && asked.wordsHash !== planWordsHash(goals),
    mergedFrom: Math.max(0, new Set(goals.map(goal => goal.personId)).size - 1),
  }
}

function stepsOf(tx: Tx, group: readonly string[]): Promise<(Step & { goalId: string })[]> {
  return tx.rows<Step & { goalId: string; status: StepStatus }>(
    `SELECT step.goal_id AS "goalId", step.id, step.body, step.suggestion, step.actor, step.actor_name AS "actorName",
            step.withheld, step.version, coalesce(said.status, 'not-started') AS status, said.at AS "statusSince"
       FROM assessment.step step
       LEFT JOIN LATERAL (
         SELECT status, at FROM assessment.step_status s
          WHERE s.person_id = step.person_id AND s.step_id = step.id ORDER BY at DESC, id DESC LIMIT 1
       ) said ON true
      WHERE step.person_id = ANY ($1) AND step.deleted_at IS NULL ORDER BY step.place, step.id`,
    [group],
  )
}

/** The days on which the plan changed, the newest first. */
export async function planDays(
  tx: Tx,
  group: readonly string[],
): Promise<readonly { readonly day: LocalDate; readonly at: Instant; readonly byName: string }[]> {
  return tx.rows(
    `SELECT DISTINCT ON (day) day, at, by_name AS "byName" FROM assessment.plan_day
      WHERE person_id = ANY ($1) ORDER BY day DESC, at DESC`,
    [group],
  )
}

/** The plan as it stood at the end of a day: that of the newest change until then. Undefined before the first. */
export async function planOnDay(
  tx: Tx,
  group: readonly string[],
  day: LocalDate,
): Promise<{ readonly plan: SentencePlan; readonly day: LocalDate; readonly byName: string } | undefined> {
  return tx.maybe(
    `SELECT body AS plan, day, by_name AS "byName" FROM assessment.plan_day
      WHERE person_id = ANY ($1) AND day <= $2 ORDER BY day DESC, at DESC LIMIT 1`,
    [group, day],
  )
}

export type FrozenPlan = {
  readonly id: string
  readonly assessmentId: string
  readonly plan: SentencePlan
  readonly hash: string
  readonly frozenAt: Instant
  readonly frozenByName: string
  readonly thawedAt: Instant | null
}

/** The plans locked with signed assessments, the newest first, those thawed again too. */
export function frozenPlans(tx: Tx, group: readonly string[]): Promise<FrozenPlan[]> {
  return tx.rows<FrozenPlan>(
    `SELECT id, assessment_id AS "assessmentId", body AS plan, hash, frozen_at AS "frozenAt",
            frozen_by_name AS "frozenByName", thawed_at AS "thawedAt"
       FROM assessment.plan_version WHERE person_id = ANY ($1) ORDER BY frozen_at DESC, id DESC`,
    [group],
  )
}

/** Whether the plan waits with its assessment for a countersignature, so that nobody may change it. */
export async function isPlanHeld(tx: Tx, group: readonly string[]): Promise<boolean> {
  const held = await tx.rows(
    `SELECT 1 FROM assessment.plan_version version
       JOIN assessment.open_assessment claim
         ON claim.person_id = version.person_id AND claim.assessment_id = version.assessment_id
      WHERE version.person_id = ANY ($1) AND version.thawed_at IS NULL LIMIT 1`,
    [group],
  )
  return held.length > 0
}

/** The fingerprint of what the person is asked to agree to: goals in force, their target days and steps. */
export function planWordsHash(goals: readonly Goal[]): string {
  const words = goals
    .filter(({ state }) => state === 'active' || state === 'future')
    .map(({ id, title, targetOn, steps }) => ({
      ...{ id, title, targetOn },
      steps: steps.map(({ body, actor, actorName }) => ({ body, actor, actorName })),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return createHash('sha256').update(canonical(words)).digest('hex')
}

/** The fingerprint of a plan: the same for the same content, in whatever order its keys come back from the store. */
export function planHash(plan: SentencePlan): string {
  return createHash('sha256').update(canonical(plan)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
}
