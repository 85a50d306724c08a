import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

export type FlagOnRecord = {
  readonly id: string
  readonly personId: string
  readonly typeCode: string
  readonly name: string
  readonly roshLevel: number | null
  readonly staffRisk: boolean
  readonly category: string | null
  readonly level: string | null
  readonly startsOn: LocalDate
  readonly nextReviewOn: LocalDate | null
  readonly notes: string | null
  readonly registeredAt: Instant
  readonly registeredBy: string
  readonly endedOn: LocalDate | null
  readonly endedBy: string | null
  readonly endedReason: string | null
  readonly version: number
  readonly reviews: readonly { readonly on: LocalDate; readonly by: string; readonly notes: string | null }[]
}

/** Every flag of one person (all ids of the identity group): open ones first, the newest on top, with their reviews. */
export function flagsOnRecord(tx: Tx, group: readonly string[]): Promise<readonly FlagOnRecord[]> {
  return tx.rows<FlagOnRecord>(
    `SELECT flag.id, flag.person_id AS "personId", flag.type_code AS "typeCode",
            coalesce(type.name, flag.type_code) AS name, type.rosh_level AS "roshLevel",
            coalesce(type.staff_risk, false) AS "staffRisk", flag.category, flag.level, flag.starts_on AS "startsOn",
            flag.next_review_on AS "nextReviewOn", flag.notes, flag.registered_at AS "registeredAt",
            flag.registered_by AS "registeredBy", flag.ended_on AS "endedOn", flag.ended_by AS "endedBy",
            flag.ended_reason AS "endedReason", flag.version,
            coalesce((SELECT jsonb_agg(jsonb_build_object('on', r.reviewed_on, 'by', r.reviewed_by, 'notes', r.notes)
                               ORDER BY r.reviewed_at DESC)
                        FROM person.flag_review r
                       WHERE r.person_id = flag.person_id AND r.flag_id = flag.id), '[]') AS reviews
       FROM person.flag
       LEFT JOIN person.flag_type type ON type.code = flag.type_code AND type.valid_to IS NULL
      WHERE flag.person_id = ANY ($1)
      ORDER BY flag.ended_on NULLS FIRST, coalesce(type.staff_risk, false) DESC, type.rosh_level DESC NULLS LAST,
               flag.starts_on DESC, flag.id`,
    [group],
  )
}

export type FlagType = { readonly code: string; readonly name: string; readonly notes: string | null }

/** The kinds of flag that can be registered on the day, by name. */
export function flagTypes(tx: Tx, day: LocalDate): Promise<readonly FlagType[]> {
  return tx.rows<FlagType>(
    `SELECT code, name, notes FROM person.flag_type
      WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1) ORDER BY name`,
    [day],
  )
}
