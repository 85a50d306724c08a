import { dated } from '../../../platform/rules/index.ts'

/** Who is asked about a person. `overdueAfter`: working days after asking from which an enquiry without an answer is
 *  overdue. `safeguarding`: nobody may say "none known" before it was answered or closed as not returned. */
export type EnquiryKind = {
  readonly code: string
  readonly name: string
  readonly overdueAfter: number
  readonly safeguarding: boolean
}

export const enquiryKinds = dated<readonly EnquiryKind[]>('person.enquiry-kinds', [
  {
    from: '1900-01-01',
    value: [
      { code: 'police-domestic-abuse', name: 'Police domestic abuse check', overdueAfter: 5, safeguarding: true },
      { code: 'childrens-services', name: "Children's services", overdueAfter: 5, safeguarding: true },
      { code: 'adult-safeguarding', name: 'Adult safeguarding', overdueAfter: 10, safeguarding: false },
      { code: 'health', name: 'Health', overdueAfter: 10, safeguarding: false },
      { code: 'prison', name: 'Prison', overdueAfter: 5, safeguarding: false },
      { code: 'other', name: 'Somebody else', overdueAfter: 10, safeguarding: false },
    ],
    source: {
      kind: 'assumption',
      cite: 'Throughline assessment specification section 9 and pre-sentence report specification section 6',
      note: 'That the two safeguarding enquiries must stand before "none known" comes from inspection reports; the other kinds and every number of days are ours.',
    },
  },
])
