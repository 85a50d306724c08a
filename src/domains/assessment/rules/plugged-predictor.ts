import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Contribution, GenerationTwoFacts } from '../model.ts'
import { type FeatureName, featureOf } from './predictor-features.ts'
import type { CalculatedPredictor, PredictorFile, PredictorTerm, Transform } from './predictor-file.ts'
import { logistic, rounded, Tally } from './scoring.ts'

type Carried = {
  readonly predictor: string
  readonly generation: string
  readonly version: string
  readonly assessedOn: LocalDate
  readonly inputs: GenerationTwoFacts
}

/** The score of a predictor from a file, explained like our own; `value` is per cent or points. */
export type PluggedScore = Carried &
  (
    | {
        readonly outcome: 'scored'
        readonly value: number
        readonly band: string | null
        readonly linear: number
        readonly contributions: readonly Contribution[]
      }
    | {
        readonly outcome: 'no-score'
        readonly why: 'missing' | 'not-applicable' | 'not-in-force' | 'entered-by-hand'
        readonly missing: readonly string[]
      }
  )

/** Scores a predictor that a deployer plugged in. Facts that are not known give "no score" with what is missing. */
export function pluggedScore(predictor: PredictorFile, facts: GenerationTwoFacts): PluggedScore {
  const { id, generation, version, validFrom, validTo, minAge, maxAge } = predictor
  const carried: Carried = { predictor: id, generation, version, assessedOn: facts.assessedOn, inputs: facts }
  const none = (
    why: 'missing' | 'not-applicable' | 'not-in-force' | 'entered-by-hand',
    missing: readonly string[] = [],
  ) => ({ ...carried, outcome: 'no-score', why, missing }) as const

  if (facts.assessedOn < validFrom || (validTo !== null && facts.assessedOn > validTo)) return none('not-in-force')
  if (predictor.kind === 'external') return none('entered-by-hand')
  const needed = new Set<FeatureName>(
    predictor.terms.flatMap(term => [term.feature, ...(term.when ? [term.when.feature] : [])]),
  )
  if (minAge !== null || maxAge !== null) needed.add('age')
  const missing: string[] = [...needed].filter(name => featureOf(name, facts) === null)
  if (facts.sex === null) missing.unshift('sex')
  if (missing.length > 0) return none('missing', missing)
  const age = featureOf('age', facts) ?? 0
  const wrongAge = (minAge !== null && age < minAge) || (maxAge !== null && age > maxAge)
  if (!predictor.sexes.includes(facts.sex!) || wrongAge) return none('not-applicable')

  const { linear, contributions } = tallyOf(predictor, facts)
  const value = rounded(predictor.kind === 'logistic' ? logistic(linear) * 100 : linear, predictor.decimals)
  const band = predictor.bands.findLast(one => value >= one.min)?.name ?? null
  return { ...carried, outcome: 'scored', value, band, linear, contributions }
}

function tallyOf(predictor: CalculatedPredictor, facts: GenerationTwoFacts): Tally {
  const tally = new Tally()
  tally.add('intercept', predictor.intercept)
  for (const term of predictor.terms) {
    const value = featureOf(term.feature, facts)!
    if (!holds(term, facts) || (term.transform === 'ln' && value <= 0)) continue
    const feature = term.transform === 'identity' ? term.feature : `${term.feature} (${term.transform})`
    tally.add(feature, term.coefficient * transformed[term.transform](value))
  }
  return tally
}

function holds({ when }: PredictorTerm, facts: GenerationTwoFacts): boolean {
  if (!when) return true
  const value = featureOf(when.feature, facts)!
  return (when.min === undefined || value >= when.min) && (when.max === undefined || value <= when.max)
}

const transformed: { readonly [Kind in Transform]: (value: number) => number } = {
  identity: value => value,
  square: value => value ** 2,
  cube: value => value ** 3,
  ln: value => Math.log(value),
}
