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

/** Fields compared by the matching model. */
export const comparisonWords: Readonly<Record<string, string>> = {
  name: 'Name',
  dob: 'Date of birth',
  postcode: 'Postcode',
  name2: 'Middle name',
  id: 'PNC or CRO',
  sentenceDate: 'Sentence date',
  override: 'Decision by staff',
  masterDefendant: 'Court’s person id',
}

export const bandWords: Readonly<Record<string, string>> = {
  link: 'Strong match',
  likely: 'Likely match',
  possible: 'Possible match',
  weak: 'Weak match',
}

export const besideWords: Readonly<Record<string, string>> = {
  name: 'Name',
  dateOfBirth: 'Date of birth',
  sex: 'Sex',
  address: 'Address',
  pnc: 'PNC',
  cro: 'CRO',
}

export const standingWords: Readonly<Record<string, string>> = {
  equal: 'Equal',
  different: 'Different',
  'only-court': 'Court only',
  'only-record': 'Record only',
  neither: 'Not known',
}

export const sexWords: Readonly<Record<string, string>> = {
  M: 'Male',
  F: 'Female',
  male: 'Male',
  female: 'Female',
  NOT_KNOWN: 'Not known',
  NOT_SPECIFIED: 'Not specified',
  'not-known': 'Not known',
  'not-specified': 'Not specified',
}

export const linkDecisionWords: Readonly<Record<string, string>> = {
  linked: 'Linked',
  unlinked: 'Link undone',
  rejected: 'Not this person',
  'no-record-confirmed': 'Confirmed that there is no record',
  'record-created': 'Record opened',
}

/** Why a police number is not one. */
export const numberFaultWords: Readonly<Record<string, string>> = {
  format: 'not written like one',
  length: 'too short or too long',
  year: 'its year is in the future',
  check: 'its check letter does not fit the digits',
}

/** Data-quality alerts: what to look at. */
export const alertWords: Readonly<Record<string, string>> = {
  'number-rejected': 'A number is not valid and is not used to link',
  'number-is-placeholder': 'A number is a placeholder and is not used to link',
  'birth-date-missing': 'The court gave no date of birth',
  'birth-date-not-possible': 'The date of birth is not possible',
  'urn-missing': 'The case has no URN',
  'court-not-known': 'The court is not in the list of courts',
  'court-found-by-name': 'The court was found by its name',
  'defendant-listed-twice': 'The court listed the defendant twice',
  'name-not-split': 'The name could not be split into surname and forenames',
  'date-not-real': 'A date does not exist',
  'code-not-known': 'A code is not in the tables',
  'characters-removed': 'Characters that cannot be stored were left out',
  'id-differs-from-address': 'The id in the message differs from its address',
  'serious-further-offence': 'Serious further offence: a grave charge against a person under supervision, or lately so',
  'serious-further-offence-variant': 'A charge is a variant of a serious further offence: look at it',
  'same-number-different-person': 'The same police number stands on the record of somebody else',
  HO100239: 'An offence has no sequence number',
  HO100322: 'The adjournment names no next court',
  HO100323: 'The adjournment names no next date',
}

export const applicationWords: Readonly<Record<string, string>> = {
  breach: 'Breach of order',
  review: 'Review of order',
  other: 'Application',
}

export const breachSignalWords: Readonly<Record<string, string>> = {
  'breach-application': 'the court lists an application for breach',
  'review-application': 'the court lists a review',
  'breach-offence': 'an offence charged is a breach of an order',
  'breach-hearing': 'the hearing is a breach hearing',
  'review-hearing': 'the hearing is a review',
  admitted: 'the breach is admitted',
  denied: 'the breach is denied',
}

export const agreementWords: Readonly<Record<string, string>> = {
  'order-date': 'date of the order',
  court: 'court',
  offence: 'offence',
}

export const attendanceWords: Readonly<Record<string, string>> = {
  IN_PERSON: 'In court',
  BY_VIDEO: 'By video',
  NOT_PRESENT: 'Not present',
}

export const outcomeChangeWords: Readonly<Record<string, string>> = {
  created: 'Outcome added',
  'type-changed': 'Outcome changed',
  assigned: 'Taken on',
  'taken-over': 'Taken over',
  held: 'Put on hold',
  released: 'Taken off hold',
  resulted: 'Resulted',
}

/** Pleas of court-codes.csv. */
export const pleaWords: Readonly<Record<string, string>> = {
  G: 'Guilty',
  NG: 'Not guilty',
  NONE: 'No plea',
  CON: 'Consents',
  ADM: 'Admits',
  DEN: 'Denies',
  OPP: 'Opposed',
}

/** A weight in bits, such as '+7.3'. */
export function bits(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`
}

export const channelWords: Readonly<Record<string, string>> = {
  hearing: 'Hearing',
  'hearing-result': 'Hearing result',
  'hearing-delete': 'Hearing deleted',
  'libra-list': 'Libra list',
  'libra-case': 'Libra case',
  'spi-result': 'Results message',
  file: 'File',
}

export const fateWords: Readonly<Record<string, string>> = {
  stored: 'Stored',
  updated: 'Updated',
  unchanged: 'Unchanged',
  ignored: 'Ignored',
  refused: 'Refused',
  failed: 'Failed',
}

/** Why a message, or a case of it, had the fate it had. */
export const fateReasonWords: Readonly<Record<string, string>> = {
  unreadable: 'It could not be read',
  'only-youth-defendants': 'All defendants are youths: this is an adult service',
  'dummy-room': 'The room is not a real one',
  'court-not-active': 'The court is not one whose lists are taken in',
  'older-than-stored': 'A newer message was taken in before it',
  'moved-to-common-platform': 'The case moved to Common Platform',
  'identity-changed': 'Who the defendant is changed, so they were matched again',
}
