import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { CourtOffence } from '../model.ts'
import {
  committedToCrownCodes,
  inRanges,
  nonProbationCodes,
  resultQualifiers,
  warrantCodes,
} from '../parameters/result-codes.ts'
import { type BreachOutcome, breachOutcomes } from './breach-outcome.ts'
import { reportAtHearing } from './court-codes.ts'
import type { FoundNextHearing } from './next-hearing.ts'
import { type Proposal, proposedOrders } from './proposed-orders.ts'
import { type MeantResult, readResults } from './read-results.ts'
import { isAdjournment } from './result-class.ts'
import { proposalReviews, type ResultReview, resultReviews } from './result-review.ts'

/** A pre-sentence report the court asked for when it adjourned; due before `before`, when that is known. */
export type ReportRequest = { readonly offenceSequences: readonly number[]; readonly before?: LocalDate | undefined }

/** What the results of one defendant at one hearing come to. All of it is proposed: a person accepts it, or the
 *  machine where `clean` is true (no review at all) and the person is matched exactly. */
export type HearingResults = {
  readonly results: readonly MeantResult[]
  readonly proposal: Proposal
  readonly breachOutcomes: readonly BreachOutcome[]
  readonly reportRequest?: ReportRequest | undefined
  readonly committedToCrown: boolean
  readonly warrant: boolean
  readonly adjourned: boolean
  readonly nextHearings: readonly FoundNextHearing[]
  readonly nonProbation: readonly { readonly offenceSequence: number; readonly code: number; readonly effect: string }[]
  readonly sentencedWith: 'with-report' | 'without-report' | 'unknown'
  readonly reviews: readonly ResultReview[]
  readonly clean: boolean
}

/** Reads all results of one defendant at one hearing (court specification, sections 9 and 10). `hearingType` is its
 *  code or description, which tells whether a report was before the court. */
export function hearingResults(
  offences: readonly CourtOffence[],
  hearingDate: LocalDate,
  hearingType?: string,
): HearingResults {
  const qualifiers = resultQualifiers.on(hearingDate).value
  const { results, reviews: labelReviews } = readResults(offences, hearingDate)
  const proposal = proposedOrders(results, qualifiers)
  const reviews = [...labelReviews, ...resultReviews(results, hearingDate), ...proposalReviews(results, proposal)]
  const within = (ranges: typeof warrantCodes) => {
    const { value } = ranges.on(hearingDate)
    return results.filter(({ code }) => inRanges(code, value))
  }
  const adjourned = results.filter(({ result }) => isAdjournment(result, hearingDate))
  return {
    results,
    proposal,
    breachOutcomes: breachOutcomes(results, hearingDate, qualifiers),
    reportRequest: reportRequest(adjourned, qualifiers.preSentenceReport),
    committedToCrown: within(committedToCrownCodes).length > 0,
    warrant: within(warrantCodes).length > 0,
    adjourned: adjourned.length > 0,
    nextHearings: distinct(results.flatMap(({ next }) => next ?? [])),
    nonProbation: within(nonProbationCodes).map(({ offence, code, effect }) => ({
      offenceSequence: offence.sequence,
      code,
      effect,
    })),
    sentencedWith: reportAtHearing(hearingType),
    reviews,
    clean: reviews.length === 0,
  }
}

function reportRequest(adjourned: readonly MeantResult[], qualifier: string): ReportRequest | undefined {
  const asked = adjourned.filter(({ result }) => result.qualifiers.includes(qualifier))
  if (asked.length === 0) return undefined
  const days = asked.flatMap(({ next }) => next?.date ?? []).sort()
  return { offenceSequences: [...new Set(asked.map(({ offence }) => offence.sequence))], before: days[0] }
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()]
}
