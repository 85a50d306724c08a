import type { MatchModel } from './match-model.ts'
import { soundOf } from './name-search.ts'
import { baseNames } from './name-variants.ts'
import type { StandardRecord } from './standardise-record.ts'

/** A key under which a record is kept or looked for. Two records are candidates of a rule exactly when the one is
 *  kept under a key with which the other searches; every rule gives the same answer from either side. */
export type CandidateKey = { readonly rule: string; readonly key: string }

type Keys = readonly (readonly (string | null)[])[]
type CandidateRule = {
  readonly rule: string
  readonly stored: (record: StandardRecord) => Keys
  /** Only where it differs from `stored`: names written the other way round. */
  readonly search?: (record: StandardRecord) => Keys
}

const two = (name: string | null) => name?.slice(0, 2) ?? null
const each = (values: readonly string[] | null, key: (value: string) => readonly (string | null)[]): Keys =>
  (values ?? []).map(key)

/** Rules B01 to B16 of hmpps-person-match, model/blocking_rules.py (matching specification section 7). */
const published: readonly CandidateRule[] = [
  { rule: 'B01_PNC', stored: r => [[r.pnc]] },
  { rule: 'B02_CRO', stored: r => [[r.cro]] },
  { rule: 'B03_DOB_POSTCODE', stored: r => each(r.postcodes, postcode => [r.dob, postcode]) },
  { rule: 'B04_DOB_OUTCODE1_FN2', stored: r => [[r.dob, r.outcodeFirst, two(r.name1)]] },
  { rule: 'B05_DOBLAST_OUTCODELAST_LN2', stored: r => [[r.dobAliasLast, r.outcodeLast, two(r.lastName)]] },
  {
    rule: 'B06_FN1_LN1_POSTCODE',
    stored: r => each(r.postcodes, postcode => [r.forenameFirst, r.surnameFirst, postcode]),
  },
  { rule: 'B07_DOB_SENTENCEDATE', stored: r => each(r.sentenceDates, date => [r.dob, date]) },
  { rule: 'B08_FNLAST_LNLAST_DOB', stored: r => [[r.forenameLast, r.surnameLast, r.dob]] },
  { rule: 'B09_FNFIRST_LNLAST_DOB', stored: r => [[r.forenameFirst, r.surnameLast, r.dob]] },
  { rule: 'B10_FULLNAME_NAME2', stored: r => [[r.fullName, r.name2]] },
  { rule: 'B11_FN2_LN2_DOB', stored: r => [[two(r.name1), two(r.lastName), r.dob]] },
  {
    rule: 'B12_FN2_LN2_POSTCODE',
    stored: r => each(r.postcodes, postcode => [two(r.name1), two(r.lastName), postcode]),
  },
  {
    rule: 'B13_FN2_LN2_SENTENCEDATE',
    stored: r => each(r.sentenceDates, date => [two(r.name1), two(r.lastName), date]),
  },
  {
    rule: 'B14_CROSSED_NAMES_DOB',
    stored: r => [[r.name1, r.lastName, r.dob]],
    search: r => [[r.lastName, r.name1, r.dob]],
  },
  { rule: 'B15_OVERRIDE_MARKER', stored: r => [[r.overrideMarker]] },
  { rule: 'B16_MASTER_DEFENDANT', stored: r => [[r.masterDefendantId]] },
]

/** Ours, for what the published rules never look at (matching specification sections 11 and 12, inferred there). */
const extra: readonly CandidateRule[] = [
  { rule: 'T01_ANY_PNC', stored: r => each(r.pncs, pnc => [pnc]) },
  { rule: 'T02_ANY_CRO', stored: r => each(r.cros, cro => [cro]) },
  { rule: 'T03_SOUND_YEAR', stored: r => [[sound(r.name1), sound(r.lastName), r.dob?.slice(0, 4) ?? null]] },
  { rule: 'T04_FULLNAME_OUTCODE', stored: r => each(r.outcodes, outcode => [r.fullName, outcode]) },
  { rule: 'T05_CROSSED_NAMES', stored: r => [[r.name1, r.lastName]], search: r => [[r.lastName, r.name1]] },
  { rule: 'T06_NICKNAME_LASTNAME_DOB', stored: r => each(bases(r.name1), name => [name, r.lastName, r.dob]) },
  { rule: 'T07_ANY_SURNAME_NAME1_DOB', stored: r => each(r.surnames, surname => [surname, r.name1, r.dob]) },
  { rule: 'T08_FULLNAME_DAY_MONTH', stored: r => [[r.fullName, dayAndMonth(r.dob)]] },
  { rule: 'T09_ANY_GIVEN_NAME', stored: r => [r.name1, r.name2].map(name => [name, r.lastName, r.dob]) },
  { rule: 'T10_GIVEN_NAMES_DOB', stored: r => [[r.name1, r.name2, r.dob?.slice(0, 4) ?? null, dayAndMonth(r.dob)]] },
]

const sets = { published, extended: [...published, ...extra] } as const

/** The keys a record is kept under, to be found by later records. */
export function storedKeys(record: StandardRecord, rules: MatchModel['candidateRules']): readonly CandidateKey[] {
  return sets[rules].flatMap(({ rule, stored }) => keysOf(rule, stored(record)))
}

/** The keys with which a record looks for candidates among those stored. */
export function searchKeys(record: StandardRecord, rules: MatchModel['candidateRules']): readonly CandidateKey[] {
  return sets[rules].flatMap(({ rule, stored, search }) => keysOf(rule, (search ?? stored)(record)))
}

/** The rules, in order, by which two records are candidates of each other; none: they are not scored. */
export function candidateRulesHeld(
  left: StandardRecord,
  right: StandardRecord,
  rules: MatchModel['candidateRules'],
): readonly string[] {
  const kept = new Set(storedKeys(left, rules).map(joined))
  const held = searchKeys(right, rules).filter(key => kept.has(joined(key)))
  return [...new Set(held.map(key => key.rule))]
}

function keysOf(rule: string, keys: Keys): readonly CandidateKey[] {
  return keys.flatMap(parts => (parts.includes(null) ? [] : [{ rule, key: parts.join('|') }]))
}

function joined({ rule, key }: CandidateKey): string {
  return `${rule}|${key}`
}

function sound(name: string | null): string | null {
  return name === null ? null : soundOf(name)
}

function bases(name: string | null): readonly string[] | null {
  return name === null ? null : baseNames(name)
}

/** Day and month in either order, so that a date typed the American way is still found. */
function dayAndMonth(dob: string | null): string | null {
  return dob === null ? null : [dob.slice(5, 7), dob.slice(8, 10)].sort().join('-')
}
