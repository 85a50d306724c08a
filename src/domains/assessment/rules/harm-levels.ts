import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { AnswerValues, HarmLevel } from '../questions/question.ts'
import { harmScreening } from './harm-screening.ts'

export type AtRisk = 'children' | 'public' | 'known-adult' | 'staff' | 'prisoners'

/** Levels by who is at risk; null is not given. Community and custody are separate views, prisoners are at risk in
 *  custody only. `overall` is the highest of all cells given. */
export type HarmLevels = {
  readonly community: { readonly [Who in Exclude<AtRisk, 'prisoners'>]: HarmLevel | null }
  readonly custody: { readonly [Who in AtRisk]: HarmLevel | null }
  readonly overall: HarmLevel
}

export const harmLevelsInOrder: readonly HarmLevel[] = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH']

/** The levels of the summary, or null when there are none: no cell is given, or the screening ended without a full
 *  analysis. Null is never low. Source: assessment-and-plan.md section 4.2. */
export function harmLevels(answers: AnswerValues, asAt: LocalDate): HarmLevels | null {
  const { outcome } = harmScreening(answers, asAt)
  const screened = answers.has('R5.1')
  if (outcome === 'decided-against' || (outcome === 'not-called-for' && screened)) return null
  const cell = (row: number, view: 1 | 2) =>
    harmLevelsInOrder.find(level => level === answers.get(`SUM6.${row}.${view}`)) ?? null
  const rows = (view: 1 | 2) => ({
    children: cell(1, view),
    public: cell(2, view),
    'known-adult': cell(3, view),
    staff: cell(4, view),
  })
  const community = rows(1)
  const custody = { ...rows(2), prisoners: cell(5, 2) }
  const given = [...Object.values(community), ...Object.values(custody)].filter(level => level !== null)
  const overall = harmLevelsInOrder.findLast(level => given.includes(level))
  return overall === undefined ? null : { community, custody, overall }
}

/** Whether a level is at or above another. */
export function isAtLeast(level: HarmLevel, limit: HarmLevel): boolean {
  return harmLevelsInOrder.indexOf(level) >= harmLevelsInOrder.indexOf(limit)
}
