import { dated } from '../../../platform/rules/index.ts'

/** Days after which an assessment that one side left open is locked once the case is with another: by region code, and
 *  for `others`. Null: never. */
export const guillotine = dated<{
  readonly others: number | null
  readonly areas: Readonly<Record<string, number | null>>
}>('assessment.guillotine', [
  {
    from: '1900-01-01',
    value: { others: null, areas: {} },
    source: {
      kind: 'assumption',
      cite: 'Throughline assessment specification section 5: guillotines are set per area and the values are not public',
      note: 'Nothing is locked until an area sets a number of days; 0 locks at once.',
    },
  },
])
