import { dated } from '../../../platform/rules/index.ts'

export type EarlierField = 'dob' | 'firstname1' | 'firstname2' | 'firstname3' | 'lastname' | 'pnc'

/** `when`: equal texts, equal dates on 1 January, texts within some edits, dates within some days, or anything else. */
export type EarlierLevel = {
  readonly label: string
  readonly when: 'equal' | 'equal-on-1-january' | 'edits' | 'days' | 'otherwise'
  readonly within?: number
  readonly m: number
  readonly u: number
}

export type EarlierModel = {
  readonly prior: number
  readonly levels: Readonly<Record<EarlierField, readonly EarlierLevel[]>>
}

const nameLevels = (
  equal: readonly [number, number],
  near: readonly [number, number],
  other: readonly [number, number],
  edits = 2,
): readonly EarlierLevel[] => [
  { label: 'Exact match', when: 'equal', m: equal[0], u: equal[1] },
  { label: `levenshtein <= ${edits}`, when: 'edits', within: edits, m: near[0], u: near[1] },
  { label: 'All other comparisons', when: 'otherwise', m: other[0], u: other[1] },
]

/** The first probabilistic model used at court: no term frequencies. Kept as a check of the arithmetic only. */
export const earlierCourtModel = dated<EarlierModel>('person.match-model.earlier-court', [
  {
    from: '2021-01-01',
    value: {
      prior: 0.0001,
      levels: {
        dob: [
          {
            label: 'Match_Start_of_Year',
            when: 'equal-on-1-january',
            m: 0.004163142090700765,
            u: 2.0809535761667425e-6,
          },
          { label: 'Exact_Match', when: 'equal', m: 0.9592340025192732, u: 0.00017205598579207222 },
          { label: 'Levenshtein match', when: 'edits', within: 2, m: 0.03206637370636291, u: 0.022981411001777453 },
          { label: 'Within 1 year', when: 'days', within: 365, m: 0.0016963401632177485, u: 0.03953935279874078 },
          { label: 'Within 10 years', when: 'days', within: 3650, m: 0.002479915560222819, u: 0.386222605503889 },
          { label: 'All other comparisons', when: 'otherwise', m: 0.0003602259602225952, u: 0.5510824937562245 },
        ],
        firstname1: nameLevels(
          [0.9311633543815533, 0.004366147260641869],
          [0.04366108201273527, 0.007851656598918955],
          [0.025175563605711465, 0.9877821961404392],
        ),
        firstname2: nameLevels(
          [0.9119305310406827, 0.013019642584971803],
          [0.04280927405257787, 0.00905418593032905],
          [0.04526019490673944, 0.9779261714846992],
        ),
        firstname3: nameLevels(
          [0.8952075997025035, 0.013005309547499759],
          [0.04142278881960929, 0.016994074087118845],
          [0.06336961147788733, 0.9700006163653814],
        ),
        lastname: nameLevels(
          [0.9326767986072917, 0.0009006121553069719],
          [0.03388706565030342, 0.0026071068548387095],
          [0.033436135742404796, 0.9964922809898543],
        ),
        pnc: nameLevels(
          [0.9841131620811817, 0.00031565456287394755],
          [0.002050785015592621, 0.00013106009174602973],
          [0.013836052903225624, 0.99955328534538],
          3,
        ),
      },
    },
    source: {
      kind: 'public-code',
      cite: 'ministryofjustice/hmpps-person-match-score, splink_models/person_match_model.json',
      note: 'The day it came into use is not published; the first of 2021 is our assumption.',
    },
  },
])
