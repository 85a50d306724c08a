import { dated } from '../../../platform/rules/index.ts'

/** What a member of staff is approved for. `unapproved`: everything they sign is countersigned. `exempt`: nothing is. */
export type FrameworkRole = {
  readonly code: string
  readonly name: string
  readonly unapproved: boolean
  readonly exempt: boolean
}

export const frameworkRoles = dated<readonly FrameworkRole[]>('assessment.framework-roles', [
  {
    from: '1900-01-01',
    value: [
      { code: 'unapproved', name: 'Not approved yet', unapproved: true, exempt: false },
      { code: 'approved-pso', name: 'Approved probation services officer', unapproved: false, exempt: false },
      { code: 'pqip', name: 'Trainee probation officer', unapproved: true, exempt: false },
      { code: 'nqo', name: 'Newly qualified officer', unapproved: true, exempt: false },
      { code: 'approved-po', name: 'Approved probation officer', unapproved: false, exempt: false },
      { code: 'spo', name: 'Senior probation officer', unapproved: false, exempt: false },
      { code: 'head-of-pdu', name: 'Head of probation delivery unit', unapproved: false, exempt: true },
      { code: 'head-of-omd', name: 'Head of case management in custody', unapproved: false, exempt: true },
    ],
    source: {
      kind: 'assumption',
      cite: 'Throughline assessment specification section 5.3, framework roles of ministryofjustice/oasys-pw-test',
      note: 'The names are public. That trainees and newly qualified officers count as not approved yet is ours.',
    },
  },
])

export type Countersigner = 'senior' | 'head'

/** What can make a countersignature needed, worked out from the assessment and from whoever signs it. */
export type CountersignCondition =
  | 'assessor-unapproved'
  | 'first-of-period'
  | 'harm-high'
  | 'mappa-2-or-3'
  | 'child-at-risk'
  | 'harm-very-high'
  | 'mappa-3'
  | 'terrorism'
  | 'level-lowered'
  | 'score-overridden'

export type CountersignRow = { readonly when: CountersignCondition; readonly by: readonly Countersigner[] }

export const countersignRules = dated<readonly CountersignRow[]>('assessment.countersign-rules', [
  {
    from: '1900-01-01',
    value: [
      { when: 'assessor-unapproved', by: ['senior'] },
      { when: 'first-of-period', by: ['senior'] },
      { when: 'harm-high', by: ['senior'] },
      { when: 'mappa-2-or-3', by: ['senior'] },
      { when: 'child-at-risk', by: ['senior'] },
      { when: 'harm-very-high', by: ['senior', 'head'] },
      { when: 'mappa-3', by: ['senior', 'head'] },
      { when: 'terrorism', by: ['senior', 'head'] },
      { when: 'level-lowered', by: ['senior'] },
      { when: 'score-overridden', by: ['senior'] },
    ],
    source: {
      kind: 'assumption',
      cite: 'Throughline assessment specification section 5.3',
      note: 'The reasons are seen in public tests; who countersigns for each is a proposal. Replace it by the policy of the service.',
    },
  },
])

/** Working days after which a countersignature is late, and days after which an unsigned assessment is "open for long". */
export const countersignPatience = dated('assessment.countersign-patience', [
  {
    from: '1900-01-01',
    value: { workingDays: 5, unsignedDays: 30 },
    source: {
      kind: 'assumption',
      cite: 'Throughline assessment specification section 5.3: overdue after 5 working days by default',
      note: 'No published period was found. Thirty days without a signature is ours.',
    },
  },
])

/** What a countersigner is asked about the quality of what they sign. */
export const shortQualityForm = dated<readonly { readonly code: string; readonly text: string }[]>(
  'assessment.short-quality-form',
  [
    {
      from: '1900-01-01',
      value: [
        { code: 'needs', text: 'Needs and strengths are analysed, not only listed' },
        { code: 'harm', text: 'The analysis of harm uses everything that is known, convicted or not' },
        { code: 'levels', text: 'The levels of risk follow from the analysis' },
        { code: 'plan', text: 'The plan manages every risk that was found' },
      ],
      source: {
        kind: 'assumption',
        cite: 'Throughline assessment specification sections 5.3 and 8',
        note: 'Four questions in our words, after the parts of the public quality form.',
      },
    },
  ],
)

export const qualityAnswers = [
  { value: 'good', text: 'Good' },
  { value: 'sufficient', text: 'Sufficient' },
  { value: 'needs-more-work', text: 'Needs more work' },
  { value: 'unsatisfactory', text: 'Unsatisfactory' },
] as const
