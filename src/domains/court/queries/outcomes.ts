import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { OutcomeFacts } from './defendant-at-court.ts'

export type ListedOutcome = OutcomeFacts & {
  readonly personId: string
  readonly appearanceId: string
  readonly name: string
  readonly courtCode: string | null
  readonly hearingDay: LocalDate
  /** When somebody other than the assignee last changed what it is, and who. */
  readonly changedBy: string | null
}

/** Outcomes still open and those resulted since the day, the oldest hearing first; at most 1,000. */
export function outcomesOpenOrSince(tx: Tx, since: LocalDate): Promise<ListedOutcome[]> {
  return tx.rows<ListedOutcome>(
    `SELECT o.person_id AS "personId", o.id, o.appearance_id AS "appearanceId", o.types, o.created_at AS "createdAt",
            o.created_by AS "createdBy", o.by_machine AS "byMachine", o.assigned_to AS "assignedTo",
            o.assigned_name AS "assignedName", o.held_at AS "heldAt", o.held_reason AS "heldReason",
            o.resulted_at AS "resultedAt", o.resulted_by AS "resultedBy", o.version, o.court_code AS "courtCode",
            o.hearing_day AS "hearingDay",
            CASE WHEN d.type = 'ORGANISATION' THEN d.organisation_name
                 ELSE concat_ws(', ', d.surname, nullif(array_to_string(d.forenames, ' '), '')) END AS name,
            (SELECT change.by_name FROM court.outcome_change change
              WHERE change.person_id = o.person_id AND change.outcome_id = o.id AND change.what = 'type-changed'
                AND change.by IS DISTINCT FROM o.assigned_to
              ORDER BY change.at DESC LIMIT 1) AS "changedBy"
       FROM court.outcome o
       JOIN court.appearance a ON a.person_id = o.person_id AND a.id = o.appearance_id
       JOIN court.defendant d ON d.person_id = a.person_id AND d.id = a.defendant_id
      WHERE o.resulted_at IS NULL OR o.resulted_at >= $1::date::timestamp AT TIME ZONE 'Europe/London'
      ORDER BY o.hearing_day, d.surname, o.id LIMIT 1000`,
    [since],
  )
}
