import { londonDay } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import type { DomainEvent } from '../../../platform/events/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { identityGroup, lockFlags } from '../../person/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import { type ComparableChoice, comparedChoice, compareWithChoice } from '../rules/compared-proposal.ts'
import { proposalOf } from '../store/proposal-store.ts'
import { reportRequestsOf } from '../store/request-store.ts'

/** A reaction to a sentence going on record: the proposal of the newest signed or delivered report for that person and
 *  court is compared with it, once for each sentence. Without such a proposal nothing is written. */
export async function compareWithSentence(ctx: Context, event: DomainEvent): Promise<void> {
  const { disposalId } = event.body as { readonly disposalId?: unknown }
  if (!event.personId || typeof disposalId !== 'string') return
  const group = await identityGroup(ctx.tx, event.personId)
  const order = (await ordersOf(ctx.tx, group, ctx.today)).find(one => one.id === disposalId)
  if (!order) return
  const choices: ComparableChoice[] = []
  for (const request of await reportRequestsOf(ctx.tx, group)) {
    if (!reached.includes(request.state)) continue
    const held = await proposalOf(ctx.tx, group, request.id)
    if (!held?.inForce) continue
    choices.push({ choice: held.choice, courtCode: request.courtCode, askedOn: londonDay(request.askedAt) })
  }
  const compared = comparedChoice(choices, order)
  if (!compared) return
  const sentence = {
    ...{ courtCode: order.courtCode, sentencedOn: order.sentencedOn, family: order.family },
    requirements: order.requirements.map(({ kind, length }) => ({ kind, length })),
  }
  const { outcome, reasons } = compareWithChoice(compared.choice, sentence)
  const flags = await lockFlags(ctx.tx, order.personId)
  const { choice } = compared
  const written = await ctx.tx.run(
    `INSERT INTO advice.proposal_outcome (person_id, id, request_id, choice_id, disposal_id, court_code, sentenced_on,
       outcome, proposed, sentenced, reasons, overridden, author, author_name, at, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     ON CONFLICT (person_id, disposal_id) DO NOTHING`,
    [
      order.personId,
      newId(),
      choice.requestId,
      choice.id,
      order.id,
      compared.courtCode,
      order.sentencedOn,
      outcome,
      JSON.stringify(choice.chosen),
      JSON.stringify(sentence),
      JSON.stringify(reasons),
      choice.verdict !== 'as-proposed',
      choice.by,
      choice.byName,
      ctx.now,
      flags.excluded,
      flags.restricted,
    ],
  )
  if (written === 0) return
  const detail = { disposalId, requestId: choice.requestId, outcome }
  ctx.record('alter', 'advice.compare-with-sentence', [order.personId], { detail })
}

const reached: readonly string[] = ['SIGNED', 'DELIVERED', 'USED']
