import { londonDay } from '../../../platform/calendar/index.ts'
import type { Context, Reaction } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { identityGroup, lockFlags } from '../../person/index.ts'
import { planTexts } from '../parameters/plan-rules.ts'
import { assessmentOf } from '../queries/assessments-of.ts'
import { type QualitySample, qualityAnswersOf, qualitySampleById } from '../queries/quality-samples.ts'
import { questionSet } from '../questions/question-set.ts'
import { assessmentState, isComplete } from '../rules/assessment-state.ts'
import { drawnForQuality } from '../rules/quality-sample.ts'
import { qualityScore } from '../rules/quality-score.ts'
import { textProblem } from './change-plan.ts'

/** Draws a completed assessment for a check of its quality when chance or a flag of its scores says so. Drawn once. */
export async function drawForQuality(
  ctx: Context,
  input: { readonly personId: string; readonly assessmentId: string; readonly flags: readonly string[] },
): Promise<'flagged' | 'sample' | 'not-drawn'> {
  const flags = await lockFlags(ctx.tx, input.personId)
  const group = await identityGroup(ctx.tx, input.personId)
  const assessment = await assessmentOf(ctx.tx, group, input.assessmentId)
  if (!assessment) throw new NotFound('There is no such assessment on this record.')
  const signed = assessment.acts.findLast(act => act.kind === 'signed')
  const grade = signed?.role ?? 'not-known'
  const facts = { assessmentId: assessment.id, teamCode: assessment.teamCode, grade, flags: input.flags }
  const { outcome, reasons } = drawnForQuality(facts, ctx.today)
  const before = await ctx.tx.rows(
    'SELECT 1 FROM assessment.quality_sample WHERE person_id = $1 AND assessment_id = $2 AND withdrawn_at IS NULL',
    [assessment.personId, assessment.id],
  )
  if (outcome === 'not-drawn' || before.length > 0) return outcome
  await ctx.tx.run(
    `INSERT INTO assessment.quality_sample (person_id, id, assessment_id, because, reasons, assessor, assessor_name, grade,
       region_code, team_code, signed_on, drawn_at, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[assessment.personId, newId(), assessment.id, outcome, JSON.stringify(reasons.map(({ code }) => code))],
      ...[signed?.by ?? assessment.openedBy, signed?.byName ?? assessment.openedByName, grade],
      ...[assessment.regionCode, assessment.teamCode, signed ? londonDay(signed.at) : ctx.today, ctx.now],
      ...[flags.excluded, flags.restricted],
    ],
  )
  return outcome
}

/** A signing was taken back: what was drawn and is not checked yet leaves the sample. A finished check stays. */
export const withdrawFromQuality: Reaction = async (ctx, event) => {
  const { assessmentId } = event.body as { readonly assessmentId?: string }
  if (event.personId === null || assessmentId === undefined) return
  const group = await identityGroup(ctx.tx, event.personId)
  await ctx.tx.run(
    `UPDATE assessment.quality_sample s SET withdrawn_at = $3
      WHERE s.person_id = ANY ($1) AND s.assessment_id = $2 AND s.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT FROM assessment.quality_check c WHERE c.person_id = s.person_id AND c.sample_id = s.id)`,
    [group, assessmentId, ctx.now],
  )
}

/** A deleted assessment is back: so is what was drawn of it, when it is complete. */
export const returnToQuality: Reaction = async (ctx, event) => {
  const { assessmentId } = event.body as { readonly assessmentId?: string }
  if (event.personId === null || assessmentId === undefined) return
  const group = await identityGroup(ctx.tx, event.personId)
  const assessment = await assessmentOf(ctx.tx, group, assessmentId)
  if (!assessment || !isComplete(assessmentState(assessment.acts))) return
  await ctx.tx.run(
    `UPDATE assessment.quality_sample SET withdrawn_at = NULL
      WHERE person_id = $1 AND id = (SELECT id FROM assessment.quality_sample
                                      WHERE person_id = $1 AND assessment_id = $2 ORDER BY drawn_at DESC LIMIT 1)`,
    [assessment.personId, assessmentId],
  )
}

/** When an assessment is complete, chance decides whether its quality is checked. */
export const sampleForQuality: Reaction = async (ctx, event) => {
  const { assessmentId } = event.body as { readonly assessmentId?: string }
  if (event.personId === null || assessmentId === undefined) return
  await drawForQuality(ctx, { personId: event.personId, assessmentId, flags: [] })
}

/** Keeps the answers of a check so far; with `finish` it is scored and its feedback goes to the assessor. Nobody checks
 *  an assessment of their own. Throws NotFound, NotAllowed, Conflict when it was finished before. */
export async function saveQualityCheck(
  ctx: Context,
  input: {
    readonly sampleId: string
    readonly answers: Readonly<Record<string, string>>
    readonly feedback: string
    readonly finish: boolean
  },
): Promise<Result<undefined>> {
  const sample = await openSample(ctx, input.sampleId)
  const flags = await lockFlags(ctx.tx, sample.personId)
  const set = questionSet(ctx.today)
  const form = set.sections.filter(({ kind }) => kind === 'quality').flatMap(({ questions }) => questions)
  for (const question of form) {
    const value = input.answers[question.code] ?? ''
    if (value === '') continue
    const known = question.options.length === 0 || question.options.some(({ code }) => code === value)
    if (!known) return problems({ field: question.code, code: 'unknown', text: 'Choose one of the answers' })
    await ctx.tx.run(
      `INSERT INTO assessment.quality_answer (person_id, sample_id, question, value, at, by, excluded, restricted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (person_id, sample_id, question) DO UPDATE SET value = excluded.value, at = excluded.at, by = excluded.by`,
      [
        ...[sample.personId, sample.id, question.code, value, ctx.now, ctx.viewer.username],
        ...[flags.excluded, flags.restricted],
      ],
    )
  }
  const detail = { sample: sample.id, finished: input.finish }
  ctx.record('alter', 'assessment.check-quality', [sample.personId], { detail })
  if (!input.finish) return ok(undefined)
  const wrong = textProblem('feedback', input.feedback, planTexts.on(ctx.today).value.note, 'feedback for the assessor')
  const score = qualityScore(set, await qualityAnswersOf(ctx.tx, sample))
  if (score.share === null) wrong.push({ field: 'feedback', code: 'no-answer', text: 'Answer a question first' })
  if (wrong.length > 0) return problems(...wrong)
  await ctx.tx.run(
    `INSERT INTO assessment.quality_check (person_id, sample_id, percent, answered, question_set, feedback, at, by, by_name,
       excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[sample.personId, sample.id, Math.round((score.share ?? 0) * 1000) / 10, score.answered, set.version],
      ...[input.feedback.trim(), ctx.now, ctx.viewer.username, ctx.viewer.name, flags.excluded, flags.restricted],
    ],
  )
  const body = { personId: sample.personId, assessmentId: sample.assessmentId, assessor: sample.assessor }
  await ctx.announce({ type: 'quality-checked', personId: sample.personId, body }, flags)
  return ok(undefined)
}

/** The assessor says that the feedback was read. */
export async function readQualityFeedback(ctx: Context, sampleId: string): Promise<Result<undefined>> {
  const sample = await qualitySampleById(ctx.tx, sampleId)
  if (!sample || sample.assessor !== ctx.viewer.username) throw new NotFound('There is no such feedback for you.')
  await ctx.tx.run(
    `UPDATE assessment.quality_check SET read_at = $3, read_by = $4
      WHERE person_id = $1 AND sample_id = $2 AND read_at IS NULL`,
    [sample.personId, sample.id, ctx.now, ctx.viewer.username],
  )
  ctx.record('alter', 'assessment.read-quality-feedback', [sample.personId], { detail: { sample: sample.id } })
  return ok(undefined)
}

async function openSample(ctx: Context, sampleId: string): Promise<QualitySample> {
  const sample = await qualitySampleById(ctx.tx, sampleId)
  if (!sample) throw new NotFound('There is no such assessment in the sample.')
  ctx.may('assessment.check-quality', { people: [sample.personId], regionCode: sample.regionCode })
  if (sample.assessor === ctx.viewer.username) throw new Conflict('Somebody else checks an assessment of yours.')
  if (sample.percent !== null) throw new Conflict('This check is finished.')
  return sample
}
