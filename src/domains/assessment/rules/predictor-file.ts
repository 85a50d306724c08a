import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Source } from '../../../platform/rules/index.ts'
import type { Sex } from '../model.ts'
import { type FeatureName, isFeature } from './predictor-features.ts'

/** What a coefficient is multiplied with. `ln` needs a value above zero, else the term adds nothing. */
export type Transform = 'identity' | 'square' | 'cube' | 'ln'

/** A term counts only while its `when` holds: the feature is at least `min` and at most `max`. */
export type PredictorTerm = {
  readonly feature: FeatureName
  readonly transform: Transform
  readonly coefficient: number
  readonly when?: { readonly feature: FeatureName; readonly min?: number; readonly max?: number }
}

/** Fields that every predictor from a file has. `validTo` null has no end; both days are included. */
type Described = {
  readonly id: string
  readonly version: string
  readonly generation: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly sexes: readonly Sex[]
  readonly minAge: number | null
  readonly maxAge: number | null
  readonly horizonYears: number | null
  readonly bands: readonly { readonly name: string; readonly min: number }[]
  readonly source: Source
}

/** `points` gives the sum itself; `logistic` the probability of it in per cent, with `decimals`. */
export type CalculatedPredictor = Described & {
  readonly kind: 'logistic' | 'points'
  readonly intercept: number
  readonly terms: readonly PredictorTerm[]
  readonly decimals: number
}

/** No public coefficients: the score is entered by hand with the name of who gave it, the day and the source. */
export type ExternalPredictor = Described & { readonly kind: 'external' }
export type PredictorFile = CalculatedPredictor | ExternalPredictor

/** A predictor file that cannot be used; the message names the file's predictor and the field. */
export class PredictorFileError extends Error {
  constructor(where: string, what: string) {
    super(`${where}: ${what}`)
    this.name = 'PredictorFileError'
  }
}

type Fields = { readonly [field: string]: unknown }
const transforms: readonly Transform[] = ['identity', 'square', 'cube', 'ln']
const sexes: readonly Sex[] = ['male', 'female', 'other']
const sourceKinds: readonly Source['kind'][] = ['statute', 'policy', 'guidance', 'public-code', 'assumption']

/** Reads predictors of a deployer (the schema is in data/README.md). Throws PredictorFileError for a missing source, a
 *  feature we do not know, bands that do not rise, or two versions of one predictor on the same day. */
export function readPredictors(files: readonly unknown[]): readonly PredictorFile[] {
  const predictors = files.map((file, index) => readOne(file, `predictor ${index + 1}`))
  predictors.forEach((one, index) => {
    const other = predictors.slice(0, index).find(earlier => earlier.id === one.id && validTogether(earlier, one))
    if (other) throw new PredictorFileError(one.id, `versions ${other.version} and ${one.version} hold on the same day`)
  })
  return predictors
}

function validTogether(a: Described, b: Described): boolean {
  return (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo)
}

function readOne(file: unknown, place: string): PredictorFile {
  const fields = objectOf(file, place)
  const id = textOf(fields, 'id', place)
  const described: Described = {
    id,
    version: textOf(fields, 'version', id),
    generation: textOf(fields, 'generation', id),
    validFrom: dayOf(fields, 'validFrom', id),
    validTo: fields.validTo == null ? null : dayOf(fields, 'validTo', id),
    sexes: listOf(fields, 'sexes', id).map(sex => oneOf(sexes, sex, 'sexes', id)),
    minAge: numberOrNull(fields, 'minAge', id),
    maxAge: numberOrNull(fields, 'maxAge', id),
    horizonYears: numberOrNull(fields, 'horizonYears', id),
    bands: bandsOf(fields, id),
    source: sourceOf(fields, id),
  }
  if (described.validTo !== null && described.validTo < described.validFrom) {
    throw new PredictorFileError(id, 'validTo comes before validFrom')
  }
  const kind = oneOf(['logistic', 'points', 'external'] as const, fields.kind, 'kind', id)
  if (kind === 'external') return { ...described, kind }
  const terms = listOf(fields, 'terms', id).map((term, index) => termOf(term, `${id} term ${index + 1}`))
  const intercept = numberOrNull(fields, 'intercept', id) ?? 0
  const decimals = numberOrNull(fields, 'decimals', id) ?? (kind === 'points' ? 0 : 2)
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6)
    throw new PredictorFileError(id, 'decimals must be 0 to 6')
  return { ...described, kind, intercept, terms, decimals }
}

function termOf(term: unknown, place: string): PredictorTerm {
  const fields = objectOf(term, place)
  const coefficient = numberOrNull(fields, 'coefficient', place)
  if (coefficient === null) throw new PredictorFileError(place, 'coefficient is missing')
  const read = {
    feature: featureOf(fields.feature, place),
    transform: oneOf(transforms, fields.transform ?? 'identity', 'transform', place),
    coefficient,
  }
  if (fields.when == null) return read
  const when = objectOf(fields.when, `${place} when`)
  const min = numberOrNull(when, 'min', place)
  const max = numberOrNull(when, 'max', place)
  return {
    ...read,
    when: {
      feature: featureOf(when.feature, `${place} when`),
      ...(min === null ? {} : { min }),
      ...(max === null ? {} : { max }),
    },
  }
}

function bandsOf(fields: Fields, place: string): Described['bands'] {
  const bands = listOf(fields, 'bands', place).map((band, index) => {
    const read = objectOf(band, `${place} band ${index + 1}`)
    const min = numberOrNull(read, 'min', place)
    if (min === null) throw new PredictorFileError(place, `band ${index + 1} has no min`)
    return { name: textOf(read, 'name', `${place} band ${index + 1}`), min }
  })
  bands.forEach((band, index) => {
    const before = bands[index - 1]
    if (before && before.min >= band.min) {
      throw new PredictorFileError(place, `band ${band.name} does not begin above ${before.name}`)
    }
  })
  return bands
}

function sourceOf(fields: Fields, place: string): Source {
  if (fields.source == null)
    throw new PredictorFileError(place, 'source is missing: say where the coefficients come from')
  const source = objectOf(fields.source, `${place} source`)
  const kind = oneOf(sourceKinds, source.kind, 'source.kind', place)
  return { kind, cite: textOf(source, 'cite', `${place} source`) }
}

function featureOf(value: unknown, place: string): FeatureName {
  if (!isFeature(value)) throw new PredictorFileError(place, `${JSON.stringify(value)} is not a feature we know`)
  return value
}

function objectOf(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PredictorFileError(place, 'must be an object')
  }
  return value as Fields
}

function textOf(fields: Fields, field: string, place: string): string {
  const value = fields[field]
  if (typeof value !== 'string' || value.trim() === '') throw new PredictorFileError(place, `${field} is missing`)
  return value
}

function dayOf(fields: Fields, field: string, place: string): LocalDate {
  const value = fields[field]
  if (!isLocalDate(value)) throw new PredictorFileError(place, `${field} must be a date such as 2026-11-21`)
  return value
}

function numberOrNull(fields: Fields, field: string, place: string): number | null {
  const value = fields[field]
  if (value == null) return null
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new PredictorFileError(place, `${field} must be a number`)
  return value
}

function listOf(fields: Fields, field: string, place: string): readonly unknown[] {
  const value = fields[field]
  if (!Array.isArray(value)) throw new PredictorFileError(place, `${field} must be a list`)
  return value
}

function oneOf<Value extends string>(known: readonly Value[], value: unknown, field: string, place: string): Value {
  const found = known.find(one => one === value)
  if (!found) throw new PredictorFileError(place, `${field} must be one of ${known.join(', ')}`)
  return found
}
