import { conditionNamed, firstShared } from './level-conditions.ts'
import type {
  ComparisonName,
  Frequencies,
  FrequencyColumn,
  MatchComparison,
  MatchModel,
  MatchModelName,
  TermColumn,
} from './match-model.ts'
import { arePossibleTwins } from './possible-twins.ts'
import type { StandardRecord } from './standardise-record.ts'

/** What one comparison says of a pair, in bits (each bit doubles or halves the odds that it is one person). */
export type ScoreComponent = {
  readonly comparison: ComparisonName
  readonly level: string
  readonly weight: number
  readonly tfAdjustment: number
}

/** The evidence of a pair. `evidence` is the start plus all components; `weight` is the one to decide with: lower
 *  when the pair looks like twins. `excluded` is a person's decision that the two differ. */
export type PairScore = {
  readonly model: MatchModelName
  readonly start: number
  readonly components: readonly ScoreComponent[]
  readonly evidence: number
  readonly possibleTwins: boolean
  readonly excluded: boolean
  readonly weight: number
}

export type Scorer = (left: StandardRecord, right: StandardRecord, frequencies: Frequencies) => PairScore

type CompiledLevel = {
  readonly level: string
  readonly weight: number
  readonly holds: (left: StandardRecord, right: StandardRecord, frequencies: Frequencies) => boolean
  readonly adjustment: ((left: StandardRecord, right: StandardRecord, frequencies: Frequencies) => number) | undefined
}

type CompiledComparison = { readonly comparison: ComparisonName; readonly levels: readonly CompiledLevel[] }

const excludedByPerson = conditionNamed('override-marker-differs-in-scope')

const compiled = new WeakMap<MatchModel, Scorer>()

/** The scorer of a model, made once. Weight = log2 of the prior odds + the weights of the first level that holds in
 *  each comparison + term-frequency adjustments (matching specification section 4). Throws ModelError for a model
 *  whose comparison can end without an answer. */
export function scorerOf(model: MatchModel): Scorer {
  const known = compiled.get(model)
  if (known) return known
  const scorer = compile(model)
  compiled.set(model, scorer)
  return scorer
}

export class ModelError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ModelError'
  }
}

/** The chance that a pair of this weight is one person, for the statistics and never for a screen. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight)
}

function compile(model: MatchModel): Scorer {
  const start = Math.log2(model.prior / (1 - model.prior))
  const comparisons = model.comparisons.map(comparison => compileComparison(comparison, model))

  return (left, right, frequencies) => {
    const components: ScoreComponent[] = []
    let evidence = start
    for (const { comparison, levels } of comparisons) {
      const held = levels.find(level => level.holds(left, right, frequencies))!
      const tfAdjustment = held.adjustment?.(left, right, frequencies) ?? 0
      components.push({ comparison, level: held.level, weight: held.weight, tfAdjustment })
      evidence += held.weight + tfAdjustment
    }
    const excluded = excludedByPerson(left, right, frequencies, 0)
    const possibleTwins = arePossibleTwins(left, right, model.twins)
    const weight = possibleTwins ? model.thresholds.twins : evidence
    return { model: model.name, start, components, evidence, possibleTwins, excluded, weight }
  }
}

function compileComparison({ comparison, levels }: MatchComparison, model: MatchModel): CompiledComparison {
  if (levels.at(-1)?.condition !== 'otherwise') {
    throw new ModelError(`${model.name}: comparison ${comparison} does not end with an "otherwise" level`)
  }
  return {
    comparison,
    levels: levels.map(({ level, condition, limit = Number.POSITIVE_INFINITY, m, u, term }) => {
      const test = conditionNamed(condition)
      return {
        level,
        weight: Math.log2(m / u),
        holds: (left, right, frequencies) => test(left, right, frequencies, limit),
        adjustment: term && termAdjustment(term, model.exactU[term.column]),
      }
    }),
  }
}

function termAdjustment(
  { column, factor }: { readonly column: TermColumn; readonly factor: number },
  exactU: number,
): NonNullable<CompiledLevel['adjustment']> {
  const { table, values } = termLookups[column]
  return (left, right, frequencies) => {
    const [ours, theirs] = values(left, right)
    const frequencyOf = (value: string | null) => (value === null ? undefined : frequencies.of(table, value))
    const a = frequencyOf(ours)
    const b = ours === theirs ? a : frequencyOf(theirs)
    const commoner = a === undefined ? b : b === undefined ? a : Math.max(a, b)
    return commoner === undefined || commoner <= 0 ? 0 : factor * Math.log2(exactU / commoner)
  }
}

type TermValues = (left: StandardRecord, right: StandardRecord) => readonly [string | null, string | null]

const termLookups: Readonly<Record<TermColumn, { readonly table: FrequencyColumn; readonly values: TermValues }>> = {
  fullName: { table: 'fullName', values: (l, r) => [l.fullName, r.fullName] },
  name1: { table: 'name1', values: (l, r) => [l.name1, r.name1] },
  name2: { table: 'name2', values: (l, r) => [l.name2, r.name2] },
  lastName: { table: 'lastName', values: (l, r) => [l.lastName, r.lastName] },
  dob: { table: 'dob', values: (l, r) => [l.dob, r.dob] },
  pnc: { table: 'pnc', values: (l, r) => [l.pnc, r.pnc] },
  cro: { table: 'cro', values: (l, r) => [l.cro, r.cro] },
  sharedPnc: { table: 'pnc', values: (l, r) => bothSides(firstShared(l.pncs, r.pncs)) },
  sharedCro: { table: 'cro', values: (l, r) => bothSides(firstShared(l.cros, r.cros)) },
}

function bothSides(value: string | null): readonly [string | null, string | null] {
  return [value, value]
}
