import type { LocalDate } from '../../platform/calendar/index.ts'
import { searchKeys, storedKeys } from './rules/candidate-keys.ts'
import { withCheckedNumbers } from './rules/checked-numbers.ts'
import { bandOf, publishedStatus } from './rules/match-band.ts'
import type { Frequencies, MatchModel } from './rules/match-model.ts'
import { type PairScore, scorerOf } from './rules/score-pair.ts'
import { type SourceRecord, type StandardRecord, standardise } from './rules/standardise-record.ts'

/** A record of the labelled set: who it truly is, and whose family it belongs to. */
export type LabelledRecord = SourceRecord & {
  readonly recordId: string
  readonly truthId: string
  readonly familyId: string
  readonly errors: readonly string[]
}

export type LabelledPair = {
  readonly left: LabelledRecord
  readonly right: LabelledRecord
  readonly samePerson: boolean
  readonly score: PairScore
}

/** The labelled set was made in 2026; the year bounds which PNC years can be. */
const labelledOn: LocalDate = '2026-06-30'

/** Frequencies as the labelled set states them: a full name is as common as its parts multiplied, every birth date
 *  0.00006, a postcode not listed the default. */
export function labelledFrequencies(tables: Readonly<Record<string, Readonly<Record<string, number>>>>): Frequencies {
  const first = tables.name_1_std ?? {}
  const last = tables.last_name_std ?? {}
  return {
    communal: () => false,
    of: (column, value) => {
      if (column === 'name1') return first[value]
      if (column === 'lastName') return last[value]
      if (column === 'name2') return tables.name_2_std?.[value]
      if (column === 'dob') return 0.00006
      if (column === 'postcode') return tables.postcode?.[value] ?? tables.postcode?.default
      if (column !== 'fullName') return undefined
      const [name1 = '', lastName = ''] = value.split(' ')
      const [a, b] = [first[name1], last[lastName]]
      return a === undefined || b === undefined ? undefined : a * b
    },
  }
}

/** Every pair of the set that is a candidate under the model, scored. */
export function candidatePairs(
  records: readonly LabelledRecord[],
  frequencies: Frequencies,
  model: MatchModel,
): readonly LabelledPair[] {
  const score = scorerOf(model)
  const standard = records.map(record => standardise(withCheckedNumbers(record, labelledOn), model.standardisation))
  const found: LabelledPair[] = []
  for (const [a, b] of candidateIndexes(standard, model)) {
    const [left, right] = [records[a]!, records[b]!]
    found.push({
      left,
      right,
      samePerson: left.truthId === right.truthId,
      score: score(standard[a]!, standard[b]!, frequencies),
    })
  }
  return found
}

/** The pairwise counts of labelled-baseline.json. */
export function pairwiseBaseline(records: readonly LabelledRecord[], frequencies: Frequencies, model: MatchModel) {
  const pairs = candidatePairs(records, frequencies, model)
  const truePairs = truePairCount(records)
  const count = (samePerson: boolean, test: (pair: LabelledPair) => boolean = () => true) =>
    pairs.filter(pair => pair.samePerson === samePerson && test(pair)).length
  const status = (wanted: string) => (pair: LabelledPair) => publishedStatus(pair.score, model.thresholds) === wanted
  const flagged = (pair: LabelledPair) => pair.score.possibleTwins
  const match = { tp: count(true, status('MATCH')), fp: count(false, status('MATCH')) }
  return {
    records: records.length,
    persons: new Set(records.map(record => record.truthId)).size,
    truePairs,
    blockedTrue: count(true),
    blocked: pairs.length,
    match,
    possible: { t: count(true, status('POSSIBLE_MATCH')), f: count(false, status('POSSIBLE_MATCH')) },
    no: { t: count(true, status('NO_MATCH')), f: count(false, status('NO_MATCH')) },
    twinFlagTrue: count(true, flagged),
    twinFlagFalse: count(false, flagged),
    precisionAt20: rounded(match.tp / (match.tp + match.fp)),
    recallAt20: rounded(match.tp / truePairs),
    blockingRecall: rounded(count(true) / truePairs),
  }
}

/** What a model does for people on the set. `cluster` figures follow links from record to record; `reviewed` counts
 *  pairs that staff are asked about (likely or possible). All shares are of the true pairs. */
export function linkQuality(records: readonly LabelledRecord[], frequencies: Frequencies, model: MatchModel) {
  const pairs = candidatePairs(records, frequencies, model)
  const truePairs = truePairCount(records)
  const banded = pairs.map(pair => ({ ...pair, band: bandOf(pair.score, model.thresholds) }))
  const links = banded.filter(pair => pair.band === 'link')
  const asked = banded.filter(pair => pair.band === 'likely' || pair.band === 'possible')
  const clustered = pairsJoined(records, links)
  const right = (list: readonly { readonly samePerson: boolean }[]) => list.filter(pair => pair.samePerson).length
  return {
    truePairs,
    candidates: pairs.length,
    candidateRecall: right(pairs) / truePairs,
    linkPrecision: right(links) / links.length,
    linkRecall: right(links) / truePairs,
    clusterPrecision: right(clustered) / clustered.length,
    clusterRecall: right(clustered) / truePairs,
    linkedOrInReview: (right(links) + right(asked)) / truePairs,
    reviewPairs: asked.length,
    reviewPairsTrue: right(asked),
    wrongLinks: links.filter(pair => !pair.samePerson),
    wrongInClusters: clustered.filter(pair => !pair.samePerson),
    missed: banded.filter(pair => pair.samePerson && pair.band !== 'link'),
  }
}

function candidateIndexes(
  records: readonly StandardRecord[],
  model: MatchModel,
): readonly (readonly [number, number])[] {
  const keptUnder = new Map<string, number[]>()
  const found = new Map<string, readonly [number, number]>()
  records.forEach((record, index) => {
    for (const { rule, key } of searchKeys(record, model.candidateRules)) {
      for (const earlier of keptUnder.get(`${rule}|${key}`) ?? []) found.set(`${earlier}-${index}`, [earlier, index])
    }
    for (const { rule, key } of storedKeys(record, model.candidateRules)) {
      keptUnder.set(`${rule}|${key}`, [...(keptUnder.get(`${rule}|${key}`) ?? []), index])
    }
  })
  return [...found.values()]
}

function truePairCount(records: readonly LabelledRecord[]): number {
  const sizes = new Map<string, number>()
  for (const { truthId } of records) sizes.set(truthId, (sizes.get(truthId) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

function pairsJoined(
  records: readonly LabelledRecord[],
  links: readonly LabelledPair[],
): readonly { readonly left: LabelledRecord; readonly right: LabelledRecord; readonly samePerson: boolean }[] {
  const clusterOf = new Map(records.map(record => [record.recordId, record.recordId]))
  for (const { left, right } of links) {
    const [keep, drop] = [clusterOf.get(left.recordId)!, clusterOf.get(right.recordId)!]
    if (keep === drop) continue
    for (const [record, cluster] of clusterOf) if (cluster === drop) clusterOf.set(record, keep)
  }
  return records.flatMap((left, index) =>
    records
      .slice(index + 1)
      .filter(right => clusterOf.get(left.recordId) === clusterOf.get(right.recordId))
      .map(right => ({ left, right, samePerson: left.truthId === right.truthId })),
  )
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
