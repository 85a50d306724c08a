import { daysBetween, type LocalDate } from '../../../platform/calendar/index.ts'
import type { EarlierField, EarlierLevel, EarlierModel } from '../parameters/earlier-court-model.ts'
import { placeholderIdentifiers } from '../parameters/identifier-rules.ts'
import { probabilityOf } from './score-pair.ts'
import { levenshtein } from './similarity.ts'

export type EarlierRecord = { readonly [Field in EarlierField]?: string | null }

export type EarlierScore = {
  readonly levels: Readonly<Record<EarlierField, string>>
  readonly matchWeight: number
  readonly probability: number
}

/** The earlier court matcher: weight = log2 of the prior odds + log2(m / u) of the first level that holds per field,
 *  nothing for an unknown value or a placeholder PNC. Texts are compared as given.
 *  Source: hmpps-person-match-score (matching specification section 9). A check of the formula, not in use. */
export function scoreEarlier(
  left: EarlierRecord,
  right: EarlierRecord,
  model: EarlierModel,
  asAt: LocalDate,
): EarlierScore {
  const placeholders = placeholderIdentifiers.on(asAt).value.pnc
  const comparable = (record: EarlierRecord, field: EarlierField) => {
    const value = record[field] || null
    return field === 'pnc' && value !== null && placeholders.includes(value) ? null : value
  }
  let matchWeight = Math.log2(model.prior / (1 - model.prior))
  const levels = Object.entries(model.levels).map(([name, rows]) => {
    const field = name as EarlierField
    const [ours, theirs] = [comparable(left, field), comparable(right, field)]
    if (ours === null || theirs === null) return [field, 'Null']
    const held = rows.find(level => holds(level, ours, theirs))!
    matchWeight += Math.log2(held.m / held.u)
    return [field, held.label]
  })
  return {
    levels: Object.fromEntries(levels) as Record<EarlierField, string>,
    matchWeight,
    probability: probabilityOf(matchWeight),
  }
}

function holds(level: EarlierLevel, left: string, right: string): boolean {
  const within = level.within ?? 0
  if (level.when === 'equal') return left === right
  if (level.when === 'equal-on-1-january') return left === right && left.endsWith('01-01')
  if (level.when === 'edits') return levenshtein(left, right) <= within
  if (level.when === 'days') return Math.abs(daysBetween(left as LocalDate, right as LocalDate)) <= within
  return true
}
