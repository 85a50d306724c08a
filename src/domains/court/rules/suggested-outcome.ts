import type { HearingResults } from './hearing-results.ts'

export type SuggestedOutcome =
  | 'PROBATION_SENTENCE'
  | 'CROWN_PLUS_PSR'
  | 'COMMITTED_TO_CROWN'
  | 'REPORT_REQUESTED'
  | 'WARRANT'
  | 'ADJOURNED'
  | 'NON_PROBATION_SENTENCE'
  | 'FINE'
  | 'DISMISSED'
  | 'OTHER'

/** Outcome types the results point to, the main one first (court specification, section 8: a set with one main type).
 *  The order of the questions is the precedence and is ours. Empty when there is no result at all: the court was not
 *  heard to decide anything. */
export function suggestedOutcomes(meant: HearingResults): readonly SuggestedOutcome[] {
  if (meant.results.length === 0) return []
  const found: SuggestedOutcome[] = []
  const activated = meant.breachOutcomes.some(({ kind }) => kind === 'suspended-sentence-activated')
  if (meant.proposal.orders.length > 0 || activated) found.push('PROBATION_SENTENCE')
  if (meant.committedToCrown) found.push(meant.reportRequest ? 'CROWN_PLUS_PSR' : 'COMMITTED_TO_CROWN')
  else if (meant.reportRequest) found.push('REPORT_REQUESTED')
  if (meant.warrant) found.push('WARRANT')
  if (meant.adjourned && found.length === 0) found.push('ADJOURNED')

  const effects = new Set(meant.nonProbation.map(({ effect }) => effect))
  if (effects.has('FINE')) found.push('FINE')
  if (effects.has('ABSOLUTE_DISCHARGE') || effects.has('CONDITIONAL_DISCHARGE')) found.push('NON_PROBATION_SENTENCE')
  if (effects.has('DISMISSED') || effects.has('WITHDRAWN')) found.push('DISMISSED')
  return found.length > 0 ? found : ['OTHER']
}
