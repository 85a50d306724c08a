import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

export type TimelineKind =
  | 'record-opened'
  | 'linked'
  | 'unlinked'
  | 'merged'
  | 'unmerged'
  | 'flag-registered'
  | 'flag-reviewed'
  | 'flag-ended'
  | 'manager-allocated'
  | 'details-changed'
  | 'address-added'

/** One thing that happened to the record of who a person is. `on` is the day it is about, `at` when it was recorded,
 *  `code` a flag's type, a team or what changed. `system`: a machine or a feed did it, for the filter. */
export type TimelineEntry = {
  readonly id: string
  readonly kind: TimelineKind
  readonly at: Instant
  readonly on: LocalDate
  readonly by: string
  readonly code: string | null
  readonly text: string | null
  readonly system: boolean
}

/** Where the next page goes on: the last entry of the one before. */
export type TimelinePlace = Pick<TimelineEntry, 'at' | 'id'>

const longestPage = 200

/** What happened to the record of who the people of a group are, newest first, for the one timeline of a case. The
 *  group is that of an opened case. `kinds`: only these. Pages by the last entry shown, never by a count. */
export function timelineEntries(
  tx: Tx,
  group: readonly string[],
  page: {
    readonly after?: TimelinePlace | null
    readonly kinds?: readonly TimelineKind[] | null
    readonly limit?: number
  } = {},
): Promise<readonly TimelineEntry[]> {
  return tx.rows<TimelineEntry>(
    `SELECT id, kind, at, "on", by, code, text, by LIKE 'system:%' AS system
       FROM (
         SELECT id, kind, at, (at AT TIME ZONE 'Europe/London')::date AS "on", by, decided_by AS code, reason AS text
           FROM person.identity_fact
          WHERE person_id = ANY ($1) AND kind IN ('record-opened', 'linked', 'unlinked', 'merged', 'unmerged')
         UNION ALL
         SELECT id, 'flag-registered', registered_at, starts_on, registered_by, type_code, notes
           FROM person.flag WHERE person_id = ANY ($1)
         UNION ALL
         SELECT id, 'flag-ended', ended_at, ended_on, ended_by, type_code, ended_reason
           FROM person.flag WHERE person_id = ANY ($1) AND ended_at IS NOT NULL
         UNION ALL
         SELECT review.id, 'flag-reviewed', review.reviewed_at, review.reviewed_on, review.reviewed_by, flag.type_code,
                review.notes
           FROM person.flag_review review
           JOIN person.flag ON flag.person_id = review.person_id AND flag.id = review.flag_id
          WHERE review.person_id = ANY ($1)
         UNION ALL
         SELECT id, 'manager-allocated', added_at, starts_on, added_by, team_code, staff_name
           FROM person.manager WHERE person_id = ANY ($1)
         UNION ALL
         SELECT id, 'details-changed', at, (at AT TIME ZONE 'Europe/London')::date, by, kind, reason
           FROM person.details_change WHERE person_id = ANY ($1)
         UNION ALL
         SELECT id, 'address-added', added_at, coalesce(starts_on, (added_at AT TIME ZONE 'Europe/London')::date), added_by, kind, postcode
           FROM person.address WHERE person_id = ANY ($1)
       ) AS entry
      WHERE ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid)) AND ($4::text[] IS NULL OR kind = ANY ($4))
      ORDER BY at DESC, id DESC, kind LIMIT $5`,
    [
      group,
      page.after?.at ?? null,
      page.after?.id ?? null,
      page.kinds ?? null,
      Math.min(page.limit ?? 50, longestPage),
    ],
  )
}
