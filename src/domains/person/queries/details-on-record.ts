import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { personOf, type StoredPerson } from '../store.ts'

/** Where a fact came from and when it was put on the record; when, by whom and why it was taken off. */
export type Provenance = {
  readonly id: string
  readonly personId: string
  readonly source: string
  readonly addedAt: Instant
  readonly addedBy: string
  readonly endedAt: Instant | null
  readonly endedBy: string | null
}

export type OtherName = Provenance & {
  readonly firstName: string | null
  readonly middleNames: string | null
  readonly lastName: string
  readonly dateOfBirth: LocalDate | null
  readonly kind: string
  readonly endedReason: string | null
}

export type AddressOnRecord = Provenance & {
  readonly kind: string
  readonly lines: readonly string[]
  readonly postcode: string | null
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly notes: string | null
  readonly version: number
}

export type ContactMethod = Provenance & {
  readonly kind: string
  readonly value: string
  readonly mayText: boolean | null
  readonly endedReason: string | null
}

/** `reason`: why a number was refused (format, length, year, check); it is shown, and never used to link. */
export type IdentifierOnRecord = Provenance & {
  readonly kind: string
  readonly given: string
  readonly canonical: string | null
  readonly reason: string | null
  readonly usable: boolean
  readonly endedReason: string | null
}

export type DetailsChange = {
  readonly id: string
  readonly at: Instant
  readonly by: string
  readonly kind: string
  readonly reason: string | null
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

export type DetailsOnRecord = {
  readonly person: StoredPerson
  readonly otherNames: readonly OtherName[]
  readonly addresses: readonly AddressOnRecord[]
  readonly contactMethods: readonly ContactMethod[]
  readonly identifiers: readonly IdentifierOnRecord[]
  readonly changes: readonly DetailsChange[]
}

const provenance = `id, person_id AS "personId", source, added_at AS "addedAt", added_by AS "addedBy",
  ended_at AS "endedAt", ended_by AS "endedBy"`

/** Everything the record holds of who the person is and how to reach them, of everybody in the identity group, with
 *  source and day; what was ended stands last. The group is that of an opened case. */
export async function detailsOnRecord(tx: Tx, group: readonly string[]): Promise<DetailsOnRecord> {
  const person = await personOf(tx, group[0]!)
  if (!person) throw new Error('The case is open, but its person is not to be seen')
  return {
    person,
    otherNames: await tx.rows<OtherName>(
      `SELECT ${provenance}, first_name AS "firstName", middle_names AS "middleNames", last_name AS "lastName",
              date_of_birth AS "dateOfBirth", kind, ended_reason AS "endedReason"
         FROM person.other_name WHERE person_id = ANY ($1) ORDER BY ended_at NULLS FIRST, added_at DESC, id`,
      [group],
    ),
    addresses: await tx.rows<AddressOnRecord>(
      `SELECT ${provenance}, kind, lines, postcode, starts_on AS "startsOn", ends_on AS "endsOn", notes, version
         FROM person.address WHERE person_id = ANY ($1)
        ORDER BY ended_at IS NOT NULL, coalesce(ends_on, 'infinity') DESC, starts_on DESC NULLS LAST, added_at DESC, id`,
      [group],
    ),
    contactMethods: await tx.rows<ContactMethod>(
      `SELECT ${provenance}, kind, value, may_text AS "mayText", ended_reason AS "endedReason"
         FROM person.contact_method WHERE person_id = ANY ($1) ORDER BY ended_at NULLS FIRST, added_at DESC, id`,
      [group],
    ),
    identifiers: await tx.rows<IdentifierOnRecord>(
      `SELECT ${provenance}, kind, given, canonical, reason, usable, ended_reason AS "endedReason"
         FROM person.identifier WHERE person_id = ANY ($1)
        ORDER BY ended_at NULLS FIRST, kind DESC, added_at DESC, id`,
      [group],
    ),
    changes: await tx.rows<DetailsChange>(
      `SELECT id, at, by, kind, reason, before, after FROM person.details_change
        WHERE person_id = ANY ($1) ORDER BY at DESC, id DESC LIMIT 200`,
      [group],
    ),
  }
}
