import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

export type MatchToReview = {
  readonly personId: string
  readonly appearanceId: string
  readonly defendantId: string
  readonly name: string
  readonly dateOfBirth: LocalDate | null
  readonly courtCode: string
  readonly day: LocalDate
  readonly startsAt: string
  readonly room: string
}

export type MatchQueue = 'to-come' | 'heard'

const condition = (queue: MatchQueue) =>
  `match_state = 'POSSIBLE' AND removed_at IS NULL AND ${queue === 'to-come' ? 'day >= $1' : 'day < $1'}`

/** Defendants who may be on record, each once, by the time of the hearing: those to come the soonest first, those heard
 *  already the latest first. */
export function matchesToReview(
  tx: Tx,
  queue: MatchQueue,
  today: LocalDate,
  limit: number,
  offset: number,
): Promise<MatchToReview[]> {
  const [nearest, order] = queue === 'to-come' ? ['day, starts_at', 'ASC'] : ['day DESC, starts_at DESC', 'DESC']
  return tx.rows<MatchToReview>(
    `SELECT person_id AS "personId", appearance_id AS "appearanceId", defendant_id AS "defendantId", name,
            date_of_birth AS "dateOfBirth", court_code AS "courtCode", day, to_char(starts_at, 'HH24:MI') AS "startsAt", room
       FROM (SELECT DISTINCT ON (defendant_id) * FROM court.list_entry
              WHERE ${condition(queue)} ORDER BY defendant_id, ${nearest}) AS first
      ORDER BY day ${order}, starts_at ${order}, surname_key, appearance_id LIMIT $2 OFFSET $3`,
    [today, limit, offset],
  )
}

export async function countMatchesToReview(tx: Tx, today: LocalDate): Promise<Readonly<Record<MatchQueue, number>>> {
  const count = (queue: MatchQueue) =>
    tx.one<{ n: number }>(
      `SELECT count(DISTINCT defendant_id)::int AS n FROM court.list_entry WHERE ${condition(queue)}`,
      [today],
    )
  return { 'to-come': (await count('to-come')).n, heard: (await count('heard')).n }
}
