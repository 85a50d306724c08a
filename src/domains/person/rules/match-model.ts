import type { ConditionName } from './level-conditions.ts'
import type { Standardisation } from './standardise-record.ts'

/** The values whose rarity is known, as a share (0 to 1) of all records that have one. */
export type FrequencyColumn = 'fullName' | 'name1' | 'name2' | 'lastName' | 'dob' | 'pnc' | 'cro' | 'postcode'

/** How common values are. `communal` says that a postcode is a prison, an approved premises or a hostel, where many
 *  unrelated people have lived. Unknown values answer undefined. */
export type Frequencies = {
  readonly of: (column: FrequencyColumn, value: string) => number | undefined
  readonly communal: (postcode: string) => boolean
}

/** Which value of a record a term-frequency adjustment looks up: a column, or the number both records hold. */
export type TermColumn = Exclude<FrequencyColumn, 'postcode'> | 'sharedPnc' | 'sharedCro'

/** One row of a model: when `condition` is the first true one of its comparison, the evidence is log2(m / u) bits.
 *  m: share of records of one person for which it holds; u: share of records of different people.
 *  `term` adds factor * log2(u of the exact level / frequency of the value). */
export type MatchLevel = {
  readonly level: string
  readonly condition: ConditionName
  readonly limit?: number
  readonly m: number
  readonly u: number
  readonly term?: { readonly column: TermColumn; readonly factor: number }
}

export type ComparisonName =
  | 'name'
  | 'dob'
  | 'postcode'
  | 'name2'
  | 'id'
  | 'sentenceDate'
  | 'override'
  | 'masterDefendant'

export type MatchComparison = { readonly comparison: ComparisonName; readonly levels: readonly MatchLevel[] }

/** Weights (bits) at which a pair changes its use. `link` joins; below `fracture` an existing link is not counted and
 *  `edge` is what keeps a cluster connected; at or below `hidden` a pair is not shown; a pair flagged as possible
 *  twins gets `twins` whatever its evidence. `review`: below this a pair is not queued without name evidence. */
export type MatchThresholds = {
  readonly link: number
  readonly likely: number
  readonly fracture: number
  readonly edge: number
  readonly hidden: number
  readonly review: number
  readonly twins: number
}

export type MatchModelName = 'published-2026-02' | 'throughline-1'

/** A whole matching model as data. `prior`: chance that two records taken blindly are of one person. */
export type MatchModel = {
  readonly name: MatchModelName
  readonly prior: number
  readonly comparisons: readonly MatchComparison[]
  /** u of the exact level of each column, against which term frequencies are measured. */
  readonly exactU: Readonly<Record<TermColumn, number>>
  readonly thresholds: MatchThresholds
  readonly standardisation: Standardisation
  readonly twins: { readonly nicknamesCountAsEqual: boolean; readonly identifiers: 'first' | 'any' }
  readonly candidateRules: 'published' | 'extended'
}
