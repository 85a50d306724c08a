import { dated } from '../../../platform/rules/index.ts'

/** Beyond these an input is wrong, not just unusual. Ages are completed years; both ends are allowed. */
export const inputLimits = dated<{
  readonly sanctions: { readonly min: number; readonly max: number }
  readonly highestAge: number
  readonly convictionWithinMonthsOfAssessment: number
}>('assessment.input-limits', [
  {
    from: '2008-03-01',
    value: { sanctions: { min: 1, max: 999 }, highestAge: 109, convictionWithinMonthsOfAssessment: 3 },
    source: {
      kind: 'public-code',
      cite: 'ministryofjustice/hmpps-arns-risk-actuarial-api, August 2026',
      note: 'Held for assessments of every day: our assumption.',
    },
  },
])

/** From here on an input is unusual enough to ask about. */
export const unusualInputs = dated<{
  readonly sanctions: number
  readonly youngestResponsible: number
  readonly adult: number
}>('assessment.unusual-inputs', [
  {
    from: '2008-03-01',
    value: { sanctions: 100, youngestResponsible: 10, adult: 18 },
    source: {
      kind: 'assumption',
      cite: 'Ten is the age of criminal responsibility; the predictors were validated on adults',
      note: 'A hundred sanctions is our own line: published test data has such rows.',
    },
  },
])

/** How many of a team's scores are entered a second time without sight of the first, and the agreement hoped for. */
export const blindRescoring = dated<{ readonly percentOfScores: number; readonly targetPercent: number }>(
  'assessment.blind-rescoring',
  [
    {
      from: '2026-01-01',
      value: { percentOfScores: 5, targetPercent: 90 },
      source: {
        kind: 'assumption',
        cite: 'HM Inspectorate of Probation, January 2016, asked for quality assurance of scores and named no figure',
      },
    },
  ],
)
