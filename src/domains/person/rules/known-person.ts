import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type IdentifierReading, readCro, readPnc } from './identifiers.ts'
import type { SourceRecord } from './standardise-record.ts'

type NameKnown = {
  readonly firstName: string | null
  readonly middleNames: string | null
  readonly lastName: string
  readonly dateOfBirth: LocalDate | null
}

/** Everything the record says of who a person is, now and under other names. */
export type KnownPerson = NameKnown & {
  readonly masterDefendantId: string | null
  readonly sentenceDates: readonly LocalDate[]
  readonly otherNames: readonly NameKnown[]
  readonly postcodes: readonly string[]
  readonly identifiers: readonly {
    readonly kind: string
    readonly canonical: string | null
    readonly asRead: string | null
    readonly usable: boolean
  }[]
}

/** A name under which a person is searched for. */
export type SearchName = {
  readonly forenames: string
  readonly surname: string
  readonly dateOfBirth: LocalDate | null
  readonly own: boolean
}

export type ReadNumber = IdentifierReading & { readonly kind: 'PNC' | 'CRO'; readonly given: string }

/** The numbers a source gave, each read; a number that is blank was not given. */
export function readNumbers(
  given: { readonly pnc?: string | null; readonly cro?: string | null },
  asAt: LocalDate,
): readonly ReadNumber[] {
  const pnc = given.pnc?.trim() ? [{ ...readPnc(given.pnc, asAt), kind: 'PNC' as const, given: given.pnc }] : []
  const cro = given.cro?.trim() ? [{ ...readCro(given.cro, asAt), kind: 'CRO' as const, given: given.cro }] : []
  return [...pnc, ...cro]
}

/** What matching is given of a person. A number that was refused, or is a known placeholder, never counts as one held. */
export function sourceRecordOf(known: KnownPerson): SourceRecord {
  const usable = (kind: string) =>
    known.identifiers.flatMap(one => (one.kind === kind && one.usable && one.canonical ? [one.canonical] : []))
  return {
    masterDefendantId: known.masterDefendantId,
    firstName: known.firstName,
    middleNames: known.middleNames,
    lastName: known.lastName,
    dateOfBirth: known.dateOfBirth,
    firstNameAliases: known.otherNames.flatMap(name => name.firstName ?? []),
    lastNameAliases: known.otherNames.map(name => name.lastName),
    dateOfBirthAliases: known.otherNames.flatMap(name => name.dateOfBirth ?? []),
    postcodes: known.postcodes,
    pncs: usable('PNC'),
    cros: usable('CRO'),
    rejectedNumbers: known.identifiers.flatMap(one => (one.canonical === null && one.asRead ? [one.asRead] : [])),
    sentenceDates: known.sentenceDates,
  }
}

/** The names a person is found by: their own first. */
export function searchNamesOf(known: KnownPerson): readonly SearchName[] {
  const named = (name: NameKnown, own: boolean): SearchName => ({
    forenames: [name.firstName, name.middleNames].filter(text => text !== null).join(' '),
    surname: name.lastName,
    dateOfBirth: name.dateOfBirth,
    own,
  })
  return [
    named(known, true),
    ...known.otherNames.map(name => named({ ...name, dateOfBirth: name.dateOfBirth ?? known.dateOfBirth }, false)),
  ]
}
