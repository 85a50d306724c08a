import { dated } from '../../../platform/rules/index.ts'
import type { ComparisonName, MatchComparison, MatchLevel, MatchModel } from '../rules/match-model.ts'
import { placeholderIdentifiers } from './identifier-rules.ts'
import { publishedMatchModel } from './match-model-published.ts'

const published = publishedMatchModel.on('2026-02-23').value
const placeholders = placeholderIdentifiers.on('2026-02-23').value

/** Rows that the published model lacks. Their weights are worked out from published shares where the parts are known
 *  and are untrained until review decisions are labelled. */
const nickname: MatchLevel = {
  // A nickname is an alias nobody recorded, so it weighs what a recorded one does.
  level: 'NICKNAME',
  condition: 'nickname-and-last-name-equal',
  m: 0.01638930823738129,
  u: 5.720295598943465e-6,
}
const firstMiddleSwapped: MatchLevel = {
  // As first and last name swapped. Its u also comes out of (last names equal by chance) x (middle names equal by
  // chance) twice: 0.000785 x 0.01232 x 0.01232 = 1.19e-7.
  level: 'FIRST_MIDDLE_SWAPPED',
  condition: 'first-and-middle-swapped',
  m: 0.001957189808750337,
  u: 1.1870780153891191e-7,
}
const knownByMiddleName: MatchLevel = {
  // m as above; u = 2 x (last names equal by chance) x (middle names equal by chance).
  level: 'MIDDLE_AS_FIRST',
  condition: 'known-by-middle-name',
  m: 0.001957189808750337,
  u: 1.9344e-5,
  term: { column: 'lastName', factor: 1 },
}
const swappedDayMonth: MatchLevel = {
  // The weight of a one-digit slip, until trained.
  level: 'SWAPPED_DAY_MONTH',
  condition: 'birth-day-and-month-swapped',
  m: 0.017251329692897888,
  u: 0.001769188292516566,
}
const middleIsOtherFirst: MatchLevel = {
  // Already counted by the name comparison.
  level: 'SWAPPED_WITH_FIRST',
  condition: 'middle-name-is-other-first-name',
  m: 1,
  u: 1,
}

const identifierLevels: readonly MatchLevel[] = [
  { level: 'NULL', condition: 'no-number-at-all-on-a-side', m: 1, u: 1 },
  { level: 'PNC_AND_CRO', condition: 'pnc-and-cro-shared', m: 1, u: 1e-9 },
  { ...publishedLevel('id', 'PNC'), condition: 'pnc-shared', term: { column: 'sharedPnc', factor: 1 } },
  { ...publishedLevel('id', 'CRO'), condition: 'cro-shared', term: { column: 'sharedCro', factor: 1 } },
  publishedLevel('id', 'CORE_NUMBER'),
  // u = about 100 numbers lie one edit from a PNC x (PNC equal by chance); m is a guess well below a core number's.
  { level: 'REFUSED_ONE_EDIT', condition: 'refused-number-one-edit-away', m: 0.01, u: 1.3083e-5 },
  { level: 'NULL_ONLY_REFUSED', condition: 'no-number-on-a-side', m: 1, u: 1 },
  publishedLevel('id', 'BOTH_MISMATCH'),
  publishedLevel('id', 'NULL_NOTHING_COMPARABLE'),
  publishedLevel('id', 'ELSE_MISMATCH'),
]

const comparisons: readonly MatchComparison[] = published.comparisons.map(({ comparison, levels }) => {
  if (comparison === 'name') {
    const evenly = levels.map(row =>
      row.condition === 'forename-and-surname-shared'
        ? { ...row, condition: 'forename-and-surname-shared-evenly' as const }
        : row,
    )
    return {
      comparison,
      levels: before('FULL_JW90', [nickname], before('BOTH_JW70', [firstMiddleSwapped, knownByMiddleName], evenly)),
    }
  }
  if (comparison === 'dob') return { comparison, levels: before('WITHIN_5Y', [swappedDayMonth], levels) }
  if (comparison === 'name2') return { comparison, levels: before('ELSE', [middleIsOtherFirst], levels) }
  if (comparison === 'id') return { comparison, levels: identifierLevels }
  if (comparison === 'postcode') {
    // Prisons, approved premises and hostels are left out of what is rare.
    const homes = levels.map(row =>
      row.condition === 'shared-postcodes-rarer-than' ? { ...row, condition: 'shared-homes-rarer-than' as const } : row,
    )
    return { comparison, levels: homes }
  }
  return { comparison, levels }
})

/** The model this product uses: the published weights, with what they do badly put right. */
export const throughlineMatchModel = dated<MatchModel>('person.match-model.throughline-1', [
  {
    from: '2026-02-23',
    value: {
      ...published,
      name: 'throughline-1',
      comparisons,
      thresholds: { ...published.thresholds, link: 18, likely: 14, review: 0 },
      standardisation: {
        emptySentenceDates: 'unknown',
        surnameParts: 'every',
        lastBirthDateOf: 'all',
        placeholderPncs: placeholders.pnc,
        placeholderCros: placeholders.cro,
        surnameParticles: [
          'VAN',
          'DER',
          'DEN',
          'DE',
          'DU',
          'DA',
          'DI',
          'LA',
          'LE',
          'AL',
          'EL',
          'BIN',
          'IBN',
          'BINT',
          'VON',
          'ST',
          'AP',
          'AB',
          'TER',
          'TEN',
          'DOS',
          'DAS',
          'DEL',
        ],
      },
      twins: { nicknamesCountAsEqual: true, identifiers: 'any' },
      candidateRules: 'extended',
    },
    source: {
      kind: 'assumption',
      cite: 'Throughline matching specification sections 11 and 12, on the weights of hmpps-person-match model_2026_02_23_1e09',
      note: 'Measured on a synthetic labelled set only (docs in the person domain); thresholds move only with a labelled set.',
    },
  },
])

/** Which model links people in this product. */
export const matchModelInUse = dated<MatchModel['name']>('person.match-model.in-use', [
  {
    from: '2026-02-23',
    value: 'throughline-1',
    source: { kind: 'assumption', cite: 'Throughline matching specification section 12' },
  },
])

function publishedLevel(comparison: ComparisonName, level: string): MatchLevel {
  const rows = published.comparisons.find(one => one.comparison === comparison)?.levels ?? []
  return rows.find(row => row.level === level)!
}

function before(level: string, rows: readonly MatchLevel[], levels: readonly MatchLevel[]): readonly MatchLevel[] {
  return levels.flatMap(row => (row.level === level ? [...rows, row] : [row]))
}
