import type { Context } from '../../../platform/context/index.ts'
import type { ReportRequest } from '../request-model.ts'
import type { PrefillFacts } from '../rules/prefill.ts'

type Assessed = Pick<PrefillFacts, 'needs' | 'strengths' | 'harm' | 'layer' | 'sexualOffence' | 'scores' | 'proposal'>

/** What the assessment, the scores and the proposal give the report. */
export async function assessedForReport(
  _ctx: Context,
  _group: readonly string[],
  _request: ReportRequest,
): Promise<Assessed> {
  return { needs: [], strengths: [], harm: null, layer: null, sexualOffence: null, scores: [], proposal: null }
}
