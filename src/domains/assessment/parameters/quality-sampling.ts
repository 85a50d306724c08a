import { dated } from '../../../platform/rules/index.ts'

/** How many of the completed assessments of each team are checked, in per cent, by the grade of whoever signed; a grade
 *  that is not named has the share of `others`. */
export const qualitySampling = dated<{
  readonly percentOf: Readonly<Record<string, number>>
  readonly others: number
}>('assessment.quality-sampling', [
  {
    from: '2026-01-01',
    value: { percentOf: { court: 10, practitioner: 10, pom: 10, 'team-manager': 10 }, others: 10 },
    source: {
      kind: 'assumption',
      cite: 'assessment-and-plan.md section 8 asks for a percentage per team and grade',
      note: 'No share is published: ten per cent for every grade is our proposal.',
    },
  },
])
