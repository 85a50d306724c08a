import type { Context } from '../../../platform/context/index.ts'
import { assessmentState, assessmentsOf, latestScores } from '../../assessment/index.ts'
import type { ReportRequest } from '../request-model.ts'
import type { PrefillFacts } from '../rules/prefill.ts'
import type { RequirementPurpose } from '../rules/report-self-check.ts'

type Assessed = Pick<
  PrefillFacts,
  'needs' | 'strengths' | 'harm' | 'layer' | 'sexualOffence' | 'scores' | 'proposal'
> & {
  /** A complete assessment of any layer stands. */
  readonly assessed: boolean
  readonly requirements: readonly RequirementPurpose[]
}

const complete = ['SELF_SIGNED', 'COUNTERSIGNED', 'DOUBLE_COUNTERSIGNED']

/** What the assessment, the scores and the proposal give the report. */
export async function assessedForReport(
  ctx: Context,
  group: readonly string[],
  _request: ReportRequest,
): Promise<Assessed> {
  const done = (await assessmentsOf(ctx.tx, group)).find(one => complete.includes(assessmentState(one.acts)))
  const scores = await latestScores(ctx.tx, group)
  return {
    ...{ needs: [], strengths: [], harm: null, proposal: null, requirements: [] },
    assessed: done !== undefined,
    layer: done ? (done.layer === 'L3' || done.layer === 'L3.2' ? 'full' : 'basic') : null,
    sexualOffence: yesOrNo(scores?.answers['1.30']),
    // Of the two forms of a predictor at most one was scored: that one first.
    scores: [...(scores?.generationTwo ?? [])]
      .sort((one, two) => Number(two.outcome === 'scored') - Number(one.outcome === 'scored'))
      .map(({ predictor, generation, percent, band }) => ({
        ...{ predictor, generation, percent, band },
        asAt: scores?.assessedOn ?? null,
      })),
  }
}

/** Null is not answered. */
function yesOrNo(answer: unknown): boolean | null {
  return answer === 'YES' ? true : answer === 'NO' ? false : null
}
