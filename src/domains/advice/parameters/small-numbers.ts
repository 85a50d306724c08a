import { dated } from '../../../platform/rules/index.ts'

/** Fewer compared cases than this are marked as too few to read anything into. */
export const smallNumberUnder = dated('advice.small-number-under', [
  {
    from: '2020-12-01',
    value: 10,
    source: { kind: 'assumption', cite: 'Our default; no public rule says below which number a share is marked' },
  },
])
