import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

/** Somebody read together with the record: a defendant linked to it, or a record merged into it. */
export type LinkedIdentity = {
  readonly personId: string
  readonly kind: 'defendant' | 'record'
  readonly crn: string | null
  readonly linkedAt: Instant
  readonly firstName: string | null
  readonly middleNames: string | null
  readonly lastName: string | null
  readonly dateOfBirth: LocalDate | null
  readonly source: string | null
}

/** Everybody read together with this record, the latest link on top. A defendant joined to a merged record comes with
 *  that record. */
export function linkedIdentities(tx: Tx, group: readonly string[]): Promise<readonly LinkedIdentity[]> {
  return tx.rows<LinkedIdentity>(
    `SELECT link.person_id AS "personId", link.kind, claim.value AS crn, link.linked_at AS "linkedAt",
            person.first_name AS "firstName", person.middle_names AS "middleNames", person.last_name AS "lastName",
            person.date_of_birth AS "dateOfBirth", person.source
       FROM person.identity_link link
       LEFT JOIN person.person ON person.person_id = link.person_id
       LEFT JOIN person.identifier_claim claim ON claim.person_id = link.person_id AND claim.kind = 'CRN'
      WHERE link.survivor_id = $1 ORDER BY link.linked_at DESC, link.person_id`,
    [group[0]!],
  )
}

export type IdentityFact = {
  readonly id: string
  readonly kind: string
  readonly at: Instant
  readonly by: string
  readonly decidedBy: 'machine' | 'staff'
  readonly reason: string | null
}

/** What was decided about who this person is, the latest on top. */
export function identityFacts(tx: Tx, group: readonly string[]): Promise<readonly IdentityFact[]> {
  return tx.rows<IdentityFact>(
    `SELECT id, kind, at, by, decided_by AS "decidedBy", reason FROM person.identity_fact
      WHERE person_id = ANY ($1) OR other_person_id = ANY ($1) ORDER BY at DESC, id DESC LIMIT 500`,
    [group],
  )
}
