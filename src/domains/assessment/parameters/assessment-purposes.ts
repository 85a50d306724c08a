import { type Dated, dated } from '../../../platform/rules/index.ts'
import type { Layer } from '../questions/question.ts'

/** What an assessment is made for, and how deep it may go; the first layer is the one offered first. */
export type AssessmentPurpose = { readonly code: string; readonly name: string; readonly layers: readonly Layer[] }

const full: readonly Layer[] = ['L3.2', 'L3', 'L1']
const atCourt: readonly Layer[] = ['L3.2', 'L3', 'L1', 'CSRP']

const purpose = (code: string, name: string, layers: readonly Layer[] = full): AssessmentPurpose => ({
  code,
  name,
  layers,
})

/** The purposes of assessment-and-plan.md section 2. The names follow public test scripts; which layer may be used for
 *  which purpose is not public. */
export const assessmentPurposes: Dated<readonly AssessmentPurpose[]> = dated('assessment.purposes', [
  {
    from: '2019-01-01',
    value: [
      purpose('psr', 'Pre-sentence report', atCourt),
      purpose('psr-addendum', 'Addendum to a pre-sentence report', atCourt),
      purpose('deferred-sentence', 'Deferred sentence report', atCourt),
      purpose('risk-of-harm', 'Risk of harm assessment', ['L1', 'L3', 'L3.2']),
      purpose('predictors-and-risk', 'Predictors and risk only', ['CSRP', 'L1']),
      purpose('start-community-order', 'Start of a community order'),
      purpose('start-suspended-sentence', 'Start of a suspended sentence order'),
      purpose('start-licence', 'Start of a licence'),
      purpose('start-custody', 'Start of custody'),
      purpose('transfer-in-youth', 'Transfer in from youth justice'),
      purpose('transfer-in-court', 'Transfer in from a court outside England and Wales'),
      purpose('fast-review', 'Fast review: changes only', ['FAST']),
      purpose('review', 'Review'),
      purpose('risk-review', 'Risk review', ['L3', 'L3.2', 'L1']),
      purpose('home-detention-curfew', 'Home detention curfew'),
      purpose('hostel', 'Hostel'),
      purpose('parole', 'Parole', ['L3.2', 'L3']),
      purpose('pre-release', 'Before release'),
      purpose('recall', 'Recall'),
      purpose('temporary-release', 'Release on temporary licence'),
      purpose('significant-change', 'Significant change'),
      purpose('suspended-sentence-activated', 'Suspended sentence activated'),
      purpose('transfer-out', 'Transfer out'),
      purpose('end-of-licence', 'End of a licence'),
      purpose('termination', 'End of community supervision'),
      purpose('non-statutory', 'Not statutory'),
    ],
    source: {
      kind: 'assumption',
      cite: 'Purposes: ministryofjustice/oasys-pw-test and oasys-cypress-test',
      note: 'Which layers each purpose allows is our own reading of their use.',
    },
  },
])
