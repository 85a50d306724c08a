import type { InForce } from '../../../platform/rules/index.ts'
import { bandOf, type MatchBand } from './match-band.ts'
import type { Frequencies, MatchModel } from './match-model.ts'
import { type PairScore, scorerOf } from './score-pair.ts'
import type { StandardRecord } from './standardise-record.ts'

/** A candidate with what is to be done about it. `key` is the caller's own reference to it. */
export type RankedCandidate<Key> = { readonly key: Key; readonly score: PairScore; readonly band: MatchBand }

const order: Readonly<Record<MatchBand, number>> = { link: 0, likely: 1, possible: 2, weak: 3, hidden: 4 }

/** Scores every candidate found for a record and puts the best first: by band, then by weight. */
export function rankCandidates<Key>(
  record: StandardRecord,
  candidates: readonly { readonly key: Key; readonly record: StandardRecord }[],
  frequencies: Frequencies,
  model: InForce<MatchModel>,
): readonly RankedCandidate<Key>[] {
  const scorer = scorerOf(model.value)
  return candidates
    .map(candidate => {
      const score = scorer(record, candidate.record, frequencies)
      return { key: candidate.key, score, band: bandOf(score, model.value.thresholds) }
    })
    .sort((a, b) => order[a.band] - order[b.band] || b.score.weight - a.score.weight)
}
