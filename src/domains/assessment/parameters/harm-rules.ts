import { dated } from '../../../platform/rules/index.ts'
import type { HarmLevel } from '../questions/question.ts'

/** The parts of the harm screening in which "not known" calls for the full analysis until it is resolved. */
export const unknownCountsAsYes = dated<{ readonly parts: readonly string[] }>(
  'assessment.harm-unknown-counts-as-yes',
  [
    {
      from: '2000-01-01',
      value: { parts: ['R2', 'R3', 'R4'] },
      source: {
        kind: 'assumption',
        cite: 'Inferred from the public quality form, which asks how "not known" was handled',
        note: 'R3 and R4 are inferred from it; R2 (children) offers the same answer and is treated alike by our choice.',
      },
    },
  ],
)

/** From which overall level on a risk management plan is required. */
export const managementPlanFrom = dated<{ readonly level: HarmLevel }>('assessment.management-plan-from', [
  {
    from: '2000-01-01',
    value: { level: 'MEDIUM' },
    source: {
      kind: 'assumption',
      cite: 'Inspectors expect a plan in every case assessed medium or above',
      note: 'High and very high always need one; medium is inferred.',
    },
  },
])

/** The pairs of combined predictor band (second generation) and overall level that need a written reason. */
export const harmMismatch = dated<{
  readonly scoreAbove: { readonly bands: readonly string[]; readonly levels: readonly HarmLevel[] }
  readonly levelAbove: { readonly bands: readonly string[]; readonly levels: readonly HarmLevel[] }
}>('assessment.harm-mismatch', [
  {
    from: '2000-01-01',
    value: {
      scoreAbove: { bands: ['very-high'], levels: ['LOW', 'MEDIUM'] },
      levelAbove: { bands: ['low', 'medium'], levels: ['VERY_HIGH'] },
    },
    source: {
      kind: 'assumption',
      cite: 'assessment-and-plan.md section 4.2: very high against low or medium, or the reverse',
      note: 'That the reverse means a level of very high with a band of low or medium is our reading.',
    },
  },
])

/** Sections of a full assessment whose questions may be marked as not known at signing. */
export const mayBeNotKnown = dated<{ readonly sections: readonly string[] }>('assessment.may-be-not-known', [
  {
    from: '2000-01-01',
    value: { sections: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
    source: {
      kind: 'public-code',
      cite: 'mhiorns-moj/oasys-pw-test and ministryofjustice/oasys-cypress-test',
      note: 'Layer 3 may mark sections 1 to 9 as missing; the form with strengths may not.',
    },
  },
])
