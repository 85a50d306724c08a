import { newId, type Tx } from '../../../platform/store/index.ts'
import { lockFlagsOfAll } from '../../person/index.ts'
import { insertRows } from './insert-rows.ts'

export type Channel =
  | 'hearing'
  | 'hearing-result'
  | 'hearing-delete'
  | 'libra-list'
  | 'libra-case'
  | 'spi-result'
  | 'file'

export type FateKind = 'stored' | 'updated' | 'unchanged' | 'ignored' | 'refused' | 'failed'

/** What was done with a message or with one case of it. `reason` is a code; `field`, `problem` and `fix` say what the
 *  sender can mend. Holds no names. */
export type Fate = {
  readonly fate: FateKind
  readonly reason?: string | undefined
  readonly part?: string | undefined
  readonly field?: string | undefined
  readonly problem?: string | undefined
  readonly fix?: string | undefined
  readonly hearingId?: string | undefined
  readonly caseId?: string | undefined
  readonly courtCode?: string | undefined
  readonly hearingDate?: string | undefined
}

export type ReceivedMessage = {
  readonly id: string
  readonly channel: Channel
  readonly body: Buffer | null
  readonly sha256: Buffer
  readonly fileName?: string | undefined
  readonly pathId?: string | undefined
  readonly externalId?: string | undefined
  readonly courtCode?: string | undefined
  readonly hearingDate?: string | undefined
  readonly sharedTime?: string | undefined
}

/** Keeps a message as it came. `people` are those found in it so far; it is limited when one of them is. */
export async function keepMessage(
  tx: Tx,
  message: ReceivedMessage,
  received: { readonly at: string; readonly by: string },
  people: readonly string[] = [],
): Promise<void> {
  const flags = people.length > 0 ? await lockFlagsOfAll(tx, people) : { excluded: false, restricted: false }
  await tx.run(
    `INSERT INTO court.message (id, received_at, received_by, channel, file_name, path_id, body, sha256, external_id,
       court_code, hearing_date, shared_at, people, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      message.id,
      received.at,
      received.by,
      message.channel,
      message.fileName ?? null,
      message.pathId ?? null,
      message.body,
      message.sha256,
      message.externalId ?? null,
      message.courtCode ?? null,
      message.hearingDate ?? null,
      message.sharedTime ?? null,
      people,
      flags.excluded,
      flags.restricted,
    ],
  )
}

/** Adds people found in a later case of the same list, or at a replay. */
export async function addPeopleToMessage(tx: Tx, messageId: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  const { excluded, restricted } = await lockFlagsOfAll(tx, people)
  await tx.run(
    `UPDATE court.message
        SET people = ARRAY(SELECT DISTINCT unnest(people || $2::uuid[])), excluded = excluded OR $3, restricted = restricted OR $4
      WHERE id = $1`,
    [messageId, people, excluded, restricted],
  )
}

export async function addFates(
  tx: Tx,
  messageId: string,
  attempt: number,
  fates: readonly Fate[],
  done: { readonly at: string; readonly by: string },
): Promise<void> {
  await insertRows(
    tx,
    'court.message_fate',
    fates.map(fate => ({
      id: newId(),
      message_id: messageId,
      attempt,
      part: fate.part ?? null,
      fate: fate.fate,
      reason: fate.reason ?? null,
      field: fate.field ?? null,
      problem: fate.problem ?? null,
      fix: fate.fix ?? null,
      hearing_id: fate.hearingId ?? null,
      case_id: fate.caseId ?? null,
      court_code: fate.courtCode ?? null,
      hearing_date: fate.hearingDate ?? null,
      at: done.at,
      by: done.by,
    })),
  )
}

/** Whether a message that came after this one was taken in about the hearing. Ids of messages rise with time. */
export async function laterArrived(tx: Tx, messageId: string, hearingId: string): Promise<boolean> {
  const rows = await tx.rows(
    `SELECT 1 FROM court.message_fate
      WHERE hearing_id = $2 AND message_id > $1 AND fate IN ('stored', 'updated', 'unchanged') LIMIT 1`,
    [messageId, hearingId],
  )
  return rows.length > 0
}

export type KeptMessage = {
  readonly id: string
  readonly receivedAt: string
  readonly receivedBy: string
  readonly channel: Channel
  readonly fileName: string | null
  readonly pathId: string | null
  readonly body: Buffer | null
  readonly sharedAt: string | null
  readonly attempts: number
}

/** The message with its body, for reading and for taking in again. */
export async function keptMessage(tx: Tx, id: string): Promise<KeptMessage | undefined> {
  return tx.maybe<KeptMessage>(
    `SELECT id, received_at AS "receivedAt", received_by AS "receivedBy", channel, file_name AS "fileName",
            path_id AS "pathId", body, shared_at AS "sharedAt",
            (SELECT coalesce(max(attempt), 0) FROM court.message_fate WHERE message_id = $1)::int AS attempts
       FROM court.message WHERE id = $1`,
    [id],
  )
}
