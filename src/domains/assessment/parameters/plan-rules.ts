import { dated } from '../../../platform/rules/index.ts'

/** The longest texts of a plan, in characters. */
export const planTexts = dated<{ readonly goal: number; readonly step: number; readonly note: number }>(
  'assessment.plan-texts',
  [
    {
      from: '1900-01-01',
      value: { goal: 4000, step: 4000, note: 4000 },
      source: {
        kind: 'public-code',
        cite: 'ministryofjustice/hmpps-sentence-plan, August 2026',
        note: 'Published for goals and agreement notes; steps and other notes share the length by our assumption.',
      },
    },
  ],
)

/** The target days a goal is offered, in months from today; any other day from today can be typed. */
export const goalTargets = dated<{ readonly months: readonly number[] }>('assessment.goal-targets', [
  {
    from: '1900-01-01',
    value: { months: [3, 6, 12] },
    source: { kind: 'public-code', cite: 'ministryofjustice/hmpps-sentence-plan-ui, August 2026' },
  },
])

/** Whether the first agreement needs a step under every active goal, beside one active goal at least. */
export const agreementNeeds = dated<{ readonly activeGoals: number; readonly stepForEachActiveGoal: boolean }>(
  'assessment.agreement-needs',
  [
    {
      from: '1900-01-01',
      value: { activeGoals: 1, stepForEachActiveGoal: true },
      source: {
        kind: 'assumption',
        cite: 'ministryofjustice/hmpps-sentence-plan-ui asks for one active goal',
        note: 'That each active goal needs a step is inferred and not published.',
      },
    },
  ],
)
