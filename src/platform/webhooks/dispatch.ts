import { nobody } from '../events/index.ts'
import { addJob } from '../jobs/index.ts'
import { newId, type Tx } from '../store/index.ts'

export const deliverJob = 'webhook.deliver'
/** Tries before a delivery is dead. With the queue's back-off the last comes about a day after the first. */
export const deliveryAttempts = 12

type OutboxRow = {
  readonly person_id: string
  readonly id: string
  readonly type: string
  readonly excluded: boolean
  readonly restricted: boolean
}

/** Takes the oldest events not yet taken and makes one delivery for each webhook that may have them, in the caller's
 *  transaction: an event is taken once, whoever else takes at the same moment. Answers how many events it took. */
export async function dispatchOutbox(tx: Tx, now: string, most = 200): Promise<number> {
  const events = await tx.rows<OutboxRow>(
    `UPDATE platform.outbox SET taken_at = $1
     WHERE taken_at IS NULL AND (person_id, id) IN
       (SELECT person_id, id FROM platform.outbox WHERE taken_at IS NULL ORDER BY id LIMIT $2)
     RETURNING person_id, id, type, excluded, restricted`,
    [now, most],
  )
  if (events.length === 0) return 0
  const open = await tx.rows<{ id: string; event_types: readonly string[]; limited: boolean }>(
    'SELECT id, event_types, limited FROM platform.webhook WHERE closed_at IS NULL',
  )
  for (const event of [...events].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const webhook of open) {
      const wanted = webhook.event_types.length === 0 || webhook.event_types.includes(event.type)
      const allowed = webhook.limited || !(event.excluded || event.restricted)
      if (wanted && allowed) await addDelivery(tx, now, webhook.id, event)
    }
  }
  return events.length
}

/** One event on its way to one webhook, with the job that takes it there. */
export async function addDelivery(
  tx: Tx,
  now: string,
  webhookId: string,
  event: OutboxRow,
  replayOf: string | null = null,
): Promise<string> {
  const id = newId()
  await tx.run(
    `INSERT INTO platform.delivery (person_id, id, webhook_id, event_id, event_type, made_at, replay_of, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [event.person_id ?? nobody, id, webhookId, event.id, event.type, now, replayOf, event.excluded, event.restricted],
  )
  await addJob(tx, deliverJob, { personId: event.person_id, deliveryId: id }, { attempts: deliveryAttempts })
  return id
}
