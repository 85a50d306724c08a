import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

/** Counts of one court and day, of cases still on the list; `hidden` are those the viewer may not see. */
export type CourtDayCounts = {
  readonly courtCode: string
  readonly day: LocalDate
  readonly listed: number
  readonly hidden: number
  readonly toPrepare: number
  readonly outcomeToAdd: number
  readonly possible: number
  readonly breach: number
}

/** Counts for each of these courts and each day from `from` to `to` that has a list. */
export function courtCounts(
  tx: Tx,
  courtCodes: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<CourtDayCounts[]> {
  return tx.rows<CourtDayCounts>(
    `SELECT place.court_code AS "courtCode", place.day, count(*)::int AS listed,
            (count(*) FILTER (WHERE entry.id IS NULL))::int AS hidden,
            (count(*) FILTER (WHERE entry.preparation = 'NOT_STARTED'))::int AS "toPrepare",
            (count(*) FILTER (WHERE entry.id IS NULL OR entry.outcome_state IS NULL AND NOT entry.outcome_not_required))::int
              AS "outcomeToAdd",
            (count(*) FILTER (WHERE entry.possible))::int AS possible,
            (count(*) FILTER (WHERE entry.breach OR 'breach' = ANY (entry.application_kinds)))::int AS breach
       FROM court.list_place place
       LEFT JOIN court.list_entry entry
         ON entry.court_code = place.court_code AND entry.day = place.day AND entry.id = place.id
      WHERE place.court_code = ANY ($1) AND place.day BETWEEN $2 AND $3 AND place.removed_at IS NULL
      GROUP BY place.court_code, place.day ORDER BY place.day`,
    [courtCodes, from, to],
  )
}
