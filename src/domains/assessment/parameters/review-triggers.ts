import { dated, type Source } from '../../../platform/rules/index.ts'

export type ReviewTriggerCode =
  | 'first-assessment'
  | 'sentence-made'
  | 'order-ended'
  | 'breach'
  | 'recall'
  | 'serious-further-offence'
  | 'harm-level'
  | 'harm-flag'
  | 'safeguarding-flag'
  | 'address'
  | 'enquiry'
  | 'merged'
  | 'transfer'
  | 'periodic'
  | 'needs-out-of-date'
  | 'before-end'

/** What calls for a review. `changed` tells it without a name. `sections` of all forms, of which a review takes those
 *  its own form has; none: every area. `workingDays` from the day it happened. */
export type ReviewTrigger = {
  readonly code: ReviewTriggerCode
  readonly changed: string
  readonly sections: readonly string[]
  readonly workingDays: number
}

const harm: readonly string[] = ['ROSH', 'ROSHSUM', 'RMP']
const children: readonly string[] = ['6', 'S-relationships', 'R7']
const offending: readonly string[] = ['1', '2', 'S-offence']
const source: Source = {
  kind: 'assumption',
  cite: 'Throughline assessment specification section 5.4: default triggers, inferred and configurable',
  note: 'What calls for a review is proposed there; which areas it opens and most numbers of days are ours. Replace them by the policy of the service.',
}

export const reviewTriggers = dated<readonly ReviewTrigger[]>('assessment.review-triggers', [
  {
    from: '1900-01-01',
    value: [
      {
        code: 'first-assessment',
        changed: 'An order or sentence began and there is no assessment yet',
        sections: [],
        workingDays: 15,
      },
      {
        code: 'sentence-made',
        changed: 'The court made another order or sentence',
        sections: offending,
        workingDays: 15,
      },
      {
        code: 'order-ended',
        changed: 'An order ended while another goes on',
        sections: [...offending, 'RMP'],
        workingDays: 15,
      },
      { code: 'breach', changed: 'Breach proceedings began', sections: ['12', 'S-thinking', ...harm], workingDays: 10 },
      { code: 'recall', changed: 'The person was recalled', sections: [...offending, ...harm], workingDays: 5 },
      {
        code: 'serious-further-offence',
        changed: 'The person was charged with a serious further offence',
        sections: [...offending, 'R6.1', ...harm],
        workingDays: 5,
      },
      {
        code: 'harm-level',
        changed: 'The level of risk of serious harm on the record is not that of the assessment',
        sections: harm,
        workingDays: 5,
      },
      {
        code: 'harm-flag',
        changed: 'A flag about harm was added or ended',
        sections: ['R6.2', 'R9', ...harm],
        workingDays: 10,
      },
      {
        code: 'safeguarding-flag',
        changed: 'A flag about the safety of a child or an adult was added or ended',
        sections: [...children, 'R8', ...harm],
        workingDays: 5,
      },
      {
        code: 'address',
        changed: 'An address was added or ended',
        sections: ['3', 'S-accommodation', 'R7', 'RMP'],
        workingDays: 10,
      },
      {
        code: 'enquiry',
        changed: 'An agency that was asked about the person knows something',
        sections: [...children, ...harm],
        workingDays: 5,
      },
      {
        code: 'merged',
        changed: 'Two records of the person became one',
        sections: [...offending, ...harm],
        workingDays: 10,
      },
      { code: 'transfer', changed: 'Another team took the case', sections: ['RMP'], workingDays: 15 },
      { code: 'periodic', changed: 'It is time for the regular review', sections: [], workingDays: 0 },
      {
        code: 'needs-out-of-date',
        changed: 'The areas of need are older than 55 weeks',
        sections: [
          ...['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13'],
          ...['S-accommodation', 'S-employment-education', 'S-finance', 'S-drugs', 'S-alcohol', 'S-health'],
          ...['S-relationships', 'S-thinking', 'S-lifestyle'],
        ],
        workingDays: 0,
      },
      { code: 'before-end', changed: 'Supervision is about to end', sections: [], workingDays: 0 },
    ],
    source,
  },
])

/** Flags of the table of flag types after which the assessment is looked at again. The four levels of risk of serious
 *  harm are not among them: they are compared with the assessment. */
export const reviewFlags = dated<{ readonly harm: readonly string[]; readonly safeguarding: readonly string[] }>(
  'assessment.review-flags',
  [
    {
      from: '1900-01-01',
      value: {
        harm: ['MAPP', 'RTAO', 'STRG', 'WEAP', 'REG16', 'REG17', 'AV2S', 'ASFO'],
        safeguarding: ['RCHD', 'RCCO', 'RCPR', 'RVAD', 'RVLN', 'REG15'],
      },
      source: { ...source, note: 'Which kinds of flag are about harm and which about safeguarding is ours.' },
    },
  ],
)

/** When an assessment is too old. `raiseDaysAhead`: how long before a regular review is due its task appears.
 *  `beforeEndDays`: the review at the end of supervision is due this long before it. */
export const reviewTimes = dated('assessment.review-times', [
  {
    from: '1900-01-01',
    value: {
      highMonths: 6,
      otherMonths: 12,
      needsWeeks: 55,
      raiseDaysAhead: 28,
      beforeEndDays: 28,
      lateEntryDays: 365,
    },
    source: {
      kind: 'assumption',
      cite: 'Throughline assessment specification section 5.4: 6 months for high and very high, 12 otherwise, 55 weeks',
      note: 'The 55 weeks are read from a public system. How early a task appears, how long before the end the last review is due, and that what is entered more than a year late is due from the day it is entered are ours.',
    },
  },
])
