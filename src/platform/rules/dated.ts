import { isLocalDate, type LocalDate } from '../calendar/local-date.ts'

export type SourceKind = 'statute' | 'policy' | 'guidance' | 'public-code' | 'assumption'

/** Where a value comes from. `assumption` is shown as such on every screen that rests on it. */
export type Source = { readonly kind: SourceKind; readonly cite: string; readonly note?: string }

/** `from` is the first day the value holds; `value: null` says the rule ended on that day. */
export type Entry<Value> = { readonly from: LocalDate; readonly value: Value | null; readonly source: Source }

export type InForce<Value> = {
  readonly parameter: string
  readonly from: LocalDate
  readonly value: Value
  readonly source: Source
}

export type Dated<Value> = {
  readonly name: string
  readonly entries: readonly Entry<Value>[]
  /** The value in force on the day. Throws NoRuleInForce before the first entry and after an ending one. */
  on(day: LocalDate): InForce<Value>
  /** Like `on`, but answers undefined where no value holds. */
  find(day: LocalDate): InForce<Value> | undefined
}

export class NoRuleInForce extends Error {
  readonly parameter: string
  readonly day: LocalDate
  constructor(parameter: string, day: LocalDate) {
    super(`No value of ${parameter} is in force on ${day}`)
    this.name = 'NoRuleInForce'
    this.parameter = parameter
    this.day = day
  }
}

export class ParameterError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ParameterError'
  }
}

type Registered = { readonly dated: Dated<unknown>; readonly replace: (entries: readonly Entry<unknown>[]) => void }

const registry = new Map<string, Registered>()
const kinds: readonly SourceKind[] = ['statute', 'policy', 'guidance', 'public-code', 'assumption']

/** A dated parameter: its entries in order of the first day they hold, each with its source.
 *  Throws ParameterError, naming the row, when days repeat or run backwards or a source is missing. */
export function dated<Value>(name: string, entries: readonly Entry<Value>[]): Dated<Value> {
  let current = checked(name, entries)
  const parameter: Dated<Value> = {
    name,
    get entries() {
      return current
    },
    find(day) {
      const entry = current.findLast(candidate => candidate.from <= day)
      if (!entry || entry.value === null) return undefined
      return { parameter: name, from: entry.from, value: entry.value, source: entry.source }
    },
    on(day) {
      const found = parameter.find(day)
      if (!found) throw new NoRuleInForce(name, day)
      return found
    },
  }
  registry.set(name, {
    dated: parameter as Dated<unknown>,
    replace: replacement => {
      current = checked(name, replacement as readonly Entry<Value>[])
    },
  })
  return parameter
}

/** Every parameter loaded in this process, for the parameters page and the test that each has a source. */
export function allParameters(): readonly Dated<unknown>[] {
  return [...registry.values()].map(entry => entry.dated).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Puts the deployer's own entries in place of ours: `{ "parameter.name": [entry, ...] }`.
 *  Throws ParameterError for an unknown name, a value of another shape, overlapping days or a missing source. */
export function applyDeployerParameters(file: unknown): readonly string[] {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    throw new ParameterError('The parameter file must be an object: { "parameter.name": [entries] }')
  }
  const replaced: string[] = []
  for (const [name, entries] of Object.entries(file)) {
    const known = registry.get(name)
    if (!known) throw new ParameterError(`The parameter file names ${name}, which does not exist`)
    if (!Array.isArray(entries)) throw new ParameterError(`${name}: expected a list of entries`)
    const shape = known.dated.entries.find(entry => entry.value !== null)?.value
    entries.forEach((entry: unknown, row) => {
      const value = (entry as { value?: unknown } | null)?.value
      if (value === undefined) throw new ParameterError(`${name} row ${row + 1}: value is missing (null ends the rule)`)
      if (value !== null && shape !== undefined && !sameShape(shape, value)) {
        throw new ParameterError(`${name} row ${row + 1}: the value does not have the shape of the one it replaces`)
      }
    })
    known.replace(entries as readonly Entry<unknown>[])
    replaced.push(name)
  }
  return replaced
}

function sameShape(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours)) return Array.isArray(theirs)
  if (ours === null || theirs === null) return true
  if (typeof ours !== 'object') return typeof ours === typeof theirs
  if (typeof theirs !== 'object' || Array.isArray(theirs)) return false
  return Object.keys(ours).every(key => key in theirs)
}

function checked<Value>(name: string, entries: readonly Entry<Value>[]): readonly Entry<Value>[] {
  if (entries.length === 0) throw new ParameterError(`${name}: has no entries`)
  entries.forEach((entry, row) => {
    const where = `${name} row ${row + 1}`
    if (typeof entry !== 'object' || entry === null) throw new ParameterError(`${where}: is not an entry`)
    if (!isLocalDate(entry.from)) throw new ParameterError(`${where}: from must be a date such as 2026-11-21`)
    const previous = entries[row - 1]
    if (previous && previous.from >= entry.from) {
      throw new ParameterError(`${where}: ${entry.from} does not come after ${previous.from}`)
    }
    if (!entry.source?.cite?.trim() || !kinds.includes(entry.source.kind)) {
      throw new ParameterError(`${where}: needs a source with a kind (${kinds.join(', ')}) and a citation`)
    }
  })
  return entries
}
