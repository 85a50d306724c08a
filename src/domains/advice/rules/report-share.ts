import { ageGroup } from './concordance-report.ts'
import type { CustodyRisk, Sentence, SentencedCase } from './sentenced-cases.ts'

export const shareBreakdowns = ['court', 'sex', 'age', 'ethnicity', 'custody-risk', 'sentence'] as const
export type ShareBreakdown = (typeof shareBreakdowns)[number]

export const sentenceWords: Readonly<Record<Sentence, string>> = {
  'community-order': 'Community order',
  'suspended-sentence': 'Suspended sentence',
  custody: 'Immediate custody',
}
const riskWords: Readonly<Record<CustodyRisk, string>> = {
  'at-risk': 'At risk of custody',
  'not-at-risk': 'Not found at risk',
  'not-known': 'Not known',
}

/** The group a case is counted in; what is not recorded is a group of its own. Courts go by the code of the building. */
export function shareGroup(one: SentencedCase, by: ShareBreakdown): string {
  switch (by) {
    case 'court':
      return one.courtCode?.slice(0, 5) ?? 'Not known'
    case 'sex':
      return one.sex === null ? 'Not known' : one.sex === 'male' ? 'Male' : 'Female'
    case 'age':
      return ageGroup(one.age)
    case 'ethnicity':
      return one.ethnicity ?? 'Not known'
    case 'custody-risk':
      return riskWords[one.custodyRisk]
    case 'sentence':
      return sentenceWords[one.sentence]
  }
}

export type ReportShare = {
  readonly group: string
  readonly sentenced: number
  readonly withReport: number
  /** 0 to 1; null where nobody was sentenced: a share of nothing is nothing, not 0%. */
  readonly share: number | null
  /** Too few to read anything into. */
  readonly small: boolean
}

/** How many of the cases had a report. */
export function reportShare(group: string, cases: readonly SentencedCase[], smallUnder: number): ReportShare {
  const withReport = cases.filter(one => one.report !== null).length
  return {
    group,
    sentenced: cases.length,
    withReport,
    share: cases.length === 0 ? null : withReport / cases.length,
    small: cases.length < smallUnder,
  }
}

/** The share of each group, by name of group. Every case is in exactly one. */
export function reportShares(
  cases: readonly SentencedCase[],
  by: ShareBreakdown,
  smallUnder: number,
): readonly ReportShare[] {
  const groups = new Map<string, SentencedCase[]>()
  for (const one of cases) {
    const group = shareGroup(one, by)
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, own]) => reportShare(group, own, smallUnder))
}
