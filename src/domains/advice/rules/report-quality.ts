import { createHash } from 'node:crypto'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import { qualityQuestions, reportSampling } from '../parameters/report-quality.ts'
import type { ReportDepth } from '../report-model.ts'

/** Is this report read for its quality? The draw follows from the report's id, so that it can be repeated and nobody can
 *  choose whom it falls on. */
export function isDrawnForQuality(
  report: { readonly reportId: string; readonly depth: ReportDepth },
  signedOn: LocalDate,
): Decision<'drawn' | 'not-drawn'> {
  const rule = reportSampling.on(signedOn)
  const percent = rule.value.percentOf[report.depth]
  const seed = `report quality ${report.reportId}`
  const place = (createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32) * 100
  return decided(place < percent ? 'drawn' : 'not-drawn', [rule], reason('share', { percent }))
}

/** The score of the answers, 0 (nothing is met) to 100 (everything is fully met); null unless every question has an
 *  answer of 1 to 4. */
export function qualityPercent(answers: Readonly<Record<string, number>>): number | null {
  const given = qualityQuestions.map(({ code }) => answers[code])
  if (!given.every(one => one === 1 || one === 2 || one === 3 || one === 4)) return null
  const met = given.reduce((sum: number, one) => sum + (one - 1), 0)
  return Math.round((met / (3 * qualityQuestions.length)) * 100)
}

export type CheckedReport = {
  readonly depth: ReportDepth
  readonly ethnicity: string | null
  readonly percent: number
  readonly sufficient: boolean
}

export type QualityBreakdown = 'kind' | 'ethnicity'

/** The group a checked report is counted in; an ethnicity that is not recorded is a group of its own. */
export function qualityGroup(report: Pick<CheckedReport, 'depth' | 'ethnicity'>, by: QualityBreakdown): string {
  return by === 'kind' ? report.depth : (report.ethnicity ?? 'Not known')
}

export type QualityRow = {
  readonly group: string
  readonly checked: number
  readonly sufficient: number
  /** Mean score, 0 to 100. */
  readonly average: number
  /** Of those checked, 0 to 100. */
  readonly sufficientShare: number
  /** Too few to read anything into. */
  readonly small: boolean
}

/** The checks counted by group; a group without a check has no row, because its quality is not known. */
export function qualityRows(
  checks: readonly CheckedReport[],
  by: QualityBreakdown,
  smallUnder: number,
): readonly QualityRow[] {
  const groups = [...new Set(checks.map(one => qualityGroup(one, by)))].sort()
  return groups.map(group => {
    const own = checks.filter(one => qualityGroup(one, by) === group)
    const sufficient = own.filter(one => one.sufficient).length
    return {
      ...{ group, checked: own.length, sufficient, small: own.length < smallUnder },
      average: Math.round(own.reduce((sum, one) => sum + one.percent, 0) / own.length),
      sufficientShare: Math.round((sufficient / own.length) * 100),
    }
  })
}
