import { type LocalDate, parts } from '../../../platform/calendar/index.ts'
import { dummyAsnStarts, placeholderIdentifiers } from '../parameters/identifier-rules.ts'
import { checkLetterOf } from './check-letter.ts'

/** Why a number was refused: nothing typed, wrong shape, wrong number of digits, impossible year, wrong check letter. */
export type IdentifierFault = 'blank' | 'format' | 'length' | 'year' | 'check'

/** What a typed or received number turned out to be.
 *  `asRead` is the number set out in full even when its check letter or year is wrong, so that staff and the
 *  "one edit away" comparison can use it; it is never a reason to link. */
export type IdentifierReading = {
  readonly valid: boolean
  readonly canonical: string | null
  readonly reason: IdentifierFault | null
  readonly usableForMatching: boolean
  readonly asRead: string | null
}

export type IdentifierKind = 'pnc' | 'cro' | 'asn' | 'crn' | 'prisonNumber'

/** Police National Computer number. Canonical form YYYY/NNNNNNND. The two-digit century and the latest year follow
 *  `asAt`. Source: court specification section 5 (hmpps-person-record identifiers, with its faults put right). */
export function readPnc(input: string | null | undefined, asAt: LocalDate): IdentifierReading {
  const text = tidied(input)
  if (text === '') return refused('blank')
  const split = splitPnc(text)
  if (typeof split === 'string') return refused(split)

  const { year: currentYear } = parts(asAt)
  const year = fullYear(split.year, currentYear)
  const serial = split.serial.padStart(7, '0')
  const canonical = `${year}/${serial}${split.letter}`
  if (year < 1900 || year > currentYear) return refused('year', canonical)
  if (checkLetterOf(`${year % 100}${serial}`) !== split.letter) return refused('check', canonical)
  return accepted(canonical, !placeholderIdentifiers.on(asAt).value.pnc.includes(canonical))
}

/** Criminal Records Office number: NNNNNN/YYD padded, or a small-file number SFYY/N..D kept as written.
 *  Source: court specification section 5. */
export function readCro(input: string | null | undefined, asAt: LocalDate): IdentifierReading {
  const text = tidied(input)
  if (text === '') return refused('blank')

  const smallFile = /^SF(\d{2})\/(\d{1,6})([A-Z])$/.exec(text)
  if (smallFile) {
    const [, year = '', serial = '', letter = ''] = smallFile
    return checkLetterOf(year + serial) === letter ? accepted(text, true) : refused('check', text)
  }
  const standard = /^(\d{1,6})\/(\d{2})([A-Z])$/.exec(text)
  if (!standard) return refused('format')
  const [, written = '', year = '', letter = ''] = standard
  const serial = written.padStart(6, '0')
  const canonical = `${serial}/${year}${letter}`
  if (checkLetterOf(year + serial) !== letter) return refused('check', canonical)
  return accepted(canonical, !placeholderIdentifiers.on(asAt).value.cro.includes(canonical))
}

/** Arrest/summons number: year, force, unit, system, sequence padded to 11, check letter; 20 characters, slashes
 *  removed. One that a police system made up (no arrest) is valid and not usable for matching.
 *  Source: court specification section 5. */
export function readAsn(input: string | null | undefined, asAt: LocalDate): IdentifierReading {
  const text = tidied(input).replaceAll('/', '')
  if (text === '') return refused('blank')
  const split = /^(\d{2})([A-Z0-9]{2})([A-Z0-9]{2})([A-Z0-9]{2})(\d{1,11})([A-Z])$/.exec(text)
  if (!split) return refused('format')

  const [, year = '', force = '', unit = '', system = '', written = '', letter = ''] = split
  const sequence = written.padStart(11, '0')
  const canonical = `${year}${force}${unit}${system}${sequence}${letter}`
  const digits = [force, system].filter(isNumeric).join('') + year + sequence
  if (checkLetterOf(digits) !== letter) return refused('check', canonical)
  return accepted(canonical, !isDummyAsn(canonical, asAt))
}

/** Case reference number of the probation record: a letter and six digits. */
export function readCrn(input: string | null | undefined): IdentifierReading {
  return readPlain(input, /^[A-Z]\d{6}$/)
}

/** Prison number: a letter, four digits, two letters. */
export function readPrisonNumber(input: string | null | undefined): IdentifierReading {
  return readPlain(input, /^[A-Z]\d{4}[A-Z]{2}$/)
}

/** A court's organisation unit code: the first five characters name the court, the next two its room. */
export type CourtOuReading = {
  readonly valid: boolean
  readonly canonical: string | null
  readonly reason: 'blank' | 'format' | null
  readonly room: string | null
}

export function readCourtOu(input: string | null | undefined): CourtOuReading {
  const text = tidied(input)
  if (text === '') return { valid: false, canonical: null, reason: 'blank', room: null }
  if (!/^[A-Z]\d{2}[A-Z]{2}/.test(text)) return { valid: false, canonical: null, reason: 'format', room: null }
  return { valid: true, canonical: text.slice(0, 5), reason: null, room: text.slice(5, 7) || null }
}

/** Two numbers are the same only when both are valid and their canonical forms are equal. */
export function sameIdentifier(left: IdentifierReading, right: IdentifierReading): boolean {
  return left.valid && right.valid && left.canonical === right.canonical
}

/** Reads a number of the named kind. */
export function readIdentifier(
  kind: IdentifierKind,
  input: string | null | undefined,
  asAt: LocalDate,
): IdentifierReading {
  if (kind === 'pnc') return readPnc(input, asAt)
  if (kind === 'cro') return readCro(input, asAt)
  if (kind === 'asn') return readAsn(input, asAt)
  return kind === 'crn' ? readCrn(input) : readPrisonNumber(input)
}

function splitPnc(text: string): { year: string; serial: string; letter: string } | 'format' | 'length' {
  const slashed = /^(\d{4}|\d{2})\/(\d{1,7})([A-Z])$/.exec(text)
  if (slashed) return { year: slashed[1]!, serial: slashed[2]!, letter: slashed[3]! }

  const run = /^(\d+)([A-Z])$/.exec(text)
  if (!run) return 'format'
  const [, digits = '', letter = ''] = run
  if (digits.length === 11) return { year: digits.slice(0, 4), serial: digits.slice(4), letter }
  if (digits.length < 3 || digits.length > 9) return 'length'
  return { year: digits.slice(0, 2), serial: digits.slice(2), letter }
}

function fullYear(written: string, currentYear: number): number {
  if (written.length === 4) return Number(written)
  const year = Number(written)
  return year <= currentYear % 100 ? 2000 + year : 1900 + year
}

function isDummyAsn(canonical: string, asAt: LocalDate): boolean {
  return dummyAsnStarts
    .on(asAt)
    .value.some(start => [...start].every((letter, at) => letter === '.' || letter === canonical[at]))
}

function readPlain(input: string | null | undefined, shape: RegExp): IdentifierReading {
  const text = tidied(input)
  if (text === '') return refused('blank')
  return shape.test(text) ? accepted(text, true) : refused('format')
}

function tidied(input: string | null | undefined): string {
  return (input ?? '').replace(/\s+/g, '').toUpperCase()
}

function isNumeric(text: string): boolean {
  return /^\d+$/.test(text)
}

function accepted(canonical: string, usableForMatching: boolean): IdentifierReading {
  return { valid: true, canonical, reason: null, usableForMatching, asRead: canonical }
}

function refused(reason: IdentifierFault, asRead: string | null = null): IdentifierReading {
  return { valid: false, canonical: null, reason, usableForMatching: false, asRead }
}
