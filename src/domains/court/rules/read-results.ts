import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { CourtOffence, CourtResult } from '../model.ts'
import { codedResult } from './judicial-result.ts'
import { type FoundNextHearing, nextHearing } from './next-hearing.ts'
import { type ResultClass, resultClass } from './result-class.ts'
import { resultCode } from './result-codes.ts'
import type { ResultReview } from './result-review.ts'

/** A result with what it means. `code` 0 stands for a label whose code is not known. */
export type MeantResult = {
  readonly offence: CourtOffence
  readonly result: CourtResult
  readonly code: number
  readonly class: ResultClass
  readonly effect: string
  readonly next?: FoundNextHearing | undefined
  readonly offencesTakenIntoConsideration?: number | undefined
}

export type MeantResults = {
  readonly results: readonly MeantResult[]
  readonly reviews: readonly ResultReview[]
}

/** Every result of a defendant's offences with class, effect and next hearing; labels that have no code are reviewed. */
export function readResults(offences: readonly CourtOffence[], hearingDate: LocalDate): MeantResults {
  const reviews: ResultReview[] = []
  const results = offences.flatMap(offence =>
    offence.results.map(given => {
      const coded = codedResult(given)
      if (coded.kind !== 'coded') {
        reviews.push({
          code: coded.kind,
          offenceSequence: offence.sequence,
          data: { label: given.label ?? null, codes: coded.codes },
        })
      }
      return meaning(offence, coded.result, hearingDate)
    }),
  )
  return { results, reviews }
}

function meaning(offence: CourtOffence, result: CourtResult, hearingDate: LocalDate): MeantResult {
  const known = result.code === undefined ? undefined : resultCode(result.code)
  const effect = known?.effect ?? ''
  return {
    offence,
    result,
    code: result.code ?? 0,
    class: resultClass(result, offence, hearingDate).outcome,
    effect,
    next: nextHearing(result),
    offencesTakenIntoConsideration: takenIntoConsideration(result, effect),
  }
}

/** The number in "3 other offences admitted and taken into consideration"; for the code that counts them, any number. */
function takenIntoConsideration(result: CourtResult, effect: string): number | undefined {
  const text = result.text ?? ''
  const counted =
    /(\d{1,4})\s+(?:other\s+)?offences?\b[^.]{0,60}?taken into consideration/i.exec(text) ??
    (effect === 'OFFENCES_TAKEN_INTO_CONSIDERATION' ? /\b(\d{1,4})\b/.exec(text) : null)
  return counted ? Number(counted[1]) : undefined
}
