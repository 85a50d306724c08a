import { dated } from '../../../platform/rules/index.ts'

/** A factor is suggested when one of these questions has one of these answers. */
export type FactorSign = readonly [question: string, ...answers: string[]]

const seriousLevel = ['MEDIUM', 'HIGH', 'VERY_HIGH'] as const
const yes = (...questions: string[]): FactorSign[] => questions.map(question => [question, 'YES'])
const behaviour = (item: number): FactorSign[] => yes(`R1.3.${item}.1`, `R1.3.${item}.2`)
const offence = (item: number): FactorSign[] => yes(`R1.2.${item}.1`, `R1.2.${item}.2`)
const unresolved = (...questions: string[]): FactorSign[] => questions.map(question => [question, 'YES', 'DK'])
const level = (...questions: string[]): FactorSign[] => questions.map(question => [question, ...seriousLevel])

/** What in the assessment suggests each factor of the risk management checklist (RM28). */
export const managementFactors = dated<{ readonly [factor: string]: readonly FactorSign[] }>(
  'assessment.management-factors',
  [
    {
      from: '2000-01-01',
      value: {
        'RM28.0.1': [['2.2', 'WEAPON'], ...offence(10), ...offence(13)],
        'RM28.0.2': [['2.2', 'ARSON'], ...offence(7)],
        'RM28.0.3': yes('3.98'),
        'RM28.0.4': yes('4.96'),
        'RM28.0.5': yes('5.98'),
        'RM28.0.6': yes('6.98'),
        'RM28.0.7': yes('7.98'),
        'RM28.0.8': yes('8.98'),
        'RM28.0.9': yes('9.98'),
        'RM28.0.10': yes('10.98'),
        'RM28.0.11': yes('11.98'),
        'RM28.0.12': yes('12.98'),
        'RM28.0.13': [...yes('6.7'), ...behaviour(3)],
        'RM28.0.14': [['2.3', 'HATE'], ['2.9', 'RACIAL'], ...offence(11), ...behaviour(6)],
        'RM28.0.15': [...behaviour(12), ...behaviour(13)],
        'RM28.0.16': [...unresolved('R2.1', 'R2.2'), ...yes('FA15')],
        'RM28.0.17': unresolved('R3.1', 'R3.2', 'FA31', 'FA36'),
        'RM28.0.18': [...unresolved('R3.3'), ...yes('FA39', 'FA40')],
        'RM28.0.19': unresolved('R3.4', 'FA42'),
        'RM28.0.20': [...unresolved('R4.1'), ...yes('FA45')],
        'RM28.0.21': level('SUM6.1.1', 'SUM6.1.2'),
        'RM28.0.22': level('SUM6.2.1', 'SUM6.2.2', 'SUM6.3.1', 'SUM6.3.2'),
        'RM28.0.23': [...level('SUM6.5.2'), ...unresolved('R4.4'), ...yes('FA58')],
        'RM28.0.24': [...level('SUM6.4.1', 'SUM6.4.2'), ...behaviour(1)],
        'RM28.0.25': [...yes('1.30', '6.11', 'RM3'), ['2.2', 'SEXUAL'], ...offence(3), ...offence(4)],
        'RM28.0.26': [['12.9', '1', '2']],
        'RM28.0.27': [['2.3', 'DIRECTCONT', 'REPEATVICT'], ...level('SUM6.3.1')],
        'RM28.0.28': [...unresolved('R4.2', 'R4.3'), ...yes('FA49', 'FA51', 'FA55')],
      },
      source: {
        kind: 'assumption',
        cite: 'assessment-and-plan.md section 4.3: the checklist is pre-ticked from the analysis',
        note: 'Which answers suggest which factor is not public and is our choice.',
      },
    },
  ],
)
