import { dated } from '../../../platform/rules/index.ts'

export type RankingWeights = {
  readonly need: { readonly standard: number; readonly severe: number }
  readonly harmLinked: number
  readonly reoffendingLinked: number
  /** Taken off for each week until the last requirement can start. */
  readonly waitingWeek: number
  /** A requirement at the middle of its range burdens as much as this; one without a range counts so too. */
  readonly burden: { readonly punitive: number; readonly other: number }
  /** Burden that a package of the band may carry before it is taken off. */
  readonly burdenAtMidpoint: { readonly low: number; readonly medium: number; readonly high: number }
  readonly mostPackages: number
}

export const rankingWeights = dated<RankingWeights>('advice.package-ranking', [
  {
    from: '2020-12-01',
    value: {
      need: { standard: 1, severe: 2 },
      harmLinked: 1,
      reoffendingLinked: 1,
      waitingWeek: 0.1,
      burden: { punitive: 1, other: 0.5 },
      burdenAtMidpoint: { low: 1, medium: 1.5, high: 2 },
      mostPackages: 5,
    },
    source: {
      kind: 'assumption',
      cite: 'Our design: the ranking of the public tool is not public',
      note: 'Weights of needs and links are part of the design; a tenth of a point for a week and the burdens are ours.',
    },
  },
])

export type CurfewAsProposed = { readonly from: number; readonly to: number }

/** The night hours a curfew is proposed with, in minutes after midnight; from the evening to the morning after. */
export const curfewAsProposed = dated<CurfewAsProposed>('advice.curfew-as-proposed', [
  {
    from: '2020-12-01',
    value: { from: 19 * 60, to: 7 * 60 },
    source: { kind: 'assumption', cite: 'Our default: 7pm to 7am, for the author to change' },
  },
])
