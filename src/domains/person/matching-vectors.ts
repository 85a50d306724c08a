import { jsonFamily, readVectorFile, sameAnswer, type VectorFamily } from '../../platform/vectors/index.ts'
import { type LabelledRecord, labelledFrequencies, pairwiseBaseline } from './labelled-set.ts'
import { publishedMatchModel } from './parameters/match-model-published.ts'
import { candidateRulesHeld } from './rules/candidate-keys.ts'
import { publishedStatus, shouldFracture, shouldJoin } from './rules/match-band.ts'
import type { Frequencies, FrequencyColumn } from './rules/match-model.ts'
import { scorerOf } from './rules/score-pair.ts'
import { jaroWinkler, levenshtein } from './rules/similarity.ts'
import { type SourceRecord, standardise } from './rules/standardise-record.ts'

/** The model the golden cases were worked out with. */
const model = publishedMatchModel.on('2026-02-23').value

type TermFrequencies = Readonly<Record<string, Readonly<Record<string, number>>>>
type PairCase = {
  readonly id: string
  readonly left: SourceRecord
  readonly right: SourceRecord
  readonly tf?: TermFrequencies
}
type Expected = Readonly<Record<string, unknown>>

const cleaning = jsonFamily<{ id: string; input: SourceRecord; expected: Expected }>({
  family: 'matching/cleaning',
  actual: one => {
    const record = standardise(one.input, model.standardisation)
    return Object.fromEntries(Object.keys(one.expected).map(key => [key, record[key as keyof typeof record]]))
  },
})

const similarity = jsonFamily<{ id: string; left: string; right: string; jaroWinkler: number; levenshtein: number }>({
  family: 'matching/similarity',
  tolerance: 1e-6,
  expected: one => ({ jaroWinkler: one.jaroWinkler, levenshtein: one.levenshtein }),
  actual: one => ({ jaroWinkler: jaroWinkler(one.left, one.right), levenshtein: levenshtein(one.left, one.right) }),
})

const pairs = jsonFamily<PairCase>({
  family: 'matching/pairs',
  tolerance: 0.001,
  expected: one => {
    const expected = (one as unknown as { expected: { blockingRules: readonly string[] } }).expected
    return { ...expected, blockingRules: expected.blockingRules.map(ruleNumber) }
  },
  actual: one => {
    const { left, right, score } = scored(one)
    return {
      components: Object.fromEntries(
        score.components.map(part => [part.comparison, [part.level, part.weight, part.tfAdjustment]]),
      ),
      unadjusted: score.evidence,
      possibleTwins: score.possibleTwins,
      matchWeight: score.weight,
      status: publishedStatus(score, model.thresholds),
      shouldJoin: shouldJoin(score, model.thresholds),
      shouldFracture: shouldFracture(score, model.thresholds),
      blockingRules: candidateRulesHeld(left, right, model.candidateRules).map(ruleNumber),
    }
  },
})

const twins = jsonFamily<PairCase>({
  family: 'matching/twins',
  tolerance: 0.001,
  actual: one => {
    const { score } = scored(one)
    return { possibleTwins: score.possibleTwins, unadjusted: score.evidence, matchWeight: score.weight }
  },
})

/** One case: the published model over the whole labelled set gives the published counts. */
const labelledSet: VectorFamily = {
  family: 'matching/labelled-records',
  data: ['matching/labelled-baseline', 'matching/term-frequencies'],
  run: async folder => {
    const [records, frequencies, baseline] = await Promise.all([
      readVectorFile(folder, 'matching/labelled-records'),
      readVectorFile(folder, 'matching/term-frequencies'),
      readVectorFile(folder, 'matching/labelled-baseline'),
    ])
    if (records === undefined || frequencies === undefined || baseline === undefined) return []
    const { note, ...expected } = baseline as Expected & { note?: unknown }
    const actual = pairwiseBaseline(
      records as readonly LabelledRecord[],
      labelledFrequencies(frequencies as TermFrequencies),
      model,
    )
    return [{ id: 'labelled-baseline', expected, actual, agrees: sameAnswer(expected, actual) }]
  },
}

/** Every family of `vectors/matching` that a scored pair answers. */
export const matchingVectorFamilies: readonly VectorFamily[] = [cleaning, similarity, pairs, twins, labelledSet]

function scored(one: PairCase) {
  const left = standardise(one.left, model.standardisation)
  const right = standardise(one.right, model.standardisation)
  return { left, right, score: scorerOf(model)(left, right, tableFrequencies(one.tf ?? {})) }
}

/** Published names of rules carry a description after the number (B06_FN1_LN1_POSTCODE); the number names the rule. */
function ruleNumber(rule: string): string {
  return rule.split('_')[0]!
}

const publishedColumn: Readonly<Record<FrequencyColumn, string>> = {
  fullName: 'first_and_last_name_std',
  name1: 'name_1_std',
  name2: 'name_2_std',
  lastName: 'last_name_std',
  dob: 'date_of_birth',
  pnc: 'pnc_single',
  cro: 'cro_single',
  postcode: 'postcode',
}

function tableFrequencies(tables: TermFrequencies): Frequencies {
  return { of: (column, value) => tables[publishedColumn[column]]?.[value], communal: () => false }
}
