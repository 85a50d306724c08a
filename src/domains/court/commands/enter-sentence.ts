import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { identityBar, identityGroup } from '../../person/index.ts'
import { disposalFamilyOfCourtEffect, ordersOf, recordOrder } from '../../sentence/index.ts'
import { alreadyRecorded } from '../rules/acceptance.ts'
import type { OrderForm } from '../rules/order-form.ts'
import { orderTypes } from '../rules/proposed-orders.ts'
import { appearanceForChange, flagsOf } from '../store/appearance-store.ts'
import type { Accepted } from './accept-proposal.ts'

/** Types in a sentence made at court, by the same form and checks as a proposed one. A message that comes later with the
 *  same sentence finds it and makes no second. Answers problems for a defendant without record, a sentence that is on the
 *  record already, or a broken limit without a reason. Throws Conflict when a proposal for it waits. */
export async function enterSentence(
  ctx: Context,
  input: { readonly appearanceId: string; readonly order: OrderForm; readonly despite?: string },
): Promise<Result<Accepted>> {
  ctx.may('court.enter-sentence')
  const at = await appearanceForChange(ctx.tx, input.appearanceId)
  const bar = (await identityBar(ctx.tx, [at.personId])).get(at.personId)
  if (!bar?.crn) {
    const text = 'Link the defendant to a record, or create one, before a sentence is entered'
    return problems({ field: 'person', code: 'not-on-record', text })
  }
  const waiting = await ctx.tx.rows(
    `SELECT 1 FROM court.proposal WHERE person_id = $1 AND appearance_id = $2 AND kind = 'order' AND content #>> '{order,type}' = ANY ($3)
        AND accepted_at IS NULL AND refused_at IS NULL AND replaced_at IS NULL LIMIT 1`,
    [at.personId, at.id, orderTypes.filter(type => disposalFamilyOfCourtEffect(type) === input.order.family)],
  )
  if (waiting.length > 0) throw new Conflict('The court has sent this sentence: accept or change what is proposed')
  const held = await sameOnRecord(ctx, bar.personId, input.order)
  if (held) {
    const text = `The record has this sentence already (event ${held}). Change it there`
    return problems({ field: 'family', code: 'already-on-record', text })
  }
  const despite = input.despite ? { despite: input.despite } : {}
  const source = { kind: 'staff', id: newId() } as const
  const done = await recordOrderForm(ctx, input.order, {
    personId: bar.personId,
    dateOfBirth: bar.dateOfBirth,
    source,
    ...despite,
  })
  if (done.ok) {
    ctx.record('alter', 'court.enter-sentence', [at.personId, bar.personId], { detail: { appearanceId: at.id } })
    const body = { hearingId: at.hearingId, caseId: at.caseId, ...done.value }
    await ctx.announce({ type: 'case-sentenced', personId: at.personId, body }, await flagsOf(ctx.tx, at))
  }
  return done
}

async function sameOnRecord(ctx: Context, recordPersonId: string, form: OrderForm): Promise<number | undefined> {
  const type = orderTypes.find(one => disposalFamilyOfCourtEffect(one) === form.family)
  if (!type) return undefined
  const orders = await ordersOf(ctx.tx, await identityGroup(ctx.tx, recordPersonId), ctx.today)
  const same = alreadyRecorded(
    {
      type,
      on: form.sentencedOn,
      courtCode: form.courtCode ?? undefined,
      offenceCodes: form.offences.flatMap(({ code }) => code ?? []),
    },
    orders
      .filter(order => order.family === form.family)
      .map(order => ({
        orderId: order.id,
        type,
        sentencedOn: order.sentencedOn,
        courtCode: order.courtCode ?? undefined,
        offenceCodes: order.offences.flatMap(({ code }) => code ?? []),
      })),
  ).outcome
  return same.kind === 'recorded' ? orders.find(order => order.id === same.orderId)?.eventNumber : undefined
}

/** Puts the form on the record as a new sentence. */
export async function recordOrderForm(
  ctx: Context,
  form: OrderForm,
  about: {
    readonly personId: string
    readonly dateOfBirth: LocalDate | null
    readonly source: { readonly kind: 'court-proposal' | 'staff'; readonly id: string }
    readonly despite?: string
  },
): Promise<Result<Accepted>> {
  const { family, sentencedOn, length, operationalPeriod, endsOn, notes } = form
  const recorded = await recordOrder(ctx, {
    personId: about.personId,
    source: about.source,
    courtCode: form.courtCode,
    convictedOn: form.convictedOn,
    dateOfBirth: about.dateOfBirth,
    offences: form.offences,
    disposal: { family, sentencedOn, length, operationalPeriod, courtEnd: endsOn, notes },
    requirements: form.requirements,
    ...(about.despite ? { despite: about.despite } : {}),
  })
  if (!recorded.ok) return recorded
  return ok({ eventId: recorded.value.eventId, disposalId: recorded.value.disposalId })
}
