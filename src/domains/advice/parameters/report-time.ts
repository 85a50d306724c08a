import { dated, type Source } from '../../../platform/rules/index.ts'
import type { ReportDepth } from '../request-model.ts'

const section7: Source = {
  kind: 'assumption',
  cite: 'Pre-sentence report specification, section 7',
  note: 'The page gives no public source for the figure.',
}

/** Working days from request to delivery in policy; 0 is the same day. */
export const policyWorkingDays = dated<Readonly<Partial<Record<ReportDepth, number>>>>('advice.policy-working-days', [
  {
    from: '0001-01-01',
    value: { ORAL: 0, SHORT: 5, STANDARD: 15 },
    source: { kind: 'policy', cite: 'PQ 98201, 9 October 2020', note: 'The answer names no first day.' },
  },
])

/** We aim to be ready this many working days before the court needs the report. */
export const readyWorkingDaysBefore = dated('advice.ready-working-days-before', [
  { from: '0001-01-01', value: 1, source: section7 },
])

/** Parts of the time between request and required-by, in percent. */
export const reportReminders = dated('advice.report-reminders', [
  { from: '0001-01-01', value: { interviewBookedPercent: 40, signedPercent: 80 }, source: section7 },
])

/** Hours of a writer that a report takes, by depth, for the capacity of a court team. */
export const hoursPerReport = dated<Readonly<Record<ReportDepth, number>>>('advice.hours-per-report', [
  {
    from: '0001-01-01',
    value: { NONE: 0, VERIFICATION: 1, ORAL: 2, SHORT: 5, STANDARD: 10 },
    source: {
      kind: 'assumption',
      cite: 'Placeholders for planning: no public timings were found',
      note: 'Set the hours measured in your own court teams before relying on the balance.',
    },
  },
])

/** The share of sentenced cases that should have had a report. */
export const reportShareTarget = dated('advice.report-share-target', [
  {
    from: '2021-03-22',
    value: 0.75,
    source: { kind: 'policy', cite: 'Government target, PQ 181216, 23 April 2021' },
  },
])
