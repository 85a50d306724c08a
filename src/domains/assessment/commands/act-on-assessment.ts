import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, type Problem } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { type AccessFlags, identityGroup, lockFlags } from '../../person/index.ts'
import { type AssessmentOnRecord, assessmentOf } from '../queries/assessments-of.ts'
import { type ActKind, type AssessmentState, assessmentState } from '../rules/assessment-state.ts'

/** The assessment an act is about. `version` is the one the user saw: it counts acts. */
export type ActOn = { readonly personId: string; readonly assessmentId: string; readonly version: number }

export type InHand = {
  readonly assessment: AssessmentOnRecord
  readonly state: AssessmentState
  readonly group: readonly string[]
  readonly flags: AccessFlags
}

/** Locks an assessment for an act. Throws NotFound for one the viewer may not see or that is another person's, Conflict
 *  when something was done to it since the user looked. */
export async function takeInHand(ctx: Context, { personId, assessmentId, version }: ActOn): Promise<InHand> {
  const flags = await lockFlags(ctx.tx, personId)
  const group = await identityGroup(ctx.tx, personId)
  const locked = await ctx.tx.rows(
    'SELECT 1 FROM assessment.assessment WHERE person_id = ANY ($1) AND id::text = $2 FOR UPDATE',
    [group, assessmentId],
  )
  const assessment = await assessmentOf(ctx.tx, group, assessmentId)
  if (locked.length === 0 || !assessment) throw new NotFound('There is no such assessment on this record.')
  if (assessment.version !== version) {
    throw new Conflict('Something was done to this assessment since you opened it. Look at it again.')
  }
  return { assessment, state: assessmentState(assessment.acts), group, flags }
}

export type Act = {
  readonly kind: ActKind
  readonly comment?: string
  readonly detail?: object
  /** What the signer is approved for, or in which role they countersign. */
  readonly role?: string | null
}

/** Writes the act, the audit entry and the event `assessment-<kind>`. */
export async function recordAct(ctx: Context, { assessment, flags }: InHand, act: Act): Promise<void> {
  const { personId, id: assessmentId } = assessment
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO assessment.act (person_id, id, assessment_id, kind, at, by, by_name, role, comment, detail, excluded,
       restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      personId,
      id,
      assessmentId,
      act.kind,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      act.role ?? null,
      act.comment?.trim() || null,
      JSON.stringify(act.detail ?? {}),
      flags.excluded,
      flags.restricted,
    ],
  )
  await ctx.tx.run('UPDATE assessment.assessment SET version = version + 1 WHERE person_id = $1 AND id = $2', [
    personId,
    assessmentId,
  ])
  ctx.record('alter', `assessment.${act.kind}`, [personId], { detail: { assessmentId, act: id } })
  const body = { personId, assessmentId, layer: assessment.layer, purpose: assessment.purpose }
  await ctx.announce({ type: `assessment-${act.kind}`, personId, body }, flags)
}

/** Another assessment of the same person that is open or waits, or undefined. A merge can leave two. */
export async function anotherOpen(ctx: Context, { group, assessment }: InHand): Promise<string | undefined> {
  const claims = await ctx.tx.rows<{ assessmentId: string }>(
    `SELECT assessment_id AS "assessmentId" FROM assessment.open_assessment
      WHERE person_id = ANY ($1) AND assessment_id <> $2`,
    [group, assessment.id],
  )
  return claims[0]?.assessmentId
}

export const anotherOpenProblem: Problem = {
  field: 'sign',
  code: 'another-open',
  text: 'Another assessment of this person is open. Finish it or lock it incomplete first',
}

/** Takes the person's one place for work in progress. Answers false when another assessment holds it. */
export async function claimOpen(ctx: Context, inHand: InHand): Promise<boolean> {
  if (await anotherOpen(ctx, inHand)) return false
  const { assessment, flags } = inHand
  await ctx.tx.run(
    `INSERT INTO assessment.open_assessment (person_id, assessment_id, excluded, restricted) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id) DO NOTHING`,
    [assessment.personId, assessment.id, flags.excluded, flags.restricted],
  )
  const held = await ctx.tx.one<{ assessmentId: string }>(
    'SELECT assessment_id AS "assessmentId" FROM assessment.open_assessment WHERE person_id = $1',
    [assessment.personId],
  )
  return held.assessmentId === assessment.id
}

/** Gives the place up, and leaves the queue of countersigning. */
export async function release(ctx: Context, { assessment }: InHand): Promise<void> {
  await leaveQueue(ctx, assessment)
  await ctx.tx.run('DELETE FROM assessment.open_assessment WHERE person_id = $1 AND assessment_id = $2', [
    assessment.personId,
    assessment.id,
  ])
}

export async function leaveQueue(ctx: Context, assessment: AssessmentOnRecord): Promise<void> {
  await ctx.tx.run('DELETE FROM assessment.awaiting_countersign WHERE person_id = $1 AND assessment_id = $2', [
    assessment.personId,
    assessment.id,
  ])
}

/** Refuses what does not fit the state: something else was done meanwhile, or the page is an old one. */
export function mustBe(state: AssessmentState, allowed: readonly AssessmentState[], what: string): void {
  if (!allowed.includes(state)) throw new Conflict(`This assessment cannot be ${what} now. Look at it again.`)
}
