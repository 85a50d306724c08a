import { dated } from '../../../platform/rules/index.ts'

/** Months after which a limit on who may see a person is due for review, when nobody names a day. */
export const limitReview = dated('person.limit-review', [
  {
    from: '1900-01-01',
    value: { months: 3 },
    source: {
      kind: 'assumption',
      cite: 'Throughline access specification section 2',
      note: 'No published period was found; three months is a proposal.',
    },
  },
])

/** How many days ahead the register calls a limit "ending" or "due for review". */
export const limitWarning = dated('person.limit-warning', [
  {
    from: '1900-01-01',
    value: { days: 14 },
    source: {
      kind: 'assumption',
      cite: 'Throughline users page, first screen of the limited-access administrator',
      note: 'The page asks for limits ending or due for review and names no period.',
    },
  },
])

/** How long an emergency opening of a limited case lasts. */
export const breakGlassWindow = dated('person.break-glass-window', [
  {
    from: '1900-01-01',
    value: { minutes: 60 },
    source: {
      kind: 'assumption',
      cite: 'Throughline access specification section 2',
      note: 'The specification asks for a time-boxed opening and names no length.',
    },
  },
])

/** Why somebody may look at a person outside their own region. `wordsNeeded`: the code alone says too little. */
export const purposes = dated<
  readonly { readonly code: string; readonly name: string; readonly wordsNeeded: boolean }[]
>('person.purposes', [
  {
    from: '1900-01-01',
    value: [
      { code: 'court', name: 'The person is before a court I work in', wordsNeeded: false },
      { code: 'cover', name: 'I am covering for a colleague', wordsNeeded: false },
      { code: 'transfer', name: 'The case is being transferred to or from my region', wordsNeeded: false },
      { code: 'public-protection', name: 'Public protection or safeguarding', wordsNeeded: true },
      { code: 'linked-case', name: 'The person is linked to a case I hold', wordsNeeded: true },
      { code: 'quality', name: 'Quality assurance, inspection or complaint', wordsNeeded: true },
      { code: 'rights', name: 'A request under data protection law', wordsNeeded: true },
      { code: 'other', name: 'Another reason', wordsNeeded: true },
    ],
    source: {
      kind: 'assumption',
      cite: 'Throughline access specification sections 5 and 7; Data Protection Act 2018 section 62',
      note: 'The Act asks for the justification of a consultation; the list of codes is ours.',
    },
  },
])

/** Why access to a person is limited. */
export const limitReasons = dated<readonly { readonly code: string; readonly name: string }[]>('person.limit-reasons', [
  {
    from: '1900-01-01',
    value: [
      { code: 'staff-safety', name: 'Safety of a member of staff' },
      { code: 'person-safety', name: 'Safety of the person' },
      { code: 'victim', name: 'A member of staff is a victim or a witness' },
      { code: 'own-link', name: 'A member of staff knows the person privately' },
      { code: 'high-profile', name: 'Public or media interest' },
      { code: 'security', name: 'National security or protected person' },
      { code: 'other', name: 'Another reason' },
    ],
    source: {
      kind: 'assumption',
      cite: 'Throughline access specification section 2',
      note: 'The legacy codes are not public; this list is ours.',
    },
  },
])
