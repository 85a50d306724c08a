import type { LocalDate } from '../../../platform/calendar/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import {
  type Breakdown,
  breakdowns,
  type ComparedCase,
  type ConcordanceRow,
  concordanceRow,
  concordanceRows,
  groupOf,
} from '../rules/concordance-report.ts'

export type Show = 'compared' | 'followed' | 'in-part' | 'not-followed' | 'overridden'

export type CountLink = { readonly number: number; readonly href: string }

export type ConcordanceLine = {
  readonly group: string
  readonly compared: CountLink
  readonly followed: CountLink
  readonly inPart: CountLink
  readonly notFollowed: CountLink
  readonly overridden: CountLink
  readonly share: string
  readonly overrideShare: string
  readonly small: boolean
}

export type ConcordanceModel = {
  readonly days: number
  readonly period: string
  readonly by: Breakdown
  readonly total: ConcordanceLine
  readonly rows: readonly ConcordanceLine[]
  readonly smallUnder: number
  readonly listed: { readonly heading: string; readonly cases: readonly ComparedCase[] } | null
}

export const spans = [91, 182, 365] as const

const shown: Readonly<Record<Show, (one: ComparedCase) => boolean>> = {
  compared: () => true,
  followed: one => one.outcome === 'followed',
  'in-part': one => one.outcome === 'in-part',
  'not-followed': one => one.outcome === 'not-followed',
  overridden: one => one.overridden,
}
const showWords: Readonly<Record<Show, string>> = {
  compared: 'Compared',
  followed: 'Followed',
  'in-part': 'Followed in part',
  'not-followed': 'Not followed',
  overridden: 'Chosen otherwise than proposed',
}

/** The report in words; each number is a link to the cases it counts. */
export function concordanceView(
  cases: readonly ComparedCase[],
  asked: { readonly by: string; readonly group: string | null; readonly show: string; readonly days: number },
  period: { readonly from: LocalDate; readonly to: LocalDate },
  smallUnder: number,
): ConcordanceModel {
  const by = breakdowns.find(one => one === asked.by) ?? 'sex'
  const line = (row: ConcordanceRow, group: string | null): ConcordanceLine => {
    const link = (number: number, show: Show): CountLink => ({ number, href: href(asked.days, by, group, show) })
    return {
      group: row.group,
      compared: link(row.compared, 'compared'),
      followed: link(row.followed, 'followed'),
      inPart: link(row.inPart, 'in-part'),
      notFollowed: link(row.notFollowed, 'not-followed'),
      overridden: link(row.overridden, 'overridden'),
      share: percent(row.followedShare),
      overrideShare: percent(row.overrideShare),
      small: row.small,
    }
  }
  const show = (Object.keys(shown) as Show[]).find(one => one === asked.show)
  const { group } = asked
  return {
    days: asked.days,
    period: `${longDate(period.from)} to ${longDate(period.to)}`,
    by,
    total: line(concordanceRow('All', cases, smallUnder), null),
    rows: concordanceRows(cases, by, smallUnder).map(row => line(row, row.group)),
    smallUnder,
    listed: show
      ? {
          heading: `${showWords[show]}${group === null ? '' : `: ${group}`}`,
          cases: cases.filter(one => shown[show](one) && (group === null || groupOf(one, by) === group)),
        }
      : null,
  }
}

function href(days: number, by: Breakdown, group: string | null, show: Show): string {
  const part = group === null ? '' : `&group=${encodeURIComponent(group)}`
  return `/reports/concordance?days=${days}&by=${by}${part}&show=${show}#cases`
}

function percent(share: number | null): string {
  return share === null ? 'Nothing to measure' : `${Math.round(share * 1000) / 10}%`
}
