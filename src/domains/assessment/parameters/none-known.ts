import { dated } from '../../../platform/rules/index.ts'

/** Answers that say nothing is known of something another agency would know: `enquiry` is the kind of enquiry (of the
 *  parameter person.enquiry-kinds) that must be answered, or sent and not returned, before they are signed. */
export type NoneKnownRow = {
  readonly enquiry: string
  readonly questions: readonly string[]
  readonly none: readonly string[]
}

export const noneKnownAnswers = dated<readonly NoneKnownRow[]>('assessment.none-known-answers', [
  {
    from: '1900-01-01',
    value: [
      { enquiry: 'police-domestic-abuse', questions: ['6.7', 'R1.3.3.1', 'R1.3.3.2'], none: ['NO'] },
      { enquiry: 'childrens-services', questions: ['R2.2'], none: ['NO'] },
    ],
    source: {
      kind: 'assumption',
      cite: 'Throughline assessment specification section 9: enquiries that block the harm sign-off without a reason',
      note: 'That an unanswered enquiry stands in the way comes from inspection reports; which answers say "none known" is ours.',
    },
  },
])
