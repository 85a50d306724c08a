import type { CohortCode, DeliveryMode, PleaOverall, RemandStatus, ReportDepth, ReportKind } from './request-model.ts'
import type { RequestActKind, RequestState } from './rules/request-state.ts'

/** Staff English for the codes of report requests. */

export const stateWords: Readonly<Record<RequestState, string>> = {
  AWAITING_REPLY: 'Waiting for our reply',
  REFUSED: 'Refused',
  REQUESTED: 'Not allocated',
  ALLOCATED: 'Allocated',
  IN_PROGRESS: 'Being written',
  READY_FOR_COUNTERSIGN: 'Waiting for countersigning',
  SIGNED: 'Signed',
  DELIVERED: 'Delivered',
  USED: 'Used by the court',
  NOT_USED: 'Not used by the court',
  WITHDRAWN: 'Withdrawn',
  NOT_COMPLETED: 'Not completed',
  SEALED: 'Sealed',
}

export const actWords: Readonly<Record<RequestActKind, string>> = {
  'asked-before-plea': 'Asked for by the defence before plea',
  granted: 'Granted',
  refused: 'Refused',
  'refused-incomplete': 'Refused: incomplete',
  'refused-insufficient-time': 'Refused: not enough time',
  allocated: 'Allocated',
  unallocated: 'Taken back from the writer',
  started: 'Writing started',
  'ready-for-countersign': 'Sent for countersigning',
  returned: 'Returned to the writer',
  signed: 'Signed',
  delivered: 'Delivered to the court',
  used: 'Used by the court',
  'not-used': 'Not used by the court',
  withdrawn: 'Withdrawn',
  'not-completed': 'Could not be completed',
  reopened: 'Opened again',
  sealed: 'Sealed: not used and not disclosed',
  triaged: 'Triage decided',
  'details-changed': 'Request corrected',
  'required-by-changed': 'Required by another day',
  'data-alert': 'Something to look at',
  'interview-booked': 'Interview booked',
  'interview-attended': 'Interview held',
  'interview-missed': 'Interview missed',
  'on-the-day-started': 'Asked for on the day',
}

export const kindWords: Readonly<Record<ReportKind, string>> = {
  'after-conviction': 'Pre-sentence report',
  'before-plea': 'Pre-sentence report before plea',
  addendum: 'Addendum',
  breach: 'Breach report',
  'deferred-sentence': 'Deferred-sentence report',
}

export const depthWords: Readonly<Record<ReportDepth, string>> = {
  NONE: 'No advice',
  VERIFICATION: 'Check of the existing record',
  ORAL: 'Oral report',
  SHORT: 'Short written report',
  STANDARD: 'Standard report',
}

export const deliveryWords: Readonly<Record<DeliveryMode, string>> = {
  ORAL_ON_DAY: 'Oral, on the day',
  WRITTEN_ON_DAY: 'Written, on the day',
  WRITTEN_ADJOURNED: 'Written, after an adjournment',
}

export const cohortWords: Readonly<Record<CohortCode, string>> = {
  WOMEN: 'Women',
  YOUNG_ADULT: 'Young adult',
  AT_RISK_OF_CUSTODY: 'At risk of custody',
  ETHNIC_MINORITY: 'Ethnic minority',
}

export const pleaOverallWords: Readonly<Record<PleaOverall, string>> = {
  guilty: 'Guilty',
  'not-guilty': 'Not guilty',
  mixed: 'Mixed',
  'not-known': 'Not known',
}

export const remandWords: Readonly<Record<RemandStatus, string>> = {
  'unconditional-bail': 'Unconditional bail',
  'conditional-bail': 'Conditional bail',
  custody: 'Custody',
  'not-known': 'Not known',
}
