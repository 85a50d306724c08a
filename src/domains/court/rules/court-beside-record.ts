import type { LocalDate } from '../../../platform/calendar/index.ts'
import { readCro, readPnc, sameIdentifier } from '../../person/index.ts'

export type Standing = 'equal' | 'different' | 'only-court' | 'only-record' | 'neither'
export type BesideField = 'name' | 'dateOfBirth' | 'sex' | 'address' | 'pnc' | 'cro'

/** What one side holds; several values where a record has more than one number or address. */
export type IdentityValues = Readonly<Record<BesideField, readonly string[]>>

export type BesideLine = {
  readonly field: BesideField
  readonly court: readonly string[]
  readonly record: readonly string[]
  readonly standing: Standing
}

const fields: readonly BesideField[] = ['name', 'dateOfBirth', 'sex', 'address', 'pnc', 'cro']

/** The court's value beside the record's, field by field: neither ever overwrites the other (court specification,
 *  section 6). Names compare without regard to case, marks or order; addresses by postcode, or by their words where one
 *  side has none; police numbers by their canonical form, and a rejected number equals nothing. */
export function courtBesideRecord(
  court: IdentityValues,
  record: IdentityValues,
  asAt: LocalDate,
): readonly BesideLine[] {
  return fields.map(field => ({
    field,
    court: court[field],
    record: record[field],
    standing: standing(field, court[field], record[field], asAt),
  }))
}

function standing(field: BesideField, court: readonly string[], record: readonly string[], asAt: LocalDate): Standing {
  if (court.length === 0) return record.length === 0 ? 'neither' : 'only-record'
  if (record.length === 0) return 'only-court'
  return court.some(ours => record.some(theirs => same(field, ours, theirs, asAt))) ? 'equal' : 'different'
}

function same(field: BesideField, ours: string, theirs: string, asAt: LocalDate): boolean {
  if (field === 'pnc') return sameIdentifier(readPnc(ours, asAt), readPnc(theirs, asAt))
  if (field === 'cro') return sameIdentifier(readCro(ours, asAt), readCro(theirs, asAt))
  if (field === 'name') return words(ours).sort().join(' ') === words(theirs).sort().join(' ')
  if (field === 'address') {
    const [left, right] = [postcode(ours), postcode(theirs)]
    if (left && right) return left === right
  }
  return words(ours).join(' ') === words(theirs).join(' ')
}

function words(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

function postcode(text: string): string | undefined {
  return /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/i.exec(text)?.slice(1, 3).join('').toUpperCase()
}
