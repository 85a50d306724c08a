import { dated } from '../../../platform/rules/index.ts'
import type { DisposalFamily } from '../../sentence/index.ts'

/** The sentences of which a share should have had a report. */
export const sentencedFamilies = dated<readonly DisposalFamily[]>('advice.sentenced-families', [
  {
    from: '0001-01-01',
    value: ['community-order', 'suspended-sentence', 'custody', 'youth-custody'],
    source: {
      kind: 'assumption',
      cite: 'Pre-sentence report specification, section 9: community order, suspended sentence or immediate custody',
      note: 'The ministry has not published its denominator (PQ 44678). Detention of adults under 21 counts as custody.',
    },
  },
])

/** A person younger than this on the day of sentence is not counted. */
export const countedFromAge = dated('advice.counted-from-age', [
  {
    from: '0001-01-01',
    value: 18,
    source: {
      kind: 'assumption',
      cite: 'Reports on children are written by youth justice services',
      note: 'A person whose age is not known is counted.',
    },
  },
])
