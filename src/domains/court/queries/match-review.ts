import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

/** A defendant who may be on record, to be decided by staff before the hearing. */
export type MatchToReview = {
  readonly appearanceId: string
  readonly personId: string
  readonly defendantId: string
  readonly courtCode: string
  readonly day: LocalDate
  /** 'HH:MM' on the London clock. */
  readonly startsAt: string
  readonly room: string
  readonly name: string
  readonly dateOfBirth: LocalDate | null
  readonly urn: string | null
  readonly candidates: number
  readonly bestBand: string | null
  readonly bestWeight: number | null
}

/** The review queue of these courts, the next hearing first, from the day on; a case once, at its first hearing. Hearings
 *  gone by come last. `total` counts all; limited people the viewer may not see are counted in `hidden`. */
export async function matchesToReview(
  tx: Tx,
  courtCodes: readonly string[],
  from: LocalDate,
  page: { readonly size: number; readonly number: number },
): Promise<{ readonly matches: readonly MatchToReview[]; readonly total: number }> {
  const { total } = await tx.one<{ total: number }>(
    `SELECT count(DISTINCT defendant_id)::int AS total FROM court.list_entry
      WHERE court_code = ANY ($1) AND day >= $2 AND match_state = 'POSSIBLE' AND removed_at IS NULL`,
    [courtCodes, from],
  )
  const matches = await tx.rows<MatchToReview>(
    `SELECT first.*, found.candidates, found."bestBand", found."bestWeight"
       FROM (SELECT DISTINCT ON (entry.defendant_id) entry.appearance_id AS "appearanceId", entry.person_id AS "personId",
                    entry.defendant_id AS "defendantId", entry.court_code AS "courtCode", entry.day,
                    to_char(entry.starts_at, 'HH24:MI') AS "startsAt", entry.room, entry.name,
                    entry.date_of_birth AS "dateOfBirth", entry.urn
               FROM court.list_entry entry
              WHERE entry.court_code = ANY ($1) AND entry.day >= $2 AND entry.match_state = 'POSSIBLE'
                AND entry.removed_at IS NULL
              ORDER BY entry.defendant_id, entry.day, entry.starts_at) first
       LEFT JOIN LATERAL (
         SELECT count(*)::int AS candidates, (array_agg(c.band ORDER BY c.weight DESC))[1] AS "bestBand",
                max(c.weight) AS "bestWeight"
           FROM court.candidate c
          WHERE c.person_id = first."personId" AND c.defendant_id = first."defendantId" AND c.rejected_at IS NULL
            AND c.band NOT IN ('weak', 'hidden')) found ON true
      ORDER BY first.day, first."startsAt", first.room, first.name, first."appearanceId"
      LIMIT $3 OFFSET $4`,
    [courtCodes, from, page.size, (page.number - 1) * page.size],
  )
  return { matches, total }
}
