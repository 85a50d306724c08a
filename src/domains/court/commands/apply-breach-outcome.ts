import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, type Result } from '../../../platform/errors/index.ts'
import { recordProcess, terminateOrder } from '../../sentence/index.ts'
import type { BreachOutcome } from '../rules/breach-outcome.ts'
import { type ProposalOffence, termOfDuration } from '../rules/order-form.ts'
import type { Accepted } from './accept-proposal.ts'
import { type OnOrder, orderOnRecord } from './amend-order.ts'
import { recordOrderForm } from './enter-sentence.ts'

/** Puts what the court did about a breach on the record (court specification, section 9): the breach ends with its
 *  outcome; a revoked order ends on the day; an activated suspended sentence ends and its custody begins. What an order
 *  is varied to is typed in by a person, on the order. */
export async function applyBreachOutcome(
  ctx: Context,
  on: OnOrder,
  outcome: BreachOutcome,
  about: {
    readonly dateOfBirth: LocalDate | null
    readonly courtCode: string | null
    readonly offences: readonly ProposalOffence[]
  },
): Promise<Result<Accepted>> {
  const order = on.disposalId ? await orderOnRecord(ctx, on) : undefined
  const recorded = await recordProcess(ctx, {
    personId: order?.personId ?? on.personId,
    eventId: order?.eventId ?? null,
    type: order?.family === 'suspended-sentence' ? 'BRES' : 'BRE',
    startedOn: outcome.on,
    ended: { on: outcome.on, outcome: outcome.kind, code: String(outcome.code) },
    ...(outcome.text ? { notes: outcome.text } : {}),
  })
  if (!recorded.ok) return recorded
  const ends = ['end-order', 'replace-order', 'custody'].includes(outcome.consequence)
  if (order && ends && !order.terminatedOn) {
    const ended = await terminateOrder(ctx, {
      personId: order.personId,
      disposalId: order.id,
      source: on.source,
      on: outcome.on,
      endReason: outcome.consequence === 'end-order' ? 'revoked-other' : 'replaced-on-breach',
      reason: outcome.kind,
    })
    if (!ended.ok) return ended
  }
  if (outcome.consequence !== 'custody' || !outcome.length) {
    return ok({ eventId: order?.eventId ?? null, disposalId: order?.id ?? null })
  }
  const breached = about.offences.filter(({ sequence }) => sequence === outcome.offenceSequence)
  const offences = (order?.offences ?? breached).map(({ code, title }) => ({ code, title, on: null }))
  return recordOrderForm(
    ctx,
    {
      family: 'custody',
      sentencedOn: outcome.on,
      convictedOn: null,
      courtCode: about.courtCode,
      offences,
      length: termOfDuration(outcome.length),
      operationalPeriod: null,
      endsOn: null,
      requirements: [],
      notes: `Suspended sentence activated, ${outcome.order === 'consecutive' ? 'consecutive' : 'concurrent or not stated'}`,
    },
    { personId: on.personId, dateOfBirth: about.dateOfBirth, source: on.source },
  )
}
