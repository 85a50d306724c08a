import { dated, type Source } from '../../../platform/rules/index.ts'
import type { RecordedBand, RoshLevel } from '../rules/triage-facts.ts'

const pilot: Source = {
  kind: 'policy',
  cite: 'Pre-sentence report pilot in 15 magistrates’ courts, from 22 March 2021; PQ 181216, 23 April 2021',
}
const ours = (note: string): Source => ({
  kind: 'assumption',
  cite: 'Pre-sentence report specification, section 3, inferred',
  note,
})

/** Ages on the day of the hearing, both included. */
export const youngAdultAges = dated('advice.young-adult-ages', [
  { from: '2021-03-22', value: { from: 18, to: 24 }, source: pilot },
])

/** Self-defined ethnicities that are not of the cohort, in lower case; and those that say nothing. */
export const ethnicMajority = dated('advice.ethnic-majority', [
  {
    from: '2021-03-22',
    value: {
      majority: [
        'w1',
        'white british',
        'white - british',
        'white: british',
        'white: english, welsh, scottish, northern irish or british',
        'white: english/welsh/scottish/northern irish/british',
      ],
      notStated: ['', 'ns', 'o9 not stated', 'not stated', 'not known', 'unknown', 'refused', 'prefer not to say'],
    },
    source: {
      kind: 'assumption',
      cite: 'The cohort was added to the pilot later; who belongs to it is not public',
      note: 'Every self-defined ethnicity but white British counts.',
    },
  },
])

/** What puts somebody at risk of custody once the law allows custody at all. */
export const custodyRisk = dated<{
  readonly recentOrderMonths: number
  readonly custodialSentences: number
  readonly bands: readonly RecordedBand[]
}>('advice.at-risk-of-custody', [
  {
    from: '0001-01-01',
    value: { recentOrderMonths: 12, custodialSentences: 3, bands: ['high', 'very-high'] },
    source: ours('The test of the pilot is not public. Any one of the facts is enough.'),
  },
])

/** When a report takes the time of a standard one. */
export const standardDepth = dated<{
  readonly roshLevels: readonly RoshLevel[]
  readonly custodyLongerThanMonths: number
}>('advice.standard-depth', [
  {
    from: '0001-01-01',
    value: { roshLevels: ['high', 'very-high'], custodyLongerThanMonths: 12 },
    source: ours(
      'The pronouncement card names treatment, domestic abuse, sexual and prolific cases as needing an adjournment.',
    ),
  },
])

/** How long a delivered report can still be built on instead of writing another. */
export const recentReportMonths = dated('advice.recent-report-months', [
  {
    from: '0001-01-01',
    value: 3,
    source: ours('No public figure was found for how recent a report must be to be used again.'),
  },
])
