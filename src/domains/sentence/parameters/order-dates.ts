import { dated } from '../../../platform/rules/index.ts'
import type { Term } from '../model.ts'

/** The hours of unpaid work are to be worked within this term of the order. Chosen by the day of sentence. */
export const unpaidWorkWindow = dated<Term>('sentence.unpaid-work-window', [
  {
    from: '2005-04-04',
    value: { months: 12 },
    source: {
      kind: 'statute',
      cite: 'Criminal Justice Act 2003 s.200(2); Sentencing Act 2020 Schedule 9 Part 1',
      note: 'A court may extend it. Sentencing Act 2026 s.36 removes it once commenced (prospective).',
    },
  },
])

/** Where in an order its final third begins. */
export const finalThirdStart = dated<{ readonly numerator: number; readonly denominator: number }>(
  'sentence.final-third-start',
  [
    {
      from: '2005-04-04',
      value: { numerator: 2, denominator: 3 },
      source: {
        kind: 'assumption',
        cite: 'Two thirds of the days from start to end, part days dropped',
        note: 'The two-thirds point is policy; how a part day is rounded was not found.',
      },
    },
  ],
)

/** How the end of an order follows from its length. */
export const orderEndRule = dated<{ readonly countsFirstDay: boolean }>('sentence.order-end', [
  {
    from: '2005-04-04',
    value: { countsFirstDay: true },
    source: {
      kind: 'assumption',
      cite: 'Day of sentence plus length, less one day',
      note: 'Taken from the rule for custodial terms. A date fixed by the court or entered by staff wins.',
    },
  },
])
