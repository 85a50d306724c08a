import { dated } from '../../../platform/rules/index.ts'

/** Well-formed numbers that stand for "not known" in source systems; they are shown but never used to link. */
export const placeholderIdentifiers = dated<{ readonly pnc: readonly string[]; readonly cro: readonly string[] }>(
  'person.placeholder-identifiers',
  [
    {
      from: '1900-01-01',
      value: {
        pnc: ['1933/0993399H', '2033/0993399H', '2003/0993399B', '1999/0339933H', '2003/0993399H'],
        cro: ['000000/00Z'],
      },
      source: {
        kind: 'public-code',
        cite: 'ministryofjustice/hmpps-person-match-score (standardisation) and ministryofjustice/hmpps-person-match (problem CRO list)',
        note: 'The lists are not dated in their sources; we hold them good for every year.',
      },
    },
  ],
)

/** Starts of arrest/summons numbers that police systems make up when there was no arrest. A dot is any character. */
export const dummyAsnStarts = dated<readonly string[]>('person.dummy-asn-starts', [
  {
    from: '1900-01-01',
    value: [
      '0800NP01',
      '0800PP01',
      '..NRPR',
      '..12LN00',
      '..00NP00',
      '..6300',
      '..06SS',
      '..00XX',
      '..5011',
      '..5012',
      '..5021',
      '..5041',
      '..5042',
      '..5043',
      '..50OF',
      '..50SJ',
    ],
    source: {
      kind: 'public-code',
      cite: 'ministryofjustice/bichard7-next-core, packages/core/lib/isDummyAsn.ts',
      note: 'The list is not dated in its source; we hold it good for every year.',
    },
  },
])
