import { dated } from '../../../platform/rules/index.ts'

/** A longer time between two uses of a form is a pause, not work on it. */
export const formPause = dated<{ readonly longerThanSeconds: number }>('assessment.form-pause', [
  {
    from: '2026-01-01',
    value: { longerThanSeconds: 600 },
    source: { kind: 'assumption', cite: 'Ours: ten minutes without a change is taken for other work' },
  },
])
