import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { identityBar, lockFlags } from '../../person/index.ts'
import type { BreachOutcome } from '../rules/breach-outcome.ts'
import { type OrderForm, orderFormOf, type ProposalOffence, requirementForm } from '../rules/order-form.ts'
import type { ProposedOrder, ProposedRequirement } from '../rules/proposed-orders.ts'
import { type ProposalToDecide, proposalForDecision } from '../store/proposal-store.ts'
import { amendOrder, endOrderTakenBack, putRequirement } from './amend-order.ts'
import { applyBreachOutcome } from './apply-breach-outcome.ts'
import { recordOrderForm } from './enter-sentence.ts'

export type AcceptProposal = {
  readonly proposalId: string
  readonly version: number
  /** What the person made of the proposed order; as proposed when left out. */
  readonly order?: OrderForm
  /** The order a requirement or a breach outcome is about, where the proposal does not know it. */
  readonly disposalId?: string
  /** Why it is recorded although a limit of the law seems broken. */
  readonly despite?: string
}

export type Accepted = { readonly eventId: string | null; readonly disposalId: string | null }

/** Accepts what a result would put on the record, as proposed or as changed, and puts it there in the same commit. Of two
 *  people who decide at once one wins; the other gets a Conflict that says what was decided. Answers problems when the
 *  defendant has no record yet, an order must be chosen, or a limit of the law is broken without a reason. */
export async function acceptProposal(ctx: Context, input: AcceptProposal): Promise<Result<Accepted>> {
  ctx.may('court.decide-proposal')
  const proposal = await openProposal(ctx, input.proposalId, input.version)
  const bar = (await identityBar(ctx.tx, [proposal.personId])).get(proposal.personId)
  if (!bar?.crn) {
    const text = 'Link the defendant to a record, or create one, before this goes on the record'
    return problems({ field: 'person', code: 'not-on-record', text })
  }
  const done = await putOnRecord(ctx, proposal, bar.personId, bar.dateOfBirth, input)
  if (!done.ok) return done
  const accepted = input.order ?? proposal.content
  await ctx.tx.run(
    `UPDATE court.proposal SET accepted_at = $3, accepted_by = $4, accepted_content = $5, event_id = $6, disposal_id = $7,
       version = version + 1 WHERE person_id = $1 AND id = $2`,
    [
      proposal.personId,
      proposal.id,
      ctx.now,
      ctx.viewer.username,
      JSON.stringify(accepted),
      done.value.eventId,
      done.value.disposalId,
    ],
  )
  const detail = { proposalId: proposal.id, kind: proposal.kind, changed: input.order !== undefined }
  ctx.record('alter', 'court.accept-proposal', [proposal.personId, bar.personId], { detail })
  const body = { proposalId: proposal.id, hearingId: proposal.hearingId, caseId: proposal.caseId, ...done.value }
  const type = proposal.kind === 'order' && proposal.change === 'new' ? 'case-sentenced' : 'result-recorded'
  await ctx.announce({ type, personId: proposal.personId, body }, await lockFlags(ctx.tx, proposal.personId))
  return done
}

/** Says that a proposal does not go on the record, and why. */
export async function refuseProposal(
  ctx: Context,
  input: { readonly proposalId: string; readonly version: number; readonly reason: string },
): Promise<Result<undefined>> {
  ctx.may('court.decide-proposal')
  if (!input.reason.trim()) {
    return problems({ field: 'reason', code: 'missing', text: 'Enter why this does not go on the record' })
  }
  const proposal = await openProposal(ctx, input.proposalId, input.version)
  await ctx.tx.run(
    `UPDATE court.proposal SET refused_at = $3, refused_by = $4, refused_reason = $5, version = version + 1
      WHERE person_id = $1 AND id = $2`,
    [proposal.personId, proposal.id, ctx.now, ctx.viewer.username, input.reason],
  )
  ctx.record('alter', 'court.refuse-proposal', [proposal.personId], { detail: { proposalId: proposal.id } })
  return ok()
}

async function openProposal(ctx: Context, proposalId: string, version: number): Promise<ProposalToDecide> {
  const proposal = await proposalForDecision(ctx.tx, proposalId)
  if (!proposal) throw new NotFound('This proposal does not exist')
  const theirs = JSON.stringify(proposal.acceptedContent ?? proposal.refusedReason ?? proposal.content, null, 1)
  if (proposal.accepted) throw new Conflict(`Accepted by ${proposal.decidedBy} meanwhile`, { theirs })
  if (proposal.refused) throw new Conflict(`Refused by ${proposal.decidedBy} meanwhile`, { theirs })
  if (proposal.replaced) throw new Conflict('The court has sent a newer result: decide on that one', { theirs })
  if (proposal.version !== version) throw new Conflict('This proposal was changed meanwhile', { theirs })
  return proposal
}

type Content = {
  readonly order?: ProposedOrder
  readonly requirement?: ProposedRequirement
  readonly 'breach-outcome'?: BreachOutcome
  readonly offences: readonly ProposalOffence[]
}

async function putOnRecord(
  ctx: Context,
  proposal: ProposalToDecide,
  recordPersonId: string,
  dateOfBirth: LocalDate | null,
  input: AcceptProposal,
): Promise<Result<Accepted>> {
  const content = proposal.content as Content
  const disposalId = input.disposalId ?? proposal.disposalId
  const target = { personId: recordPersonId, disposalId, source: { kind: 'court-proposal', id: proposal.id } } as const
  if (proposal.change === 'withdrawn') return endOrderTakenBack(ctx, target, proposal.hearingDay)
  if (content.order) {
    const form = input.order ?? proposedForm(proposal)
    if (disposalId) return amendOrder(ctx, target, form)
    const despite = input.despite ? { despite: input.despite } : {}
    return recordOrderForm(ctx, form, { personId: recordPersonId, dateOfBirth, source: target.source, ...despite })
  }
  if (!disposalId && needsOrder(content)) {
    const text = 'Choose the order on the record that this is about'
    return problems({ field: 'disposalId', code: 'order-not-chosen', text })
  }
  if (content.requirement) return putRequirement(ctx, target, requirementForm(content.requirement), proposal.hearingDay)
  const outcome = content['breach-outcome']
  if (!outcome) throw new Error(`The proposal ${proposal.id} holds nothing that is known`)
  return applyBreachOutcome(ctx, target, outcome, {
    dateOfBirth,
    courtCode: proposal.courtCode,
    offences: content.offences,
  })
}

function needsOrder(content: Content): boolean {
  const consequence = content['breach-outcome']?.consequence
  return content.requirement !== undefined || (consequence !== 'none' && consequence !== 'custody')
}

/** The form a person starts from. */
export function proposedForm(proposal: {
  readonly content: unknown
  readonly hearingDay: LocalDate
  readonly courtCode: string | null
}): OrderForm {
  const { order, offences } = proposal.content as Content
  if (!order) throw new Error('Only a proposed order has a form')
  return orderFormOf(order, { sentencedOn: proposal.hearingDay, courtCode: proposal.courtCode, offences })
}
