import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type ConcordanceOutcome, concordanceShare } from './concordance.ts'

export type ComparedCase = {
  readonly personId: string
  readonly requestId: string
  readonly courtCode: string
  readonly sentencedOn: LocalDate
  readonly outcome: ConcordanceOutcome
  readonly overridden: boolean
  readonly authorName: string
  readonly sex: 'male' | 'female' | null
  readonly age: number | null
  readonly ethnicity: string | null
}

export const breakdowns = ['sex', 'age', 'ethnicity', 'court', 'author'] as const
export type Breakdown = (typeof breakdowns)[number]

/** The group a case is counted in. What is not recorded is a group of its own, never left out. */
export function groupOf(one: ComparedCase, by: Breakdown): string {
  if (by === 'sex') return one.sex === null ? 'Not known' : one.sex === 'male' ? 'Male' : 'Female'
  if (by === 'age') return ageGroup(one.age)
  if (by === 'ethnicity') return one.ethnicity ?? 'Not known'
  return by === 'court' ? one.courtCode : one.authorName
}

/** The age group measures are broken down by; what is not recorded is a group of its own. */
export function ageGroup(age: number | null): string {
  if (age === null) return 'Not known'
  if (age < 18) return 'Under 18'
  if (age <= 25) return '18 to 25'
  return age < 50 ? '26 to 49' : '50 and over'
}

export type ConcordanceRow = {
  readonly group: string
  readonly compared: number
  readonly followed: number
  readonly inPart: number
  readonly notFollowed: number
  readonly overridden: number
  /** Of those compared, 0 to 1; null where there are none. */
  readonly followedShare: number | null
  readonly overrideShare: number | null
  /** Too few to read anything into. */
  readonly small: boolean
}

/** The cases counted by group, the groups by name. `smallUnder`: fewer compared than this are marked. */
export function concordanceRows(
  cases: readonly ComparedCase[],
  by: Breakdown,
  smallUnder: number,
): readonly ConcordanceRow[] {
  const groups = [...new Set(cases.map(one => groupOf(one, by)))].sort()
  return groups.map(group =>
    concordanceRow(
      group,
      cases.filter(one => groupOf(one, by) === group),
      smallUnder,
    ),
  )
}

export function concordanceRow(group: string, cases: readonly ComparedCase[], smallUnder: number): ConcordanceRow {
  const { compared, followed, inPart, share } = concordanceShare(cases.map(one => one.outcome))
  const overridden = cases.filter(one => one.overridden).length
  return {
    group,
    compared,
    followed,
    inPart,
    notFollowed: compared - followed - inPart,
    overridden,
    followedShare: share,
    overrideShare: cases.length === 0 ? null : overridden / cases.length,
    small: compared < smallUnder,
  }
}
