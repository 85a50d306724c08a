import { epochDay, isLocalDate } from '../../../platform/calendar/index.ts'

/** A person as a source system sent it. A missing list is an empty list, except that `sentenceDates: null` says that
 *  no list was supplied. PNC and CRO numbers are canonical and valid; refused ones go, as read, to `rejectedNumbers`. */
export type SourceRecord = {
  readonly sourceSystem?: string | null
  readonly masterDefendantId?: string | null
  readonly firstName?: string | null
  readonly middleNames?: string | null
  readonly lastName?: string | null
  readonly dateOfBirth?: string | null
  readonly firstNameAliases?: readonly string[] | null
  readonly lastNameAliases?: readonly string[] | null
  readonly dateOfBirthAliases?: readonly string[] | null
  readonly postcodes?: readonly string[] | null
  readonly cros?: readonly string[] | null
  readonly pncs?: readonly string[] | null
  readonly rejectedNumbers?: readonly string[] | null
  readonly sentenceDates?: readonly string[] | null
  readonly overrideMarker?: string | null
  readonly overrideScopes?: readonly string[] | null
}

/** A record made comparable. null means unknown; lists are distinct and sorted. */
export type StandardRecord = {
  readonly name1: string | null
  readonly name2: string | null
  readonly name3: string | null
  readonly lastName: string | null
  readonly fullName: string | null
  readonly forenames: readonly string[] | null
  readonly surnames: readonly string[] | null
  readonly dob: string | null
  readonly dobs: readonly string[] | null
  readonly dobAliasLast: string | null
  readonly dobEpochDay: number | null
  readonly sentenceDates: readonly string[] | null
  readonly postcodes: readonly string[] | null
  readonly outcodes: readonly string[] | null
  readonly cro: string | null
  readonly pnc: string | null
  readonly cros: readonly string[]
  readonly pncs: readonly string[]
  readonly rejectedNumbers: readonly string[]
  readonly forenameFirst: string | null
  readonly forenameLast: string | null
  readonly surnameFirst: string | null
  readonly surnameLast: string | null
  readonly postcodeFirst: string | null
  readonly postcodeLast: string | null
  readonly outcodeFirst: string | null
  readonly outcodeLast: string | null
  readonly overrideMarker: string | null
  readonly overrideScopes: readonly string[]
  readonly masterDefendantId: string | null
}

/** Where the two models differ in making records comparable. */
export type Standardisation = {
  /** An empty list of sentence dates is a list that shares nothing, or says nothing. */
  readonly emptySentenceDates: 'known' | 'unknown'
  /** The surname is the last word of the whole name, or each part of a double-barrelled one also counts. */
  readonly surnameParts: 'last' | 'every'
  /** Which birth date rule B05 looks at: the last alias, or the last of all known dates. */
  readonly lastBirthDateOf: 'aliases' | 'all'
  /** Numbers well formed but never used to link. */
  readonly placeholderPncs: readonly string[]
  readonly placeholderCros: readonly string[]
  /** Words of a surname that say nothing alone (VAN DER BERG). */
  readonly surnameParticles: readonly string[]
}

const dummyBirthDates = new Set(['1970-01-01', '1900-01-01'])
const dummyPostcodes = new Set(['NF11NF', 'NF11FA'])
const postcodeShape = /^([A-Z][A-HJ-Y]?\d[A-Z\d]? ?\d[A-Z]{2}|GIR ?0A{2})$/

/** Makes a source record comparable. Source of the steps and their order: hmpps-person-match, model_cleaning/clean.py,
 *  as set out in the matching specification section 3. */
export function standardise(raw: SourceRecord, how: Standardisation): StandardRecord {
  const given = [raw.firstName, raw.middleNames].map(cleanedName).filter(text => text !== null)
  const surname = cleanedName(raw.lastName)
  const surnameWords = words(surname === null ? [] : [surname])
  const tokens = words(surname === null ? given : [...given, surname])
  const others = how.surnameParts === 'every' && surnameWords.length > 1 ? withoutSurname(tokens, surnameWords) : tokens

  const lastName = tokens.at(-1) ?? null
  const name1 = tokens.length >= 2 ? tokens[0]! : null
  const name2 = others.length >= 3 ? others[1]! : null
  const name3 = others.length >= 4 ? others[2]! : null
  const fullName = [name1, lastName].filter(name => name !== null).join(' ') || null

  const forenames = listOrNull([name1, ...(raw.firstNameAliases ?? []).map(cleanedName)])
  const surnameAliases = (raw.lastNameAliases ?? []).map(cleanedName)
  const parts = how.surnameParts === 'every' ? surnameParts([surname, ...surnameAliases], how.surnameParticles) : []
  const surnames = listOrNull([lastName, ...surnameAliases, ...parts])

  const aliasDates = (raw.dateOfBirthAliases ?? []).filter(date => !dummyBirthDates.has(date))
  const ownDate = raw.dateOfBirth && !dummyBirthDates.has(raw.dateOfBirth) ? raw.dateOfBirth : null
  const dob = ownDate ?? aliasDates[0] ?? null
  const dobs = listOrNull([...aliasDates, dob])

  const postcodes = listOrNull((raw.postcodes ?? []).map(comparablePostcode))
  const outcodes = postcodes && listOrNull(postcodes.map(postcode => postcode.slice(0, -3)))
  const cros = numbers(raw.cros, how.placeholderCros)
  const pncs = numbers(raw.pncs, how.placeholderPncs)
  const sentenceDates = comparableSentenceDates(raw.sentenceDates, how)

  return {
    name1,
    name2,
    name3,
    lastName,
    fullName,
    forenames,
    surnames,
    dob,
    dobs,
    dobAliasLast: (how.lastBirthDateOf === 'all' ? dobs?.at(-1) : aliasDates.at(-1)) ?? null,
    dobEpochDay: isLocalDate(dob) ? epochDay(dob) : null,
    sentenceDates,
    postcodes,
    outcodes,
    cro: cros[0] ?? null,
    pnc: pncs[0] ?? null,
    cros,
    pncs,
    rejectedNumbers: distinctSorted((raw.rejectedNumbers ?? []).map(text => text.toUpperCase())),
    forenameFirst: forenames?.[0] ?? null,
    forenameLast: forenames?.at(-1) ?? null,
    surnameFirst: surnames?.[0] ?? null,
    surnameLast: surnames?.at(-1) ?? null,
    postcodeFirst: postcodes?.[0] ?? null,
    postcodeLast: postcodes?.at(-1) ?? null,
    outcodeFirst: outcodes?.[0] ?? null,
    outcodeLast: outcodes?.at(-1) ?? null,
    overrideMarker: raw.overrideMarker ?? null,
    overrideScopes: raw.overrideScopes ?? [],
    masterDefendantId: raw.masterDefendantId ?? null,
  }
}

/** A record is matched only with a last name and at least one of first name, middle name or birth date. */
export function isMatchable(raw: SourceRecord): boolean {
  const known = (text: string | null | undefined) => Boolean(text?.trim())
  return known(raw.lastName) && (known(raw.firstName) || known(raw.middleNames) || known(raw.dateOfBirth))
}

/** Upper-case name text without migration marks, hyphens, apostrophes and "not entered"; MC DONALD is one word. */
function cleanedName(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  return text
    .toUpperCase()
    .replaceAll('MIG_ERROR_', '')
    .replaceAll('NO_SHOW_', '')
    .replaceAll('DUPLICATE_', '')
    .replaceAll('-', ' ')
    .replaceAll("'", '')
    .replace(/\bMC\s+/g, 'MC')
    .replace(/NOT\s+ENTERED/g, '')
}

function words(texts: readonly string[]): readonly string[] {
  return texts
    .join(' ')
    .split(/\s+/)
    .filter(word => word.length >= 2)
}

/** The words of the whole name with those of the surname counted once, so that BRAMWELL of BRAMWELL STONE is not
 *  taken for a middle name. */
function withoutSurname(tokens: readonly string[], surnameWords: readonly string[]): readonly string[] {
  return [...tokens.slice(0, -surnameWords.length), surnameWords.at(-1)!]
}

function surnameParts(surnames: readonly (string | null)[], particles: readonly string[]): readonly string[] {
  return surnames.flatMap(surname => words(surname === null ? [] : [surname])).filter(part => !particles.includes(part))
}

function comparablePostcode(text: string): string | null {
  const postcode = text.toUpperCase().replace(/\s/g, '')
  return !dummyPostcodes.has(postcode) && postcodeShape.test(postcode) ? postcode : null
}

function comparableSentenceDates(
  dates: readonly string[] | null | undefined,
  how: Standardisation,
): readonly string[] | null {
  if (dates === null) return null
  const known = distinctSorted((dates ?? []).filter(date => !dummyBirthDates.has(date)))
  return known.length === 0 && how.emptySentenceDates === 'unknown' ? null : known
}

function numbers(list: readonly string[] | null | undefined, placeholders: readonly string[]): readonly string[] {
  return distinctSorted((list ?? []).map(number => number.toUpperCase())).filter(
    number => !placeholders.includes(number),
  )
}

function listOrNull(values: readonly (string | null)[]): readonly string[] | null {
  const known = distinctSorted(values.map(value => value?.trim() ?? '').filter(value => value !== ''))
  return known.length === 0 ? null : known
}

function distinctSorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort()
}
