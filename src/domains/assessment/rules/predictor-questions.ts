import { drugQuestions, offenceQuestion, previousQuestions } from './predictor-facts.ts'

/** Every question a predictor or screen reads. Answers to others are never kept with a score. */
export const predictorQuestions: ReadonlySet<string> = new Set([
  ...['1.8', '1.29', '1.30', '1.32', '1.33', '1.34', '1.37', '1.38', '1.39', '1.40', '1.41', '1.43', '1.44', '1.45'],
  ...[
    '1.46',
    offenceQuestion,
    '2.2',
    '2.6',
    '2.7.2',
    '2.9',
    '2.98',
    '3.3',
    '3.4',
    '3.98',
    '4.2',
    '4.4',
    '4.7',
    '4.7.1',
  ],
  ...['4.8', '4.9', '5.5', '6.1', '6.3', '6.4', '6.6', '6.7', '6.7.1', '6.7.2', '8.2', '6.8', '6.11', '6.12', '6.98'],
  ...['7.2', '7.3', '7.4', '7.5', '8.1', '8.5', '8.8', '9.1', '9.2', '10.1', '10.2', '10.4', '10.5', '10.6', '10.7'],
  ...['10.98', '11.2', '11.3', '11.4', '11.6', '11.7', '11.9', '11.11', '11.12', '11.98', '12.1', '12.4', '12.9'],
  ...['R1.2', 'R1.3.1.1', 'R1.3.1.2', 'R1.3.13.1', 'R1.3.13.2', 'R3.2', 'R4.1', 'R4.2', 'OPD.override'],
  ...['SARA.partner', 'SARA.other'],
  ...drugQuestions.map(([code]) => `${code}.1`),
  ...Object.values(previousQuestions),
  ...[1, 2, 3, 4, 5].flatMap(who => [`SUM6.${who}.1`, `SUM6.${who}.2`]),
])
