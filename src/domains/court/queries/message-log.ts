import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

/** What was done with a message, or with one case of it, at one attempt. */
export type MessageFate = {
  readonly messageId: string
  readonly attempt: number
  readonly part: string | null
  readonly fate: string
  readonly reason: string | null
  readonly field: string | null
  readonly problem: string | null
  readonly fix: string | null
  readonly courtCode: string | null
  readonly hearingDate: LocalDate | null
  readonly at: string
  readonly by: string
  readonly channel: string
  readonly fileName: string | null
}

const columns = `f.message_id AS "messageId", f.attempt, f.part, f.fate, f.reason, f.field, f.problem, f.fix,
  f.court_code AS "courtCode", f.hearing_date AS "hearingDate", f.at, f.by, m.channel, m.file_name AS "fileName"`

/** Messages whose last attempt refused or failed something, the newest first; at most 200. Messages about people the
 *  viewer may not see are left out. */
export function messagesToLookAt(tx: Tx): Promise<MessageFate[]> {
  return tx.rows<MessageFate>(
    `SELECT ${columns}
       FROM court.message_fate f
       JOIN court.message m ON m.id = f.message_id
      WHERE f.fate IN ('refused', 'failed')
        AND f.attempt = (SELECT max(last.attempt) FROM court.message_fate last WHERE last.message_id = f.message_id)
      ORDER BY f.at DESC, f.id LIMIT 200`,
  )
}

export type LogFilter = { readonly fate: string; readonly channel: string; readonly court: string }

/** The log, the newest first. An empty choice lets all through. */
export function messageLog(tx: Tx, filter: LogFilter, limit: number, offset: number): Promise<MessageFate[]> {
  return tx.rows<MessageFate>(
    `SELECT ${columns}
       FROM court.message_fate f
       JOIN court.message m ON m.id = f.message_id
      WHERE ($1 = '' OR f.fate = $1) AND ($2 = '' OR m.channel = $2) AND ($3 = '' OR f.court_code = $3)
      ORDER BY f.at DESC, f.id DESC LIMIT $4 OFFSET $5`,
    [filter.fate, filter.channel, filter.court, limit, offset],
  )
}

/** Everything that was done with one message, the last attempt first. */
export function fatesOf(tx: Tx, messageId: string): Promise<MessageFate[]> {
  return tx.rows<MessageFate>(
    `SELECT ${columns} FROM court.message_fate f JOIN court.message m ON m.id = f.message_id
      WHERE f.message_id = $1 ORDER BY f.attempt DESC, f.id`,
    [messageId],
  )
}
