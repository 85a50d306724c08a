import type { MatchThresholds } from './match-model.ts'
import type { PairScore } from './score-pair.ts'

/** What is done with a scored pair. link: joined by the machine. likely: shown first, confirmed with one click.
 *  possible: in the review queue. weak: seen only when all candidates are asked for. hidden: not shown. */
export type MatchBand = 'link' | 'likely' | 'possible' | 'weak' | 'hidden'

/** Levels of the name comparison that speak for one person: without one of them a shared address and birth date
 *  (a spouse, a brother) is not worth a practitioner's time. */
const speaksAgainst = new Set(['ELSE', 'NULL', 'LAST_ONLY', 'FIRST_ONLY'])

/** The band of a scored pair. A person's decision that two records differ hides the pair; a pair flagged as possible
 *  twins is never linked and is always shown to staff. */
export function bandOf(score: PairScore, thresholds: MatchThresholds): MatchBand {
  if (score.excluded) return 'hidden'
  if (score.possibleTwins) return 'possible'
  if (score.weight >= thresholds.link) return 'link'
  if (score.weight >= thresholds.likely) return 'likely'
  if (score.weight <= thresholds.hidden) return 'hidden'
  return score.weight >= thresholds.review || hasNameEvidence(score) ? 'possible' : 'weak'
}

/** The published three-way answer for the best candidate of one source. */
export function publishedStatus(
  score: PairScore,
  thresholds: MatchThresholds,
): 'MATCH' | 'POSSIBLE_MATCH' | 'NO_MATCH' {
  if (shouldJoin(score, thresholds)) return 'MATCH'
  return score.weight > thresholds.hidden ? 'POSSIBLE_MATCH' : 'NO_MATCH'
}

/** The pair is strong enough to put two records in one cluster. */
export function shouldJoin(score: PairScore, thresholds: MatchThresholds): boolean {
  return score.weight >= thresholds.link
}

/** An existing link of this weight is no longer counted. */
export function shouldFracture(score: PairScore, thresholds: MatchThresholds): boolean {
  return score.weight < thresholds.fracture
}

function hasNameEvidence(score: PairScore): boolean {
  const name = score.components.find(part => part.comparison === 'name')
  return name !== undefined && !speaksAgainst.has(name.level)
}
