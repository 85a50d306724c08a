import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { ChargedOffence } from '../queries/defendant-at-court.ts'
import { hearingResults } from '../rules/hearing-results.ts'
import { suggestedOutcomes } from '../rules/suggested-outcome.ts'

/** Outcome types the stored results point to, the main one first; none before there are results. */
export function suggestedFrom(
  offences: readonly ChargedOffence[],
  day: LocalDate,
  hearingType: string | null,
): readonly string[] {
  const heard = offences.map(offence => ({
    sequence: offence.sequence,
    code: offence.code ?? undefined,
    title: offence.title ?? undefined,
    plea: offence.plea ?? undefined,
    verdict: offence.verdict ?? undefined,
    convictionDate: offence.convictionDate ?? undefined,
    results: offence.results,
  }))
  return suggestedOutcomes(hearingResults(heard, day, hearingType ?? undefined))
}
