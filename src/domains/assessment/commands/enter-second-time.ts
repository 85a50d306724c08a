import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { lockFlags } from '../../person/index.ts'
import type { StoredScores } from '../queries/scores-of.ts'
import type { AnswerValue } from '../questions/question.ts'
import { predictorFacts } from '../rules/predictor-facts.ts'
import { isDrawnForRescoring, rescoreAgreement } from '../rules/rescore-agreement.ts'

/** Keeps a second entry of the answers a score rests on, made without sight of the first, with whether the bands agree
 *  and which inputs differ. Refused to whoever made the first, for a score that was not drawn this month, and a second
 *  time. The scores in force stay as they are. Throws NotAllowed. */
export async function enterSecondTime(
  ctx: Context,
  given: { readonly first: StoredScores; readonly answers: ReadonlyMap<string, AnswerValue> },
): Promise<Result<{ readonly sameBands: boolean }>> {
  const { first, answers } = given
  ctx.may('assessment.check-quality', { people: [first.personId] })
  const refused = whyNotSecond(first, ctx)
  if (refused) return problems({ field: 'answers', ...refused })
  if (answers.size === 0) {
    return problems({ field: 'answers', code: 'nothing-entered', text: 'Enter the answers as you find them' })
  }
  const flags = await lockFlags(ctx.tx, first.personId)
  const at = { assessedOn: first.assessedOn, layer: first.layer }
  const before = predictorFacts(first.record, new Map(Object.entries(first.answers)), at).two
  const second = predictorFacts(first.record, answers, at).two
  const { agreement } = rescoreAgreement([{ first: before, second }], ctx.today).outcome
  const sameBands = agreement.sameBands === 1
  const written = await ctx.tx.run(
    `INSERT INTO assessment.second_entry (person_id, id, set_id, round, team_code, answers, same_bands, differing,
       entered_at, entered_by, excluded, restricted)
     SELECT $1, $2, $3, $4, held.team_code, $5, $6, $7, $8, $9, $10, $11
       FROM assessment.score_set held WHERE held.person_id = $1 AND held.id = $3
     ON CONFLICT (person_id, set_id) DO NOTHING`,
    [
      first.personId,
      newId(),
      first.id,
      roundOf(ctx.today),
      JSON.stringify(Object.fromEntries(answers)),
      sameBands,
      JSON.stringify(agreement.differing.map(one => one.input)),
      ctx.now,
      ctx.viewer.username,
      flags.excluded,
      flags.restricted,
    ],
  )
  if (written === 0) {
    const text = 'Somebody has entered this score a second time already'
    return problems({ field: 'answers', code: 'entered-twice', text })
  }
  ctx.record('alter', 'assessment.enter-second-time', [first.personId], { detail: { set: first.id, sameBands } })
  return ok({ sameBands })
}

/** Rounds are months: 2026-11. */
export function roundOf(day: Context['today']): string {
  return day.slice(0, 7)
}

/** Why this viewer may not enter this score a second time; undefined when they may. */
export function whyNotSecond(
  first: Pick<StoredScores, 'id' | 'scoredBy'>,
  ctx: Pick<Context, 'today' | 'viewer'>,
): { readonly code: string; readonly text: string } | undefined {
  if (first.scoredBy === ctx.viewer.username) {
    return { code: 'own-score', text: 'You made these scores: somebody else must enter them a second time' }
  }
  if (!isDrawnForRescoring(first.id, roundOf(ctx.today), ctx.today)) {
    return { code: 'not-drawn', text: 'These scores are not drawn this month' }
  }
  return undefined
}
