import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound } from '../../../platform/errors/index.ts'
import { type AccessFlags, identityGroup, lockFlags } from '../../person/index.ts'
import { answersOf, type StoredAnswers } from '../queries/answers-of.ts'
import { type AssessmentOnRecord, assessmentOf } from '../queries/assessments-of.ts'
import { assessmentState, isEditable } from '../rules/assessment-state.ts'

export type OpenForWriting = {
  readonly assessment: AssessmentOnRecord
  readonly group: readonly string[]
  readonly flags: AccessFlags
  /** As they stand under the lock. */
  readonly stored: StoredAnswers
}

/** The assessment, locked for a change of its answers until the commit, with the flags to copy. Throws NotFound for one
 *  that is not this person's, and Conflict, showing what was typed, when it was signed or locked meanwhile. */
export async function openForWriting(
  ctx: Context,
  personId: string,
  assessmentId: string,
  typed = '',
): Promise<OpenForWriting> {
  const group = await identityGroup(ctx.tx, personId)
  const [flags, , assessment, stored] = await Promise.all([
    lockFlags(ctx.tx, personId),
    ctx.tx.rows('SELECT 1 FROM assessment.assessment WHERE person_id = ANY ($1) AND id::text = $2 FOR UPDATE', [
      group,
      assessmentId,
    ]),
    assessmentOf(ctx.tx, group, assessmentId),
    answersOf(ctx.tx, group, assessmentId),
  ])
  if (!assessment) throw new NotFound('There is no such assessment on this record.')
  if (!isEditable(assessmentState(assessment.acts))) {
    const message = 'This assessment is closed: it was signed, locked or deleted. What you wrote is not saved in it.'
    throw new Conflict(message, typed === '' ? {} : { mine: typed })
  }
  return { assessment, group, flags, stored }
}
