import type { LocalDate } from '../../platform/calendar/index.ts'
import { allParameters, type Dated, type Entry, type SourceKind } from '../../platform/rules/index.ts'

export type RuleRow = {
  readonly name: string
  readonly domain: string
  readonly from: string
  readonly kind: SourceKind
  readonly cite: string
  readonly value: string
  readonly entries: number
}

export type RuleEntry = {
  readonly from: LocalDate
  readonly inForce: boolean
  readonly ended: boolean
  readonly value: string
  readonly kind: SourceKind
  readonly cite: string
  readonly note: string | null
}

export type RulesModel = {
  readonly asAt: LocalDate
  readonly total: number
  readonly assumptions: number
  readonly onlyAssumptions: boolean
  readonly groups: readonly { readonly domain: string; readonly rules: readonly RuleRow[] }[]
}

export type RuleModel = { readonly name: string; readonly asAt: LocalDate; readonly entries: readonly RuleEntry[] }

const longest = 160

/** Every dated value the product decides with, by domain; `onlyAssumptions` keeps those nobody has confirmed. */
export function rulesView(asAt: LocalDate, onlyAssumptions: boolean, parameters = allParameters()): RulesModel {
  const rows = parameters.map(parameter => rowOf(parameter, asAt))
  const shown = onlyAssumptions ? rows.filter(row => row.kind === 'assumption') : rows
  const domains = [...new Set(shown.map(row => row.domain))].sort()
  return {
    asAt,
    total: rows.length,
    assumptions: rows.filter(row => row.kind === 'assumption').length,
    onlyAssumptions,
    groups: domains.map(domain => ({ domain, rules: shown.filter(row => row.domain === domain) })),
  }
}

/** One value with every entry it has had or will have; undefined when there is none of that name. */
export function ruleView(name: string, asAt: LocalDate, parameters = allParameters()): RuleModel | undefined {
  const parameter = parameters.find(candidate => candidate.name === name)
  if (!parameter) return undefined
  const current = currentEntry(parameter, asAt)
  return {
    name,
    asAt,
    entries: [...parameter.entries].reverse().map(entry => ({
      from: entry.from,
      inForce: entry === current && entry.value !== null,
      ended: entry.value === null,
      value: JSON.stringify(entry.value, null, 2),
      kind: entry.source.kind,
      cite: entry.source.cite,
      note: entry.source.note ?? null,
    })),
  }
}

function rowOf(parameter: Dated<unknown>, asAt: LocalDate): RuleRow {
  const entry = currentEntry(parameter, asAt) ?? parameter.entries[0]!
  const text = JSON.stringify(entry.value) ?? ''
  return {
    name: parameter.name,
    domain: parameter.name.split('.')[0]!,
    from: entry.from,
    kind: entry.source.kind,
    cite: entry.source.cite,
    value: text.length > longest ? `${text.slice(0, longest)} …` : text,
    entries: parameter.entries.length,
  }
}

function currentEntry(parameter: Dated<unknown>, asAt: LocalDate): Entry<unknown> | undefined {
  return parameter.entries.findLast(entry => entry.from <= asAt)
}
