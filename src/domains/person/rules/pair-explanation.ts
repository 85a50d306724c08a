import { share } from './level-conditions.ts'
import { bandOf, type MatchAlert, type MatchBand, matchAlerts } from './match-band.ts'
import type { ComparisonName, MatchModel, MatchModelName } from './match-model.ts'
import type { PairScore } from './score-pair.ts'
import type { StandardRecord } from './standardise-record.ts'

/** One line of "why": what was compared, the values of both records as compared, whether they share one, the level
 *  reached, and what it adds in bits (`total` is weight plus the adjustment for how common the value is). */
export type ExplanationLine = {
  readonly comparison: ComparisonName
  readonly level: string
  readonly weight: number
  readonly tfAdjustment: number
  readonly total: number
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly equal: boolean
}

/** Everything a screen needs to say why two records are, or are not, one person. `lines` are sorted by size, largest
 *  effect first; start + all totals = evidence. `weight` is what decided (lower for possible twins). */
export type PairExplanation = {
  readonly model: MatchModelName
  readonly start: number
  readonly lines: readonly ExplanationLine[]
  readonly evidence: number
  readonly weight: number
  readonly band: MatchBand
  readonly possibleTwins: boolean
  readonly keptApart: boolean
  readonly alerts: readonly MatchAlert[]
}

export function explainPair(
  left: StandardRecord,
  right: StandardRecord,
  score: PairScore,
  model: MatchModel,
): PairExplanation {
  const lines = score.components.map(part => {
    const [ours, theirs] = [valuesOf[part.comparison](left), valuesOf[part.comparison](right)]
    const total = part.weight + part.tfAdjustment
    return { ...part, total, left: ours, right: theirs, equal: share(ours, theirs) }
  })
  return {
    model: score.model,
    start: score.start,
    lines: lines.sort((a, b) => Math.abs(b.total) - Math.abs(a.total)),
    evidence: score.evidence,
    weight: score.weight,
    band: bandOf(score, model.thresholds),
    possibleTwins: score.possibleTwins,
    keptApart: score.excluded,
    alerts: matchAlerts(score),
  }
}

const valuesOf: Readonly<Record<ComparisonName, (record: StandardRecord) => readonly string[]>> = {
  name: record => present([record.fullName, ...otherNames(record)]),
  dob: record => record.dobs ?? [],
  postcode: record => record.postcodes ?? [],
  name2: record => present([record.name2]),
  id: record => [...record.pncs, ...record.cros, ...record.rejectedNumbers],
  sentenceDate: record => record.sentenceDates ?? [],
  override: record => present([record.overrideMarker]),
  masterDefendant: record => present([record.masterDefendantId]),
}

/** Alias first and last names that are not part of the name itself. */
function otherNames(record: StandardRecord): readonly string[] {
  const own = [record.name1, record.lastName]
  return [...(record.forenames ?? []), ...(record.surnames ?? [])].filter(name => !own.includes(name))
}

function present(values: readonly (string | null)[]): readonly string[] {
  return values.filter(value => value !== null)
}
