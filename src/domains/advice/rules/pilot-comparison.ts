import { daysBetween, type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import type { CohortCode } from '../request-model.ts'
import { nothingKnown } from './custody-risk-from-record.ts'
import { priorityCohorts } from './priority-cohorts.ts'
import type { SentencedCase } from './sentenced-cases.ts'

export type Pilot = { readonly courtCode: string; readonly fromDay: LocalDate; readonly toDay: LocalDate | null }

/** Something that went well or not at a court on a day, and the rows of the comparison it counts in. */
export type Outcome = {
  readonly courtCode: string | null
  readonly day: LocalDate
  readonly met: boolean
  readonly rows: readonly string[]
}

export type Cell = { readonly met: number; readonly of: number; readonly share: number | null; readonly small: boolean }
export type ComparisonRow = {
  readonly row: string
  readonly pilotBefore: Cell
  readonly pilotSince: Cell
  readonly othersBefore: Cell
  readonly othersSince: Cell
}

export type ComparedDays = {
  readonly start: LocalDate
  /** The last day since the start: the pilot's last, or today. */
  readonly to: LocalDate
  /** As many days before the start as there are since. */
  readonly from: LocalDate
}

/** The days compared: from the start on, and as many before it. At most `atMost` days on each side. Null while the pilot
 *  has not begun. */
export function comparedDays(
  pilots: readonly Pilot[],
  start: LocalDate,
  today: LocalDate,
  atMost: number,
): ComparedDays | null {
  const ends = pilots.filter(one => one.fromDay === start).flatMap(one => one.toDay ?? [])
  const last = [today, plusDays(start, atMost - 1), ...ends].sort()[0]!
  if (last < start) return null
  return { start, to: last, from: plusDays(start, -1 - daysBetween(start, last)) }
}

/** Courts of the pilot that began on the start day beside courts that never were in one, before and since. Courts of
 *  other pilots, and what names no court, are in neither. Differences are no proof of a cause. */
export function comparePilot(
  pilots: readonly Pilot[],
  outcomes: readonly Outcome[],
  days: ComparedDays,
  rows: readonly string[],
  smallUnder: number,
): readonly ComparisonRow[] {
  const own = new Set(pilots.filter(one => one.fromDay === days.start).map(one => one.courtCode.slice(0, 5)))
  const any = new Set(pilots.map(one => one.courtCode.slice(0, 5)))
  const inDays = outcomes.filter(one => one.courtCode !== null && one.day >= days.from && one.day <= days.to)
  const site = (one: Outcome) => one.courtCode!.slice(0, 5)
  const pilot = inDays.filter(one => own.has(site(one)))
  const others = inDays.filter(one => !any.has(site(one)))
  return rows.map(row => {
    const cell = (all: readonly Outcome[], since: boolean) =>
      cellOf(
        all.filter(one => one.rows.includes(row) && one.day >= days.start === since),
        smallUnder,
      )
    return {
      row,
      pilotBefore: cell(pilot, false),
      pilotSince: cell(pilot, true),
      othersBefore: cell(others, false),
      othersSince: cell(others, true),
    }
  })
}

function cellOf(outcomes: readonly Outcome[], smallUnder: number): Cell {
  const of = outcomes.length
  const met = outcomes.filter(one => one.met).length
  return { met, of, share: of === 0 ? null : met / of, small: of < smallUnder }
}

/** The priority cohorts of a sentenced case: the test of triage on what is known after the sentence. */
export function cohortsOfCase(one: SentencedCase): readonly CohortCode[] {
  const { sex, age, ethnicity, sentencedOn, custodyRisk } = one
  const { found } = priorityCohorts({ ...nothingKnown(sentencedOn), sex, age, ethnicity }).outcome
  return [...found.map(({ cohort }) => cohort), ...(custodyRisk === 'at-risk' ? (['AT_RISK_OF_CUSTODY'] as const) : [])]
}
