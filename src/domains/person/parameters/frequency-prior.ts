import { dated } from '../../../platform/rules/index.ts'

/** How far counted frequencies are trusted. A share is (records + weight x prior) / (all records + weight), where the
 *  prior is the model's own chance that two people agree; a small service would otherwise take every name for common.
 *  `postcode` is the prior of one postcode. */
export const frequencyPrior = dated('person.frequency-prior', [
  {
    from: '1900-01-01',
    value: { weight: 100_000, postcode: 1 / 1_700_000 },
    source: {
      kind: 'assumption',
      cite: 'Throughline, README of the person domain',
      note: 'The published model counts over the whole country. The weight is our choice; about 1.7 million postcodes are in use.',
    },
  },
])
