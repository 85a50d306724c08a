import { type Decision, decided, type InForce, type Reason, reason } from '../../../platform/rules/index.ts'
import type { MatchModel, MatchThresholds } from './match-model.ts'
import type { PairScore } from './score-pair.ts'

/** What is done with a scored pair. link: joined by the machine. likely: shown first, confirmed with one click.
 *  possible: in the review queue. weak: seen only when all candidates are asked for. hidden: not shown. */
export type MatchBand = 'link' | 'likely' | 'possible' | 'weak' | 'hidden'

/** The band of a scored pair with its reason. A person's decision that two records differ hides the pair; a pair
 *  flagged as possible twins is never linked and always shown to staff; a shared address and birth date without a
 *  name or a number in common (a spouse, a brother) is not worth a practitioner's time.
 *  Source: matching specification sections 5 and 11. */
export function decideMatch(score: PairScore, model: InForce<MatchModel>): Decision<MatchBand> {
  const { band, because } = bandAndReason(score, model.value.thresholds)
  return decided(band, [model], because)
}

/** The band alone. */
export function bandOf(score: PairScore, thresholds: MatchThresholds): MatchBand {
  return bandAndReason(score, thresholds).band
}

function bandAndReason(score: PairScore, thresholds: MatchThresholds): { band: MatchBand; because: Reason } {
  const { weight } = score
  if (score.excluded) return { band: 'hidden', because: reason('kept-apart-by-a-person') }
  if (score.possibleTwins) return { band: 'possible', because: reason('possible-twins', { evidence: score.evidence }) }
  if (weight >= thresholds.link) return banded('link', weight, thresholds.link)
  if (weight >= thresholds.likely) return banded('likely', weight, thresholds.likely)
  if (weight <= thresholds.hidden) return banded('hidden', weight, thresholds.hidden)
  if (weight >= thresholds.review) return banded('possible', weight, thresholds.review)
  if (levelOf(score, 'id').weight > 0) return { band: 'possible', because: reason('number-shared', { weight }) }
  if (hasNameEvidence(score)) return { band: 'possible', because: reason('name-alike', { weight }) }
  return banded('weak', weight, thresholds.review)
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

/** What staff must be told of a pair whatever its band. `same-number-different-person`: one PNC or CRO stands on two
 *  records whose names and birth dates differ, so one of the sources is wrong. */
export type MatchAlert = 'same-number-different-person'

export function matchAlerts(score: PairScore): readonly MatchAlert[] {
  const sharesNumber = ['PNC_AND_CRO', 'PNC', 'CRO'].includes(levelOf(score, 'id').level)
  const otherName = levelOf(score, 'name').level === 'ELSE'
  const otherBirth = ['ELSE', 'WITHIN_5Y'].includes(levelOf(score, 'dob').level)
  return sharesNumber && otherName && otherBirth ? ['same-number-different-person'] : []
}

function banded(band: MatchBand, weight: number, bound: number) {
  return { band, because: reason(`weight-${band}`, { weight, bound }) }
}

/** One name in common, or none, speaks for no one. */
const noNameEvidence = new Set(['ELSE', 'NULL', 'LAST_ONLY', 'FIRST_ONLY'])

function hasNameEvidence(score: PairScore): boolean {
  return !noNameEvidence.has(levelOf(score, 'name').level)
}

function levelOf(
  score: PairScore,
  comparison: 'name' | 'dob' | 'id',
): { readonly level: string; readonly weight: number } {
  return score.components.find(part => part.comparison === comparison) ?? { level: 'NULL', weight: 0 }
}
