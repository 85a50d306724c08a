import type { MatchState } from './match-outcome.ts'

export type ProbationStatus =
  | 'CURRENT'
  | 'PREVIOUSLY_KNOWN'
  | 'NOT_SENTENCED'
  | 'UNCONFIRMED_NO_RECORD'
  | 'CONFIRMED_NO_RECORD'

/** Words shown for a status (court specification, section 6). */
export const probationStatusWords: Readonly<Record<ProbationStatus, string>> = {
  CURRENT: 'Current',
  PREVIOUSLY_KNOWN: 'Previously known',
  NOT_SENTENCED: 'Pre-sentence record',
  UNCONFIRMED_NO_RECORD: 'No record',
  CONFIRMED_NO_RECORD: 'No record',
}

/** The status shown at court: from the record where there is one, else from whether staff confirmed there is none. */
export function probationStatus(
  record: 'CURRENT' | 'PREVIOUSLY_KNOWN' | 'NOT_SENTENCED' | 'NO_RECORD',
  match: { readonly state: MatchState; readonly confirmed: boolean },
): ProbationStatus {
  if (record !== 'NO_RECORD') return record
  return match.state === 'NO_RECORD' && match.confirmed ? 'CONFIRMED_NO_RECORD' : 'UNCONFIRMED_NO_RECORD'
}
