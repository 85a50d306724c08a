import { dated } from '../../../platform/rules/index.ts'

/** The options that manage a factor of the risk management checklist (RM28 of the assessment), by the factor's code. A
 *  factor without a row stays a named factor that no option manages. */
export const harmFactorOptions = dated<{ readonly [factor: string]: readonly string[] }>('advice.harm-factor-options', [
  {
    from: '2020-12-01',
    value: {
      'RM28.0.1': ['prohibited-activity'],
      'RM28.0.8': ['drug-rehabilitation', 'drug-testing'],
      'RM28.0.9': ['alcohol-treatment', 'alcohol-abstinence'],
      'RM28.0.10': ['mental-health-treatment'],
      'RM28.0.11': ['programme-moderate'],
      'RM28.0.13': ['programme-domestic-abuse', 'exclusion', 'prohibited-activity'],
      'RM28.0.14': ['prohibited-activity'],
      'RM28.0.15': ['exclusion', 'prohibited-activity', 'electronic-whereabouts-monitoring'],
      'RM28.0.16': ['prohibited-activity'],
      'RM28.0.21': ['prohibited-activity'],
      'RM28.0.25': ['programme-sexual', 'prohibited-activity'],
      'RM28.0.27': ['exclusion', 'prohibited-activity', 'electronic-whereabouts-monitoring'],
    },
    source: {
      kind: 'assumption',
      cite: 'proposal-framework.md section 3.4: public protection linked to a named harm factor comes first',
      note: 'Which requirement manages which factor is not public and is our choice; replace with local policy.',
    },
  },
])
