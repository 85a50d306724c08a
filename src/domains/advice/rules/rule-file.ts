import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Source, SourceKind } from '../../../platform/rules/index.ts'
import type { OrderFamily } from '../model.ts'
import { proposalOptions } from '../parameters/proposal-options.ts'
import { type Condition, readCondition } from './condition.ts'

/** 'commences': the option can be ordered only from `from` on. 'unlawful-unless' and 'not-eligible-unless': the
 *  condition must hold. 'must-have-when': the option comes first where the condition holds. */
export type RuleEffect = 'commences' | 'unlawful-unless' | 'not-eligible-unless' | 'must-have-when'
/** The day that chooses the version of a rule: of several offences or convictions the earliest. */
export type RuleDay = 'offence' | 'conviction' | 'sentence'

/** One version of one rule. A change of law or policy is a new row with the same id and later days, never an edit.
 *  `from` null has not commenced; `to` is the last day, null while it holds; `areas` null is everywhere. Limits in
 *  hours, days and months are not here: `sentence` holds them. */
export type RuleRow = {
  readonly id: string
  readonly option: string
  readonly orders: readonly OrderFamily[]
  readonly effect: RuleEffect
  readonly when: Condition | null
  readonly appliesTo: RuleDay
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly areas: readonly string[] | null
  readonly source: Source
  readonly status: 'verified' | 'unverified' | 'inferred'
  readonly text: string
}

/** All rows that hold together under one version; a decision names the version it was made under. */
export type RuleFile = { readonly version: string; readonly rows: readonly RuleRow[] }

/** A rule file that cannot be used; the message names the row and the field. */
export class RuleFileError extends Error {
  constructor(where: string, what: string) {
    super(`${where}: ${what}`)
    this.name = 'RuleFileError'
  }
}

const effects: readonly RuleEffect[] = ['commences', 'unlawful-unless', 'not-eligible-unless', 'must-have-when']
const days: readonly RuleDay[] = ['offence', 'conviction', 'sentence']
const orders: readonly OrderFamily[] = ['community-order', 'suspended-sentence']
const statuses: readonly RuleRow['status'][] = ['verified', 'unverified', 'inferred']
const kinds: readonly SourceKind[] = ['statute', 'policy', 'guidance', 'public-code', 'assumption']

/** Reads a rule file, ours or a deployer's. Throws RuleFileError naming the row when a source is missing, two versions
 *  of one rule hold on the same day in the same area, or a row asks for an option or a fact that does not exist. */
export function readRuleFile(file: unknown): RuleFile {
  const { version, rows } = fields(file, 'The rule file')
  if (!isText(version)) throw new RuleFileError('The rule file', 'needs a version')
  if (!Array.isArray(rows) || rows.length === 0) throw new RuleFileError('The rule file', 'needs a list of rows')
  const read = rows.map(readRow)
  read.forEach((row, index) => {
    const other = read.findIndex((earlier, place) => place < index && overlap(earlier, row))
    if (other < 0) return
    const where = `Rule row ${index + 1} (${row.id})`
    throw new RuleFileError(where, `its days overlap those of row ${other + 1}; end that row the day before`)
  })
  return { version, rows: read }
}

function readRow(value: unknown, index: number): RuleRow {
  const numbered = `Rule row ${index + 1}`
  const row = fields(value, numbered)
  if (!isText(row['id'])) throw new RuleFileError(numbered, 'needs an id')
  const where = `${numbered} (${row['id']})`
  const refuse = (what: string): never => {
    throw new RuleFileError(where, what)
  }
  const { option, effect, appliesTo, from, to, areas, status, text } = row
  if (!proposalOptions.some(one => one.id === option)) refuse(`there is no option "${String(option)}"`)
  if (!isOneOf(effects, effect)) refuse(`effect must be one of ${effects.join(', ')}`)
  if (!isOneOf(days, appliesTo)) refuse(`appliesTo must be one of ${days.join(', ')}`)
  if (!isListOf(row['orders'], one => isOneOf(orders, one))) refuse(`orders must list some of ${orders.join(', ')}`)
  if (from !== null && !isLocalDate(from)) refuse('from must be a date such as 2026-11-21, or null until it commences')
  if (to !== null && !isLocalDate(to)) refuse('to must be a date such as 2026-11-21, or null')
  if (isLocalDate(from) && isLocalDate(to) && to < from) refuse(`to (${to}) comes before from (${from})`)
  if (from === null && effect !== 'commences') refuse('only a row that commences an option may have no first day')
  if (areas !== null && !isListOf(areas, isText)) refuse('areas must be a list of area names, or null for everywhere')
  if (!isOneOf(statuses, status)) refuse(`status must be one of ${statuses.join(', ')}`)
  if (!isText(text)) refuse('needs a text in plain words')
  const source = fields(row['source'] ?? {}, where)
  if (!isText(source['cite']) || !isOneOf(kinds, source['kind'])) {
    refuse(`needs a source with a kind (${kinds.join(', ')}) and a citation`)
  }
  const when = effect === 'commences' && row['when'] === null ? null : readCondition(row['when'])
  if (typeof when === 'string') refuse(when)
  if (when !== null && effect === 'commences') refuse('a row that commences an option has no condition')
  return row as RuleRow
}

function overlap(one: RuleRow, other: RuleRow): boolean {
  if (one.id !== other.id) return false
  const sameOrder = one.orders.some(order => other.orders.includes(order))
  const sameArea = !one.areas || !other.areas || one.areas.some(area => other.areas?.includes(area))
  const ends = (row: RuleRow) => row.to ?? '9999-12-31'
  const apart = one.from !== null && other.from !== null && (ends(one) < other.from || ends(other) < one.from)
  return sameOrder && sameArea && !apart
}

function fields(value: unknown, where: string): { readonly [field: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RuleFileError(where, 'must be an object with named fields')
  }
  return value as { readonly [field: string]: unknown }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function isOneOf<Value>(allowed: readonly Value[], value: unknown): value is Value {
  return allowed.some(one => one === value)
}

function isListOf(value: unknown, fits: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(fits)
}
