import { z } from 'zod'
import type { Context } from '../context/index.ts'
import { nobody } from '../events/index.ts'
import { type JobKit, job } from '../jobs/index.ts'
import { faultOf } from '../observe/index.ts'
import { deliverJob, deliveryAttempts } from './dispatch.ts'
import { signatureHeaders } from './signature.ts'
import { openSecret } from './webhook.ts'

const timeoutMs = 10_000

/** Takes one event to one webhook. Whatever but a 2xx answer is tried again later; after the last try it is dead and
 *  waits to be replayed by hand. */
export const deliverWebhook = job({
  name: deliverJob,
  about: 'sends an event to a webhook',
  payload: z.object({ personId: z.string(), deliveryId: z.string() }),
  attempts: deliveryAttempts,
  async run(kit, { personId, deliveryId }) {
    const parcel = await kit.transaction(ctx => parcelOf(ctx, personId, deliveryId))
    if (!parcel || parcel.done) return
    const stop = reasonToStop(parcel)
    if (stop) {
      await kit.transaction(ctx => noteTry(ctx, parcel, stop, 'dead'))
      return
    }
    const answer = await send(kit, parcel)
    const outcome = answer.delivered ? 'delivered' : kit.last ? 'dead' : 'later'
    await kit.transaction(ctx => noteTry(ctx, parcel, answer.text, outcome))
    if (outcome !== 'delivered') throw new DeliveryFailed(answer.text)
  },
})

class DeliveryFailed extends Error {
  override readonly name = 'DeliveryFailed'
}

type Parcel = {
  readonly person_id: string
  readonly id: string
  readonly event_id: string
  readonly event_type: string
  readonly at: string
  readonly body: object
  readonly done: boolean
  readonly limited: boolean
  readonly name: string
  readonly url: string
  readonly secret: string
  readonly closed: boolean
  readonly may_know_limited: boolean
}

async function parcelOf(ctx: Context, personId: string, deliveryId: string): Promise<Parcel | undefined> {
  return ctx.tx.maybe<Parcel>(
    `SELECT d.person_id, d.id, d.event_id, d.event_type, e.at, e.body,
       (d.delivered_at IS NOT NULL OR d.dead_at IS NOT NULL) AS done,
       (d.excluded OR d.restricted OR e.excluded OR e.restricted) AS limited,
       w.name, w.url, w.secret, w.closed_at IS NOT NULL AS closed, w.limited AS may_know_limited
     FROM platform.delivery d
     JOIN platform.outbox e ON e.person_id = d.person_id AND e.id = d.event_id
     JOIN platform.webhook w ON w.id = d.webhook_id
     WHERE d.person_id = $1 AND d.id = $2`,
    [personId, deliveryId],
  )
}

/** Asked again at the moment of sending: a limit may have been set since the event happened. */
function reasonToStop(parcel: Parcel): string | null {
  if (parcel.closed) return 'webhook closed'
  if (parcel.limited && !parcel.may_know_limited) return 'limited access'
  return null
}

type Answer = { readonly delivered: boolean; readonly text: string }

async function send(kit: JobKit, parcel: Parcel): Promise<Answer> {
  const { now } = kit.services.clock()
  const secret = openSecret(kit.services.db.settings.secret, parcel.secret, now)
  if (secret === null) return { delivered: false, text: 'secret of another deployment' }
  const body = messageOf(parcel)
  try {
    const response = await fetch(parcel.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Throughline',
        ...signatureHeaders(secret, parcel.event_id, Math.floor(Date.parse(now) / 1000), body),
      },
      body,
    })
    await response.body?.cancel()
    return { delivered: response.ok, text: String(response.status) }
  } catch (error) {
    return { delivered: false, text: faultOf(error).kind }
  }
}

/** What is sent: ids and codes. Of a limited-access person not more than that something happened. */
function messageOf(parcel: Parcel): string {
  return JSON.stringify({
    id: parcel.event_id,
    type: parcel.event_type,
    at: parcel.at,
    personId: parcel.person_id === nobody ? null : parcel.person_id,
    limited: parcel.limited,
    body: parcel.limited ? {} : parcel.body,
  })
}

async function noteTry(
  ctx: Context,
  parcel: Parcel,
  answer: string,
  outcome: 'delivered' | 'later' | 'dead',
): Promise<void> {
  await ctx.tx.run(
    `UPDATE platform.delivery SET attempts = attempts + 1, tried_at = $3, answer = $4,
       delivered_at = CASE WHEN $5 = 'delivered' THEN $3::timestamptz END, dead_at = CASE WHEN $5 = 'dead' THEN $3::timestamptz END
     WHERE person_id = $1 AND id = $2`,
    [parcel.person_id, parcel.id, ctx.now, answer.slice(0, 200), outcome],
  )
  if (outcome !== 'delivered' || parcel.person_id === nobody) return
  // DPA 2018 s.62: who was told is logged with the disclosure.
  ctx.record('disclose', 'platform.webhook', [parcel.person_id], {
    recipient: parcel.name,
    justification: 'webhook',
    detail: { event: parcel.event_type },
  })
}
