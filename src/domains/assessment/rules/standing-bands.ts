import type { Band, PredictorName } from '../model.ts'
import type { KeptScore, ScoredSet } from './scored-set.ts'

/** The score of a predictor that stands: the dynamic form before the static one. Undefined: not attempted at all. */
export function standingScore(scores: readonly KeptScore[], predictor: PredictorName): KeptScore | undefined {
  const forms = scores.filter(one => one.predictor === predictor)
  return forms.findLast(one => one.outcome === 'scored') ?? forms.find(one => one.why !== 'not-attempted') ?? forms[0]
}

/** Predictors whose bands are kept for lists and counts. */
export const listedPredictors = ['ARP', 'VRP', 'SVRP', 'DC-SRP', 'IIC-SRP', 'CSRP', 'OGRS3', 'RSR1'] as const

export type ListedPredictor = (typeof listedPredictors)[number]
export type StandingBands = { readonly [Name in ListedPredictor]: Band | null }

/** The band of each listed predictor; null is no score, never low. */
export function standingBands({ generationTwo, generationOne }: ScoredSet): StandingBands {
  const all = [...generationTwo, ...generationOne]
  return Object.fromEntries(
    listedPredictors.map(name => [name, standingScore(all, name)?.band ?? null]),
  ) as StandingBands
}
