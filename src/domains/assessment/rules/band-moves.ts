import type { Band, GenerationTwoFacts, PredictorName, Scored } from '../model.ts'
import type { ActuarialData } from '../parameters/actuarial-data.ts'
import { type GenerationTwoScores, generationTwoScores } from './generation-two.ts'

/** A band that is not the same any more; null is no score. */
export type BandMove = {
  readonly predictor: PredictorName
  readonly from: Band | null
  readonly to: Band | null
  readonly percentFrom: number | null
  readonly percentTo: number | null
}

/** Which bands differ between two sets of scores, by predictor; a dynamic score stands before a static one. */
export function bandMoves(before: GenerationTwoScores, after: GenerationTwoScores): readonly BandMove[] {
  const [old, current] = [standing(before), standing(after)]
  return old.flatMap((was, index) => {
    const is = current[index]!
    if (bandIn(was) === bandIn(is)) return []
    const { predictor } = is
    return [{ predictor, from: bandIn(was), to: bandIn(is), percentFrom: percentIn(was), percentTo: percentIn(is) }]
  })
}

export type DryRun = {
  readonly from: string
  readonly to: string
  readonly people: number
  readonly moved: readonly { readonly crn: string; readonly moves: readonly BandMove[] }[]
}

/** Who would change band if `candidate` took the place of `current`. Nothing is stored. */
export function dryRun(
  caseload: Iterable<{ readonly crn: string; readonly facts: GenerationTwoFacts }>,
  current: ActuarialData,
  candidate: ActuarialData,
): DryRun {
  const moved: DryRun['moved'][number][] = []
  let people = 0
  for (const { crn, facts } of caseload) {
    people++
    const moves = bandMoves(generationTwoScores(facts, current), generationTwoScores(facts, candidate))
    if (moves.length > 0) moved.push({ crn, moves })
  }
  return { from: current.version, to: candidate.version, people, moved }
}

function standing(scores: GenerationTwoScores): readonly Scored[] {
  const either = (dynamic: Scored, fallback: Scored) => (dynamic.outcome === 'scored' ? dynamic : fallback)
  return [
    either(scores.arpDynamic, scores.arpStatic),
    either(scores.vrpDynamic, scores.vrpStatic),
    either(scores.svrpDynamic, scores.svrpStatic),
    scores.dcSrp,
    scores.iicSrp,
    scores.csrp,
  ]
}

function bandIn(score: Scored): Band | null {
  return score.outcome === 'scored' ? score.band : null
}

function percentIn(score: Scored): number | null {
  return score.outcome === 'scored' ? score.percent : null
}
