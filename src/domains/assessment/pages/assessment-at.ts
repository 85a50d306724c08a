import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import type { At } from '../../../platform/web/index.ts'
import type { OpenCase } from '../../person/index.ts'
import { type AssessmentOnRecord, assessmentOf } from '../queries/assessments-of.ts'

/** The assessment an address names. Throws NotFound for one that is not this person's. */
export async function assessmentAt(ctx: Context, opened: OpenCase, at: At): Promise<AssessmentOnRecord> {
  const found = await assessmentOf(ctx.tx, opened.group, at.params.assessment ?? '')
  if (!found) throw new NotFound('There is no such assessment on this record.')
  return found
}
