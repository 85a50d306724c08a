import type { LocalDate } from '../../platform/calendar/index.ts'
import { longDate } from '../../platform/words/index.ts'
import type { CaseBadge } from './rules/case-badges.ts'

/** Staff English for the codes of this domain. A code nobody gave words to is shown as it stands. */

export const sourceWords: Readonly<Record<string, string>> = {
  LIBRA: 'Libra list',
  COMMON_PLATFORM: 'Common Platform',
  SPI: 'Results message',
}

export const sessionWords: Readonly<Record<string, string>> = { MORNING: 'Morning', AFTERNOON: 'Afternoon' }

/** The short words of the list's filter; the two kinds of "no record" are one choice there. */
export const statusChoices: Readonly<Record<string, string>> = {
  CURRENT: 'Current',
  PREVIOUSLY_KNOWN: 'Previously known',
  NOT_SENTENCED: 'Pre-sentence record',
  NO_RECORD: 'No record',
  POSSIBLE: 'Possible record',
}

export const preparationWords: Readonly<Record<string, string>> = {
  NOT_STARTED: 'Not started',
  IN_PROGRESS: 'Ongoing',
  COMPLETE: 'Complete',
  NOT_REQUIRED: 'Not required',
}

export const outcomeStateWords: Readonly<Record<string, string>> = {
  NEW: 'To result',
  IN_PROGRESS: 'In progress',
  ON_HOLD: 'On hold',
  RESULTED: 'Resulted',
}

export const badgeWords: Readonly<Record<CaseBadge, { readonly short: string; readonly long: string }>> = {
  possible: { short: 'Possible', long: 'Possible record' },
  'awaiting-report': { short: 'PSR', long: 'Awaiting pre-sentence report' },
  breach: { short: 'Breach', long: 'Breach on record' },
  'suspended-sentence': { short: 'SSO', long: 'Suspended sentence order' },
  'serious-further-offence': { short: 'SFO', long: 'Serious further offence' },
}

export const removedWords: Readonly<Record<string, string>> = {
  'hearing-deleted': 'The court deleted the hearing',
  'not-in-message': 'No longer in the court’s latest list',
  'listed-twice': 'Listed twice: the newer listing is kept',
}

const statusWords: Readonly<Record<string, string>> = {
  CURRENT: 'Current',
  PREVIOUSLY_KNOWN: 'Previously known',
  NOT_SENTENCED: 'Pre-sentence record',
  UNCONFIRMED_NO_RECORD: 'No record',
  CONFIRMED_NO_RECORD: 'No record',
}

/** 'Previously known', and where it is known 'Order ended 3 May 2025'. */
export function probationStatusText(
  status: string,
  endedOn: LocalDate | null,
): { readonly text: string; readonly more: string | null } {
  const more = status === 'PREVIOUSLY_KNOWN' && endedOn ? `Order ended ${longDate(endedOn)}` : null
  return {
    text: wordsFor(statusWords, status),
    more: status === 'CONFIRMED_NO_RECORD' ? 'Checked by staff' : more,
  }
}

/** The words of a code, else the code written as words. */
export function wordsFor(words: Readonly<Record<string, string>>, code: string): string {
  if (Object.hasOwn(words, code)) return words[code]!
  const plain = code.toLowerCase().replace(/[_-]+/g, ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
