import { type LocalDate, londonDay } from '../../../platform/calendar/index.ts'
import { age, longDate, savedAt, surnameFirst } from '../../../platform/words/index.ts'
import type { AddressOnRecord, DetailsOnRecord, Provenance } from '../queries/details-on-record.ts'
import { addressKindText, contactKindText, nameKindText, refusalText, sexWords, sourceText } from '../words.ts'

export type FactRow = {
  readonly lines: readonly string[]
  readonly remark: string | null
  readonly kind: string
  readonly source: string
  /** Null when the fact has ended and can no longer be changed. */
  readonly changeHref: string | null
}

/** Facts of one kind. `id` is both the place on the page and the part of the address of its forms. */
export type FactList = {
  readonly id: 'names' | 'addresses' | 'contacts' | 'identifiers'
  readonly title: string
  readonly column: string
  readonly add: string
  readonly empty: string
  readonly rows: readonly FactRow[]
}

export type DetailsView = {
  readonly base: string
  readonly mayEdit: boolean
  readonly since: string
  readonly person: readonly { readonly key: string; readonly value: string }[]
  readonly lists: readonly FactList[]
  readonly changes: readonly ChangeView[]
}

export type ChangeView = {
  readonly what: string
  readonly when: string
  readonly by: string
  readonly reason: string
  readonly rows: readonly (readonly [fact: string, before: string, after: string])[]
}

const unknown = 'Not known'

/** The personal details in the words of the page. What is missing is said to be not known. */
export function detailsView(found: DetailsOnRecord, crn: string, today: LocalDate, mayEdit: boolean): DetailsView {
  const { person } = found
  const base = `/case/${crn}`
  const born = person.dateOfBirth
  const since = longDate(londonDay(person.addedAt))
  return {
    base,
    mayEdit,
    since,
    person: [
      { key: 'Name', value: nameText(person) },
      { key: 'Title', value: person.title || unknown },
      { key: 'Date of birth', value: born ? longDate(born) : unknown },
      { key: 'Age', value: born && born <= today && !person.diedOn ? age(born, today) : unknown },
      ...(person.diedOn ? [{ key: 'Died', value: longDate(person.diedOn) }] : []),
      { key: 'Sex', value: sexWords[person.sex] ?? person.sex },
      { key: 'Nationality', value: person.nationality || unknown },
      { key: 'Ethnicity', value: person.ethnicity || unknown },
      { key: 'Preferred language', value: person.language || unknown },
      { key: 'Source', value: `${sourceText(person.source)}, ${since}` },
    ],
    lists: [
      {
        id: 'names',
        title: 'Other names',
        column: 'Name',
        add: 'Add another name',
        empty: `No other name has been recorded since ${since}.`,
        rows: found.otherNames.map(name => ({
          lines: [nameText(name), ...(name.dateOfBirth ? [`Born ${longDate(name.dateOfBirth)}`] : [])],
          remark: endedText(name, name.endedReason),
          kind: nameKindText(name.kind),
          source: cameFrom(name),
          changeHref: name.endedAt ? null : `${base}/details/names/${name.id}`,
        })),
      },
      {
        id: 'addresses',
        title: 'Addresses',
        column: 'Address',
        add: 'Add an address',
        empty: `No address has been recorded since ${since}.`,
        rows: found.addresses.map(address => ({
          lines: addressLines(address),
          remark: [livedText(address), address.notes, endedText(address, null)].filter(Boolean).join('. ') || null,
          kind: addressKindText(address.kind),
          source: cameFrom(address),
          changeHref: address.endedAt ? null : `${base}/details/addresses/${address.id}`,
        })),
      },
      {
        id: 'contacts',
        title: 'Phone and email',
        column: 'Number or address',
        add: 'Add a phone number or email address',
        empty: `No phone number or email address has been recorded since ${since}.`,
        rows: found.contactMethods.map(method => ({
          lines: [method.value],
          remark:
            [method.mayText === false ? 'Must not be texted' : null, endedText(method, method.endedReason)]
              .filter(Boolean)
              .join('. ') || null,
          kind: contactKindText(method.kind),
          source: cameFrom(method),
          changeHref: method.endedAt ? null : `${base}/details/contacts/${method.id}`,
        })),
      },
      {
        id: 'identifiers',
        title: 'Identifiers',
        column: 'Number',
        add: 'Add an identifier',
        empty: `No identifier but the CRN has been recorded since ${since}.`,
        rows: found.identifiers.map(number => ({
          lines: [number.canonical ?? number.given],
          remark: [identifierRemark(number), endedText(number, number.endedReason)].filter(Boolean).join('. ') || null,
          kind: number.kind,
          source: cameFrom(number),
          changeHref: number.endedAt ? null : `${base}/details/identifiers/${number.id}`,
        })),
      },
    ],
    changes: found.changes.map(change => ({
      what: changeText(change.kind),
      when: savedAt(change.at),
      by: change.by,
      reason: change.reason ? `Reason: ${change.reason}` : 'No reason was given.',
      rows: differences(change.before, change.after),
    })),
  }
}

/** 'Smyth, Alan Peter'. */
export function nameText(name: {
  readonly firstName: string | null
  readonly middleNames: string | null
  readonly lastName: string
}): string {
  const forenames = [name.firstName, name.middleNames].filter(Boolean).join(' ')
  return surnameFirst({ forenames, surname: name.lastName })
}

export function addressLines({ lines, postcode }: Pick<AddressOnRecord, 'lines' | 'postcode'>): readonly string[] {
  const all = [...lines, postcode ?? ''].filter(line => line.trim() !== '')
  return all.length > 0 ? all : [unknown]
}

function livedText({ startsOn, endsOn }: AddressOnRecord): string | null {
  if (startsOn && endsOn) return `From ${longDate(startsOn)} to ${longDate(endsOn)}`
  if (startsOn) return `From ${longDate(startsOn)}`
  return endsOn ? `Until ${longDate(endsOn)}` : null
}

function identifierRemark(number: DetailsOnRecord['identifiers'][number]): string | null {
  if (number.canonical === null) return `Kept as given and not used: ${refusalText(number.reason ?? '')}`
  if (!number.usable) return 'A placeholder number: never used to link records'
  return number.canonical === number.given.trim() ? null : `Given as ${number.given}`
}

function cameFrom(fact: Provenance): string {
  const who = fact.source === 'STAFF' ? ` (${fact.addedBy})` : ''
  return `${sourceText(fact.source)}${who}, ${longDate(londonDay(fact.addedAt))}`
}

function endedText(fact: Provenance, why: string | null): string | null {
  if (!fact.endedAt) return null
  const by = fact.endedBy ? ` by ${fact.endedBy}` : ''
  return `Ended on ${longDate(londonDay(fact.endedAt))}${by}${why ? `: ${why}` : ''}`
}

function changeText(kind: string): string {
  const text = kind.replace(/-/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function differences(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): ChangeView['rows'] {
  const facts = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return facts
    .filter(fact => JSON.stringify(before[fact]) !== JSON.stringify(after[fact]))
    .map(fact => [wordsOf(fact), valueText(before[fact]), valueText(after[fact])] as const)
}

function wordsOf(fact: string): string {
  const spaced = fact.replace(/([A-Z])/g, ' $1').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return unknown
  if (Array.isArray(value)) return value.map(String).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
