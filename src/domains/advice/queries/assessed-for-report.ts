import { londonDay } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { latestAssessedFacts, latestScores } from '../../assessment/index.ts'
import { proposalOption } from '../parameters/proposal-options.ts'
import type { ReportRequest } from '../request-model.ts'
import { type AssessedForReport, assessedWords } from '../rules/assessed-words.ts'
import type { PrefillFacts } from '../rules/prefill.ts'
import { orderLines } from '../rules/proposed-in-words.ts'
import type { RequirementPurpose } from '../rules/report-self-check.ts'
import { proposalOf } from '../store/proposal-store.ts'

type Assessed = AssessedForReport &
  Pick<PrefillFacts, 'sexualOffence' | 'scores' | 'proposal'> & {
    /** A complete assessment of any layer stands. */
    readonly assessed: boolean
    readonly requirements: readonly RequirementPurpose[]
  }

/** What the assessment, the scores and the proposal give the report. */
export async function assessedForReport(
  ctx: Context,
  group: readonly string[],
  request: ReportRequest,
): Promise<Assessed> {
  const facts = await latestAssessedFacts(ctx.tx, group, ctx.today)
  const scores = await latestScores(ctx.tx, group)
  return {
    ...assessedWords(facts),
    ...(await proposedForReport(ctx, group, request)),
    assessed: facts !== null && facts.signedOn !== null,
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

/** The order chosen, in words, and what each requirement of it is for. A choice that waits for a manager is none yet. */
async function proposedForReport(
  ctx: Context,
  group: readonly string[],
  request: ReportRequest,
): Promise<Pick<Assessed, 'proposal' | 'requirements'>> {
  const held = await proposalOf(ctx.tx, group, request.id)
  if (!held?.inForce) return { proposal: null, requirements: [] }
  const { chosen, at } = held.choice
  const { needs = [], risk } = held.facts
  const requirements = chosen.requirements.map(({ option: id }) => {
    const option = proposalOption(id)
    const met = needs.filter(
      need => option?.meets.includes(need.area) && need.severity !== null && need.severity !== 'none',
    )
    const managed = (risk?.harmFactors ?? []).filter(factor => factor.managedBy.includes(id))
    const punishes = option?.role === 'punishes' ? ['punishment'] : []
    return {
      name: option?.name ?? id,
      answers: [...punishes, ...met.map(need => need.area), ...managed.map(one => one.name ?? one.id)],
    }
  })
  return { proposal: { lines: orderLines(chosen), asAt: londonDay(at) }, requirements }
}
