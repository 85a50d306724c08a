import { depthWords } from '../parameters/report-fields.ts'
import type { ReportDepth } from '../report-model.ts'
import {
  type CheckedReport,
  type QualityBreakdown,
  type QualityRow,
  qualityGroup,
  qualityRows,
} from '../rules/report-quality.ts'

type NumberLink = { readonly text: string; readonly href: string }

export type QualityTable = {
  readonly caption: string
  readonly lines: readonly {
    readonly group: string
    readonly small: boolean
    readonly checked: NumberLink
    readonly average: string
    readonly sufficient: NumberLink
    readonly share: string
  }[]
}

const captions = { kind: 'By kind of report', ethnicity: 'By ethnicity' } as const

/** Scores by kind and by ethnicity, each number with the address of its list, and the list that was opened: `group`
 *  null opens none. Without a check there are no tables. */
export function qualityView<Check extends CheckedReport>(
  checks: readonly Check[],
  asked: { readonly by: string; readonly group: string | null; readonly show: string },
  smallUnder: number,
): {
  readonly tables: readonly QualityTable[]
  readonly listed: { readonly heading: string; readonly checks: readonly Check[] } | null
} {
  const breakdowns = ['kind', 'ethnicity'] as const
  const tables = breakdowns.map(by => ({
    caption: captions[by],
    lines: qualityRows(checks, by, smallUnder).map(row => line(row, by)),
  }))
  const by = breakdowns.find(one => one === asked.by)
  if (checks.length === 0 || asked.group === null || !by)
    return { tables: checks.length === 0 ? [] : tables, listed: null }
  const own = checks.filter(one => qualityGroup(one, by) === asked.group)
  const sufficient = asked.show === 'sufficient'
  const heading = `${sufficient ? 'Sufficient' : 'Checked'}: ${groupWords(asked.group, by)}`
  return { tables, listed: { heading, checks: sufficient ? own.filter(one => one.sufficient) : own } }
}

function line(row: QualityRow, by: QualityBreakdown): QualityTable['lines'][number] {
  const href = (show: string) => `/reports/quality?by=${by}&group=${encodeURIComponent(row.group)}&show=${show}#checked`
  return {
    ...{ group: groupWords(row.group, by), small: row.small },
    checked: { text: String(row.checked), href: href('checked') },
    average: `${row.average}%`,
    sufficient: { text: String(row.sufficient), href: href('sufficient') },
    share: `${row.sufficientShare}%`,
  }
}

const isDepth = (group: string): group is ReportDepth => group in depthWords

function groupWords(group: string, by: QualityBreakdown): string {
  return by === 'kind' && isDepth(group) ? depthWords[group] : group
}
