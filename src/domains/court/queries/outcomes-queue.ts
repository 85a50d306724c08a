import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { type OutcomeState, type OutcomeType, outcomeState, resultedShownFrom } from '../rules/outcome-state.ts'

export type OutcomeInQueue = {
  readonly outcomeId: string
  readonly personId: string
  readonly appearanceId: string
  readonly courtCode: string | null
  readonly hearingDay: LocalDate
  readonly name: string
  readonly crn: string | null
  readonly probationStatus: string | null
  readonly types: readonly OutcomeType[]
  readonly state: OutcomeState
  readonly assignedTo: string | null
  readonly assignedName: string | null
  readonly heldReason: string | null
  readonly resultedAt: string | null
  readonly byMachine: boolean
  readonly version: number
  /** Proposals of the court still to be decided for this hearing. */
  readonly proposals: number
}

type Row = Omit<OutcomeInQueue, 'state'> & { readonly heldAt: string | null }

/** Outcomes at these courts: those to be worked, oldest hearing first, and those resulted in the days resulted ones are
 *  shown, newest first. */
export async function outcomesQueue(
  tx: Tx,
  courtCodes: readonly string[],
  today: LocalDate,
): Promise<readonly OutcomeInQueue[]> {
  const rows = await tx.rows<Row>(
    `SELECT o.id AS "outcomeId", o.person_id AS "personId", o.appearance_id AS "appearanceId", o.court_code AS "courtCode",
            o.hearing_day AS "hearingDay", coalesce(entry.name, '') AS name, entry.crn,
            entry.probation_status AS "probationStatus", o.types, o.assigned_to AS "assignedTo",
            o.assigned_name AS "assignedName", o.held_at AS "heldAt", o.held_reason AS "heldReason",
            o.resulted_at AS "resultedAt", o.by_machine AS "byMachine", o.version,
            (SELECT count(*)::int FROM court.proposal p
              WHERE p.person_id = o.person_id AND p.appearance_id = o.appearance_id AND p.accepted_at IS NULL
                AND p.refused_at IS NULL AND p.replaced_at IS NULL) AS proposals
       FROM court.outcome o
       LEFT JOIN LATERAL (SELECT name, crn, probation_status FROM court.list_entry shown
                           WHERE shown.appearance_id = o.appearance_id AND shown.person_id = o.person_id
                           ORDER BY shown.day LIMIT 1) entry ON true
      WHERE o.court_code = ANY ($1) AND (o.resulted_at IS NULL OR o.resulted_at >= $2::date::timestamp AT TIME ZONE 'Europe/London')
      ORDER BY o.resulted_at DESC NULLS FIRST, o.hearing_day, entry.name, o.id`,
    [courtCodes, resultedShownFrom(today)],
  )
  return rows.map(({ heldAt, ...row }) => ({ ...row, state: outcomeState({ ...row, heldAt }) }))
}

export type OutcomeHistoryEntry = {
  readonly what: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly byName: string
  readonly at: string
}

/** What was done with an outcome, oldest first. */
export function outcomeHistory(tx: Tx, personId: string, outcomeId: string): Promise<OutcomeHistoryEntry[]> {
  return tx.rows<OutcomeHistoryEntry>(
    `SELECT what, detail, by_name AS "byName", at FROM court.outcome_change
      WHERE person_id = $1 AND outcome_id = $2 ORDER BY at, id`,
    [personId, outcomeId],
  )
}
