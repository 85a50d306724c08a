import { dated } from '../../../platform/rules/index.ts'

/** Of the proposals the machine may accept itself, one in this many is put to a person all the same. */
export const acceptanceSample = dated('court.acceptance-sample', [
  {
    from: '0001-01-01',
    value: { oneIn: 10 },
    source: {
      kind: 'assumption',
      cite: 'Court specification, section 10: auto-accept for clean cases with sampling',
      note: 'The share is ours; set 1 to have a person accept everything.',
    },
  },
])
