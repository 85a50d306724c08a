import type { Context } from '../context/index.ts'
import { NotFound } from '../errors/index.ts'
import type { Tx } from '../store/index.ts'
import { addDelivery } from './dispatch.ts'

export type Delivery = {
  readonly id: string
  readonly personId: string
  readonly eventType: string
  readonly madeAt: string
  readonly attempts: number
  readonly triedAt: string | null
  readonly answer: string | null
  readonly state: 'waiting' | 'delivered' | 'dead'
}

type DeliveryRow = {
  readonly id: string
  readonly person_id: string
  readonly event_type: string
  readonly made_at: string
  readonly attempts: number
  readonly tried_at: string | null
  readonly answer: string | null
  readonly delivered_at: string | null
  readonly dead_at: string | null
}

/** The latest deliveries of a webhook, newest first; only the dead ones when asked. Hidden people's are left out. */
export async function deliveries(
  tx: Tx,
  webhookId: string,
  asked: { readonly deadOnly: boolean; readonly limit: number },
): Promise<readonly Delivery[]> {
  const rows = await tx.rows<DeliveryRow>(
    `SELECT id, person_id, event_type, made_at, attempts, tried_at, answer, delivered_at, dead_at FROM platform.delivery
     WHERE webhook_id = $1 AND (dead_at IS NOT NULL OR NOT $2) ORDER BY made_at DESC, id DESC LIMIT $3`,
    [webhookId, asked.deadOnly, asked.limit],
  )
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    eventType: row.event_type,
    madeAt: row.made_at,
    attempts: row.attempts,
    triedAt: row.tried_at,
    answer: row.answer,
    state: row.delivered_at !== null ? 'delivered' : row.dead_at !== null ? 'dead' : 'waiting',
  }))
}

export type Backlog = { readonly events: number; readonly waiting: number; readonly dead: number }

/** Events nobody has taken yet, deliveries on their way, and deliveries that gave up. */
export async function backlog(tx: Tx): Promise<Backlog> {
  return tx.one<Backlog>(
    `SELECT (SELECT count(*) FROM platform.outbox WHERE taken_at IS NULL) AS events,
       count(*) FILTER (WHERE delivered_at IS NULL AND dead_at IS NULL) AS waiting,
       count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead
     FROM platform.delivery`,
  )
}

/** Sends a dead delivery once more, as a new one. Throws NotFound when it is not dead. */
export async function replayDelivery(ctx: Context, personId: string, id: string): Promise<string> {
  ctx.may('platform.manage-webhooks')
  const dead = await ctx.tx.maybe<{
    webhook_id: string
    event_id: string
    event_type: string
    excluded: boolean
    restricted: boolean
  }>(
    `SELECT webhook_id, event_id, event_type, excluded, restricted FROM platform.delivery
     WHERE person_id = $1 AND id = $2 AND dead_at IS NOT NULL`,
    [personId, id],
  )
  if (!dead) throw new NotFound('There is no dead delivery with this number.')
  // Taken off the list of dead ones: its replacement is there to be watched.
  await ctx.tx.run('DELETE FROM platform.delivery WHERE person_id = $1 AND id = $2', [personId, id])
  const { webhook_id: webhookId, event_id: eventId, event_type: type, excluded, restricted } = dead
  const event = { person_id: personId, id: eventId, type, excluded, restricted }
  const replay = await addDelivery(ctx.tx, ctx.now, webhookId, event, id)
  ctx.record('system', 'platform.replay-webhook', [], { detail: { webhook: webhookId, delivery: replay } })
  return replay
}

/** Delivered ones are forgotten after thirty days; dead ones wait. Run by a job. */
export async function sweepDeliveries(tx: Tx, now: string): Promise<number> {
  return tx.run(`DELETE FROM platform.delivery WHERE delivered_at < $1::timestamptz - interval '30 days'`, [now])
}
