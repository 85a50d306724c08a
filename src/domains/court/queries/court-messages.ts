import type { LocalDate } from '../../../platform/calendar/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { Channel, FateKind } from '../store/message-store.ts'

/** A message that was not taken in whole, with what its sender can mend. */
export type MessageToLookAt = {
  readonly messageId: string
  readonly receivedAt: string
  readonly receivedBy: string
  readonly channel: Channel
  readonly fileName: string | null
  readonly part: string | null
  readonly fate: FateKind
  readonly reason: string | null
  readonly field: string | null
  readonly problem: string | null
  readonly fix: string | null
  readonly courtCode: string | null
  readonly hearingDate: LocalDate | null
  readonly attempts: number
}

/** Messages whose last attempt ended refused or failed, newest first; those about people the viewer may not see are left
 *  out. */
export function messagesToLookAt(tx: Tx, limit = 200): Promise<MessageToLookAt[]> {
  return tx.rows<MessageToLookAt>(
    `SELECT m.id AS "messageId", m.received_at AS "receivedAt", m.received_by AS "receivedBy", m.channel,
            m.file_name AS "fileName", f.part, f.fate, f.reason, f.field, f.problem, f.fix,
            coalesce(f.court_code, m.court_code) AS "courtCode", coalesce(f.hearing_date, m.hearing_date) AS "hearingDate",
            f.attempt AS attempts
       FROM court.message_fate f
       JOIN court.message m ON m.id = f.message_id
      WHERE f.fate IN ('refused', 'failed')
        AND f.attempt = (SELECT max(attempt) FROM court.message_fate last WHERE last.message_id = f.message_id)
      ORDER BY f.at DESC, f.id DESC LIMIT $1`,
    [limit],
  )
}

export type MessageShown = {
  readonly messageId: string
  readonly receivedAt: string
  readonly receivedBy: string
  readonly channel: Channel
  readonly fileName: string | null
  readonly pathId: string | null
  readonly externalId: string | null
  readonly courtCode: string | null
  readonly hearingDate: LocalDate | null
  readonly sharedAt: string | null
  readonly people: readonly string[]
  /** Null when only the fact of the message may be kept. */
  readonly body: string | null
  readonly bytes: number
  readonly fates: readonly (Omit<
    MessageToLookAt,
    'messageId' | 'receivedAt' | 'receivedBy' | 'channel' | 'fileName' | 'attempts'
  > & {
    readonly attempt: number
    readonly at: string
    readonly by: string
    readonly hearingId: string | null
  })[]
}

/** One message with its body and everything that was done with it. The caller audits the look at `people`.
 *  Throws NotFound. */
export async function oneMessage(tx: Tx, messageId: string): Promise<MessageShown> {
  const found = await tx.maybe<Omit<MessageShown, 'fates' | 'body'> & { raw: Buffer | null }>(
    `SELECT id AS "messageId", received_at AS "receivedAt", received_by AS "receivedBy", channel, file_name AS "fileName",
            path_id AS "pathId", external_id AS "externalId", court_code AS "courtCode", hearing_date AS "hearingDate",
            shared_at AS "sharedAt", people, body AS raw, coalesce(length(body), 0) AS bytes
       FROM court.message WHERE id = $1`,
    [messageId],
  )
  if (!found) throw new NotFound('This message does not exist')
  const fates = await tx.rows<MessageShown['fates'][number]>(
    `SELECT attempt, at, by, part, fate, reason, field, problem, fix, court_code AS "courtCode",
            hearing_date AS "hearingDate", hearing_id AS "hearingId"
       FROM court.message_fate WHERE message_id = $1 ORDER BY attempt DESC, id`,
    [messageId],
  )
  const { raw, ...message } = found
  return { ...message, body: raw?.toString('utf8') ?? null, fates }
}
