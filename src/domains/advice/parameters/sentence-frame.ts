import { dated, type Source } from '../../../platform/rules/index.ts'
import type { LengthUnit, RequirementKind } from '../../sentence/index.ts'
import type { OrderFamily, SeriousnessBand } from '../model.ts'

/** What fits an offence of one band of seriousness. `orders`: first the usual, then the allowed overlap; none where
 *  only a fine, a discharge or immediate custody fits. `amounts`: the range of a requirement; where none is given the
 *  author states the length. */
export type SentenceFrame = {
  readonly orders: readonly OrderFamily[]
  readonly besides: readonly ('discharge' | 'fine' | 'immediate-custody')[]
  readonly mostRequirements: number
  readonly amounts: {
    readonly [Kind in RequirementKind]?: { readonly unit: LengthUnit; readonly least: number; readonly most: number }
  }
}

const source: Source = {
  kind: 'assumption',
  cite: 'Sentencing Council, Imposition of community and custodial sentences: ranges restated from knowledge',
  note: 'To be confirmed against the guideline in force. Numbers of requirements and weeks of curfew are ours.',
}

/** The guideline table: the frame of each band. Shown as an assumption wherever it is used. */
export const sentenceFrames = dated<{ readonly [Band in SeriousnessBand]: SentenceFrame }>('advice.sentence-frame', [
  {
    from: '2020-12-01',
    value: {
      'below-community': { orders: [], besides: ['discharge', 'fine'], mostRequirements: 0, amounts: {} },
      low: {
        orders: ['community-order'],
        besides: ['fine'],
        mostRequirements: 2,
        amounts: {
          'unpaid-work': { unit: 'hours', least: 40, most: 80 },
          curfew: { unit: 'weeks', least: 2, most: 6 },
        },
      },
      medium: {
        orders: ['community-order'],
        besides: [],
        mostRequirements: 3,
        amounts: {
          'unpaid-work': { unit: 'hours', least: 80, most: 150 },
          curfew: { unit: 'months', least: 2, most: 3 },
        },
      },
      high: {
        orders: ['community-order', 'suspended-sentence'],
        besides: [],
        mostRequirements: 4,
        amounts: {
          'unpaid-work': { unit: 'hours', least: 150, most: 300 },
          curfew: { unit: 'months', least: 4, most: 12 },
        },
      },
      'custody-threshold': {
        orders: ['suspended-sentence', 'community-order'],
        besides: ['immediate-custody'],
        mostRequirements: 4,
        amounts: {},
      },
      'above-suspension': { orders: [], besides: ['immediate-custody'], mostRequirements: 0, amounts: {} },
    },
    source,
  },
])
