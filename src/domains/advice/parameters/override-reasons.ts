import { dated } from '../../../platform/rules/index.ts'

export const overrideReasons = [
  'circumstance-not-in-tool',
  'suitability',
  'person-cannot-comply',
  'cultural-or-disability',
  'court-indication',
  'local-unavailable',
  'safeguarding',
  'victim-safety',
  'other',
] as const
export type OverrideReason = (typeof overrideReasons)[number]

/** Characters of the text beside the codes, blanks at the ends not counted. */
export const overrideTextLength = dated<{ readonly least: number }>('advice.override-text', [
  {
    from: '2020-12-01',
    value: { least: 20 },
    source: {
      kind: 'assumption',
      cite: 'Our design: an override has coded reasons and at least 20 characters of text',
    },
  },
])
