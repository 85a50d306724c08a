import type { Instant, LocalDate } from '../../platform/calendar/index.ts'
import { newId, type Tx } from '../../platform/store/index.ts'
import type { AccessFlags, FactSource, PersonFacts, Sex } from './model.ts'
import type { KnownPerson, ReadNumber } from './rules/known-person.ts'

/** Who wrote a row and when. */
export type Stamp = { readonly at: string; readonly by: string }

export type Details = {
  readonly title: string | null
  readonly firstName: string | null
  readonly middleNames: string | null
  readonly lastName: string
  readonly dateOfBirth: LocalDate | null
  readonly sex: Sex
  readonly nationality: string | null
  readonly ethnicity: string | null
  readonly language: string | null
  readonly diedOn: LocalDate | null
}

export type StoredPerson = AccessFlags &
  Details & {
    readonly personId: string
    readonly source: FactSource
    readonly sourceId: string
    readonly masterDefendantId: string | null
    readonly sentenceDates: readonly LocalDate[]
    readonly addedAt: Instant
    readonly version: number
  }

const personColumns = `
  person_id AS "personId", title, first_name AS "firstName", middle_names AS "middleNames", last_name AS "lastName",
  date_of_birth AS "dateOfBirth", sex, nationality, ethnicity, language, died_on AS "diedOn", source,
  source_id AS "sourceId", master_defendant_id AS "masterDefendantId", sentence_dates AS "sentenceDates",
  added_at AS "addedAt", version, excluded, restricted`

/** The person's own row, or undefined when there is none the viewer may see. */
export function personOf(tx: Tx, personId: string): Promise<StoredPerson | undefined> {
  return tx.maybe<StoredPerson>(`SELECT ${personColumns} FROM person.person WHERE person_id = $1`, [personId])
}

/** The rows of these people that the viewer may see. */
export function peopleOf(tx: Tx, personIds: readonly string[]): Promise<readonly StoredPerson[]> {
  return tx.rows<StoredPerson>(`SELECT ${personColumns} FROM person.person WHERE person_id = ANY ($1)`, [personIds])
}

export async function insertPerson(tx: Tx, personId: string, facts: PersonFacts, { at, by }: Stamp): Promise<void> {
  await tx.run(
    `WITH stub AS (INSERT INTO person.stub (person_id) VALUES ($1))
     INSERT INTO person.person (person_id, title, first_name, middle_names, last_name, date_of_birth, sex, nationality,
       ethnicity, source, source_id, master_defendant_id, sentence_dates, added_at, added_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      personId,
      facts.title ?? null,
      facts.firstName,
      facts.middleNames ?? null,
      facts.lastName,
      facts.dateOfBirth,
      facts.sex,
      facts.nationality ?? null,
      facts.ethnicity ?? null,
      facts.source,
      facts.sourceId,
      facts.masterDefendantId ?? null,
      facts.sentenceDates ?? [],
      at,
      by,
    ],
  )
}

/** Keeps numbers as given, and claims those that were accepted, so that they are found by search. One statement
 *  whatever their number. */
export async function insertNumbers(
  tx: Tx,
  personId: string,
  numbers: readonly ReadNumber[],
  source: string,
  flags: AccessFlags,
  { at, by }: Stamp,
): Promise<void> {
  if (numbers.length === 0) return
  await tx.run(
    `WITH given AS MATERIALIZED (
       SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[])
         AS number (id, kind, given, canonical, as_read, reason, usable)
     ), kept AS (
       INSERT INTO person.identifier (person_id, id, kind, given, canonical, as_read, reason, usable, source, added_at,
         added_by, excluded, restricted)
       SELECT $1, id, kind, given, canonical, as_read, reason, usable, $9, $10, $11, $12, $13 FROM given
     )
     INSERT INTO person.identifier_claim (kind, value, person_id, excluded, restricted)
     SELECT kind, canonical, $1, $12, $13 FROM given WHERE canonical IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [
      personId,
      numbers.map(() => newId()),
      numbers.map(number => number.kind),
      numbers.map(number => number.given),
      numbers.map(number => number.canonical) as string[],
      numbers.map(number => number.asRead) as string[],
      numbers.map(number => number.reason) as string[],
      numbers.map(number => (number.usableForMatching ? 'true' : 'false')),
      source,
      at,
      by,
      flags.excluded,
      flags.restricted,
    ],
  )
}

/** Notes who holds a number. Answers false when it was noted before, or, for a CRN, when somebody else holds it. */
export async function claim(
  tx: Tx,
  kind: string,
  value: string,
  personId: string,
  flags: AccessFlags,
): Promise<boolean> {
  const added = await tx.run(
    `INSERT INTO person.identifier_claim (kind, value, person_id, excluded, restricted) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [kind, value, personId, flags.excluded, flags.restricted],
  )
  return added === 1
}

export async function insertAddress(
  tx: Tx,
  personId: string,
  address: {
    readonly kind: string
    readonly lines: readonly string[]
    readonly postcode: string | null
    readonly startsOn?: LocalDate | null
    readonly endsOn?: LocalDate | null
    readonly notes?: string | null
  },
  source: string,
  flags: AccessFlags,
  { at, by }: Stamp,
): Promise<string> {
  const id = newId()
  await tx.run(
    `INSERT INTO person.address (person_id, id, kind, lines, postcode, starts_on, ends_on, notes, source, added_at,
       added_by, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      personId,
      id,
      address.kind,
      address.lines,
      address.postcode,
      address.startsOn ?? null,
      address.endsOn ?? null,
      address.notes ?? null,
      source,
      at,
      by,
      flags.excluded,
      flags.restricted,
    ],
  )
  return id
}

export async function insertContactMethod(
  tx: Tx,
  personId: string,
  method: { readonly kind: string; readonly value: string; readonly mayText?: boolean | null },
  source: string,
  flags: AccessFlags,
  { at, by }: Stamp,
): Promise<string> {
  const id = newId()
  await tx.run(
    `INSERT INTO person.contact_method (person_id, id, kind, value, may_text, source, added_at, added_by, excluded,
       restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [personId, id, method.kind, method.value, method.mayText ?? null, source, at, by, flags.excluded, flags.restricted],
  )
  return id
}

/** Keeps what stood before a correction beside what stands after it. */
export async function insertChange(
  tx: Tx,
  personId: string,
  change: { readonly kind: string; readonly reason: string | null; readonly before: object; readonly after: object },
  flags: AccessFlags,
  { at, by }: Stamp,
): Promise<void> {
  await tx.run(
    `INSERT INTO person.details_change (person_id, id, at, by, kind, reason, before, after, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      personId,
      newId(),
      at,
      by,
      change.kind,
      change.reason,
      JSON.stringify(change.before),
      JSON.stringify(change.after),
      flags.excluded,
      flags.restricted,
    ],
  )
}

/** All that says who the person is, for matching and search. Throws when the viewer may not see the person. */
export async function knownPerson(tx: Tx, personId: string): Promise<KnownPerson> {
  const person = await personOf(tx, personId)
  if (!person) throw new Error('No such person, or not open to the viewer')
  const otherNames = await tx.rows<KnownPerson['otherNames'][number]>(
    `SELECT first_name AS "firstName", middle_names AS "middleNames", last_name AS "lastName",
            date_of_birth AS "dateOfBirth"
       FROM person.other_name WHERE person_id = $1 AND ended_at IS NULL ORDER BY id`,
    [personId],
  )
  const postcodes = await tx.rows<{ postcode: string }>(
    'SELECT DISTINCT postcode FROM person.address WHERE person_id = $1 AND postcode IS NOT NULL ORDER BY postcode',
    [personId],
  )
  const identifiers = await tx.rows<KnownPerson['identifiers'][number]>(
    `SELECT kind, canonical, as_read AS "asRead", usable FROM person.identifier
      WHERE person_id = $1 AND ended_at IS NULL ORDER BY id`,
    [personId],
  )
  return { ...person, otherNames, postcodes: postcodes.map(row => row.postcode), identifiers }
}
