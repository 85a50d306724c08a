import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Reason, reason } from '../../../platform/rules/index.ts'
import type { DisposalFamily, Length, RequirementKind } from '../../sentence/index.ts'
import type { StoredChoice } from '../store/proposal-store.ts'
import { type ConcordanceOutcome, concordance } from './concordance.ts'

/** A choice that stands, of a report that reached the court or was signed for it. */
export type ComparableChoice = {
  readonly choice: StoredChoice
  readonly courtCode: string
  /** The first day on which it was asked. */
  readonly askedOn: LocalDate
}

export type SentenceMade = {
  readonly courtCode: string | null
  readonly sentencedOn: LocalDate
  readonly family: DisposalFamily
  readonly requirements: readonly { readonly kind: RequirementKind; readonly length: Length | null }[]
}

/** The newest choice of that person at that court that was asked for by the day of sentence; undefined when the court
 *  sentenced without one. A sentence that names no court is compared with the newest choice there is. */
export function comparedChoice(
  choices: readonly ComparableChoice[],
  { courtCode, sentencedOn }: Pick<SentenceMade, 'courtCode' | 'sentencedOn'>,
): ComparableChoice | undefined {
  const sameCourt = (code: string) => courtCode === null || code.slice(0, 5) === courtCode.slice(0, 5)
  return choices
    .filter(one => sameCourt(one.courtCode) && one.askedOn <= sentencedOn)
    .sort((one, other) => (one.choice.at < other.choice.at ? 1 : -1))[0]
}

/** How the sentence compares with what was chosen; a requirement of the proposal whose family differs is told as well. */
export function compareWithChoice(
  choice: StoredChoice,
  sentence: SentenceMade,
): { readonly outcome: ConcordanceOutcome; readonly reasons: readonly Reason[] } {
  const proposed = {
    family: choice.chosen.family,
    requirements: choice.chosen.requirements.map(({ kind, length }) => ({ kind, length })),
  }
  const { outcome, reasons } = concordance(proposed, sentence)
  const sameType = proposed.family === sentence.family
  return { outcome, reasons: sameType ? [reason('same-order', { family: sentence.family }), ...reasons] : reasons }
}
