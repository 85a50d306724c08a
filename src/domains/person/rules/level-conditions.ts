import { daysBetween, type LocalDate, parts } from '../../../platform/calendar/index.ts'
import type { Frequencies } from './match-model.ts'
import { areNameVariants } from './name-variants.ts'
import { jaroWinkler, levenshtein, withinOneEdit } from './similarity.ts'
import type { StandardRecord } from './standardise-record.ts'

/** A named test of a pair. `limit` is the row's own bound; an absent bound never stops the test. Every test answers
 *  the same whichever record stands left, except 'forename-and-surname-shared', which is kept as published. */
type Condition = (left: StandardRecord, right: StandardRecord, frequencies: Frequencies, limit: number) => boolean

export const conditions = {
  otherwise: () => true,

  'name-unknown': (l, r) => (l.name1 === null || r.name1 === null) && (l.lastName === null || r.lastName === null),
  'full-name-equal': (l, r) => same(l.fullName, r.fullName),
  'full-name-similar': (l, r, _, limit) => alike(l.fullName, r.fullName, limit),
  'first-and-last-swapped': (l, r) => same(l.name1, r.lastName) && same(l.lastName, r.name1),
  'forename-and-surname-shared': (l, r, _, limit) =>
    share(l.forenames, r.forenames) &&
    share(l.surnames, r.surnames) &&
    // The second product takes the right side's forenames, as the published model does.
    count(l.forenames) * count(r.forenames) + count(l.surnames) * count(r.forenames) <= limit,
  'forename-and-surname-shared-evenly': (l, r, _, limit) =>
    share(l.forenames, r.forenames) &&
    share(l.surnames, r.surnames) &&
    count(l.forenames) * count(r.forenames) + count(l.surnames) * count(r.surnames) <= limit,
  'first-and-last-similar': (l, r, _, limit) => alike(l.name1, r.name1, limit) && alike(l.lastName, r.lastName, limit),
  'first-and-middle-swapped': (l, r) =>
    same(l.lastName, r.lastName) && same(l.name1, r.name2) && same(l.name2, r.name1),
  'known-by-middle-name': (l, r) => same(l.lastName, r.lastName) && (same(l.name1, r.name2) || same(l.name2, r.name1)),
  'nickname-and-last-name-equal': (l, r) =>
    same(l.lastName, r.lastName) && l.name1 !== null && r.name1 !== null && areNameVariants(l.name1, r.name1),
  'first-name-equal': (l, r) => same(l.name1, r.name1),
  'last-name-equal': (l, r) => same(l.lastName, r.lastName),

  'birth-dates-unknown': (l, r) => l.dobs === null || r.dobs === null,
  'birth-date-equal': (l, r) => same(l.dob, r.dob),
  'birth-date-shared': (l, r, _, limit) => share(l.dobs, r.dobs) && count(l.dobs) * count(r.dobs) <= limit,
  'birth-date-one-character-off': (l, r) =>
    l.dob !== null &&
    r.dob !== null &&
    l.dob.slice(0, 3) === r.dob.slice(0, 3) &&
    levenshtein(l.dob.slice(3), r.dob.slice(3)) <= 1,
  'birth-day-and-month-swapped': (l, r) => l.dob !== null && r.dob !== null && isDayMonthSwap(l.dob, r.dob),
  'birth-dates-within-days': (l, r, _, limit) =>
    l.dobEpochDay !== null && r.dobEpochDay !== null && Math.abs(l.dobEpochDay - r.dobEpochDay) <= limit,

  'postcodes-unknown': (l, r) => l.postcodes === null || r.postcodes === null,
  'shared-postcodes-rarer-than': (l, r, frequencies, limit) => sharedPostcodes(l, r, frequencies, false) < limit,
  'shared-homes-rarer-than': (l, r, frequencies, limit) => sharedPostcodes(l, r, frequencies, true) < limit,
  'outcode-shared': (l, r) => share(l.outcodes, r.outcodes),

  'middle-name-unknown': (l, r) => l.name2 === null || r.name2 === null,
  'middle-name-equal': (l, r) => same(l.name2, r.name2),
  'middle-name-similar': (l, r, _, limit) => alike(l.name2, r.name2, limit),
  'middle-name-is-other-first-name': (l, r) => same(l.name1, r.name2) || same(l.name2, r.name1),

  'no-number-on-a-side': (l, r) => hasNoNumber(l) || hasNoNumber(r),
  'no-number-at-all-on-a-side': (l, r) =>
    (hasNoNumber(l) && l.rejectedNumbers.length === 0) || (hasNoNumber(r) && r.rejectedNumbers.length === 0),
  'pnc-and-cro-equal': (l, r) => same(l.pnc, r.pnc) && same(l.cro, r.cro),
  'pnc-equal': (l, r) => same(l.pnc, r.pnc),
  'cro-equal': (l, r) => same(l.cro, r.cro),
  'pnc-and-cro-shared': (l, r) => share(l.pncs, r.pncs) && share(l.cros, r.cros),
  'pnc-shared': (l, r) => share(l.pncs, r.pncs),
  'cro-shared': (l, r) => share(l.cros, r.cros),
  'core-number-equal': (l, r) => coreOf(l.pnc, r.cro) || coreOf(r.pnc, l.cro) || sameCore(l.pnc, r.pnc),
  'refused-number-one-edit-away': (l, r) => oneEditAway(l, r) || oneEditAway(r, l),
  'pnc-and-cro-differ': (l, r) => differ(l.pnc, r.pnc) && differ(l.cro, r.cro),
  'numbers-not-comparable': (l, r) => (l.cro === null || r.cro === null) && (l.pnc === null || r.pnc === null),

  'sentence-dates-unknown': (l, r) => l.sentenceDates === null || r.sentenceDates === null,
  'sentence-date-shared': (l, r, _, limit) =>
    share(l.sentenceDates, r.sentenceDates) && count(l.sentenceDates) * count(r.sentenceDates) <= limit,
  'sentence-dates-within-days': (l, r, _, limit) =>
    daysApart(l.sentenceDates?.[0], r.sentenceDates?.[0]) <= limit ||
    daysApart(l.sentenceDates?.at(-1), r.sentenceDates?.at(-1)) <= limit,

  'override-unknown': (l, r) => l.overrideMarker === null || r.overrideMarker === null,
  'override-marker-equal': (l, r) => same(l.overrideMarker, r.overrideMarker),
  'override-marker-differs-in-scope': (l, r) =>
    differ(l.overrideMarker, r.overrideMarker) && share(l.overrideScopes, r.overrideScopes),

  'master-defendant-unknown': (l, r) => l.masterDefendantId === null || r.masterDefendantId === null,
  'master-defendant-equal': (l, r) => same(l.masterDefendantId, r.masterDefendantId),
} as const satisfies Readonly<Record<string, Condition>>

export type ConditionName = keyof typeof conditions

/** The test a row names. */
export function conditionNamed(name: ConditionName): Condition {
  return conditions[name]
}

/** Both lists hold a value. Lists are short; a loop beats a set. */
export function share(left: readonly string[] | null, right: readonly string[] | null): boolean {
  return left !== null && right !== null && left.some(value => right.includes(value))
}

/** The first value both lists hold. */
export function firstShared(left: readonly string[], right: readonly string[]): string | null {
  return left.find(value => right.includes(value)) ?? null
}

function count(list: readonly string[] | null): number {
  return list?.length ?? 0
}

function same(left: string | null, right: string | null): boolean {
  return left !== null && left === right
}

function differ(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && left !== right
}

function alike(left: string | null, right: string | null, limit: number): boolean {
  return left !== null && right !== null && jaroWinkler(left, right) >= limit
}

function isDayMonthSwap(left: string, right: string): boolean {
  const [a, b] = [left, right].map(date => parts(date as LocalDate)) as [
    ReturnType<typeof parts>,
    ReturnType<typeof parts>,
  ]
  return a.year === b.year && a.month === b.day && a.day === b.month && a.day !== b.day
}

/** The product of the frequencies of all shared postcodes; one of unknown frequency counts as 1. */
function sharedPostcodes(l: StandardRecord, r: StandardRecord, frequencies: Frequencies, homesOnly: boolean): number {
  if (l.postcodes === null || r.postcodes === null) return 1
  let product = 1
  for (const postcode of l.postcodes) {
    if (!r.postcodes.includes(postcode) || (homesOnly && frequencies.communal(postcode))) continue
    product *= frequencies.of('postcode', postcode) ?? 1
  }
  return product
}

function hasNoNumber(record: StandardRecord): boolean {
  return record.pnc === null && record.cro === null
}

/** The last six digits of a PNC serial are often the CRO serial of the same person. */
function coreOf(pnc: string | null, cro: string | null): boolean {
  return pnc !== null && cro !== null && pnc.slice(6, 12) === cro.slice(0, 6)
}

function sameCore(left: string | null, right: string | null): boolean {
  return (
    left !== null &&
    right !== null &&
    left.slice(0, 5) === right.slice(0, 5) &&
    left.slice(7, 13) === right.slice(7, 13)
  )
}

/** A refused number of one record is one edit from a valid number of the other. */
function oneEditAway(refused: StandardRecord, other: StandardRecord): boolean {
  return refused.rejectedNumbers.some(
    number => other.pncs.some(pnc => withinOneEdit(number, pnc)) || other.cros.some(cro => withinOneEdit(number, cro)),
  )
}

function daysApart(left: string | undefined, right: string | undefined): number {
  if (left === undefined || right === undefined) return Number.POSITIVE_INFINITY
  return Math.abs(daysBetween(left as LocalDate, right as LocalDate))
}
