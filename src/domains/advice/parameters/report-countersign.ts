import { dated } from '../../../platform/rules/index.ts'

/** A report that assesses dangerousness is countersigned. */
export const countersignDangerous = dated<boolean>('advice.countersign-dangerous', [
  {
    from: '1900-01-01',
    value: true,
    source: {
      kind: 'public-code',
      cite: 'ministryofjustice/pre-sentence-service: server/schemas, dangerousness and spoName',
    },
  },
])

/** Whose report, and which level of risk of serious harm, is countersigned besides. */
export const countersignBesides = dated<{ readonly unqualifiedAuthor: boolean; readonly levels: readonly string[] }>(
  'advice.countersign-besides',
  [
    {
      from: '1900-01-01',
      value: { unqualifiedAuthor: true, levels: ['HIGH', 'VERY_HIGH'] },
      source: {
        kind: 'assumption',
        cite: 'Throughline pre-sentence report specification section 6',
        note: 'Which authors and which levels of harm need a countersignature is not public: inferred.',
      },
    },
  ],
)

/** From which reading ease a text counts as plain. Flesch (1948) calls 60 to 70 plain English, 50 to 60 fairly hard. */
export const plainFrom = dated<number>('advice.plain-language-from', [
  {
    from: '1900-01-01',
    value: 50,
    source: {
      kind: 'assumption',
      cite: 'R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948)',
      note: 'The formula is published; that 50 is plain enough for a court report is ours, and syllables are counted by a rule of thumb.',
    },
  },
])
