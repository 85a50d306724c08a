import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { identityGroup } from '../../person/index.ts'
import { disposalFamilyOfCourtEffect, type OrderOnRecord, ordersOf } from '../../sentence/index.ts'
import { alreadyRecorded } from '../rules/acceptance.ts'
import { findBreachedOrder } from '../rules/breach-at-court.ts'
import { type HearingResults, hearingResults } from '../rules/hearing-results.ts'
import { itemChanges, type ProposalItem, proposalItems } from '../rules/proposal-items.ts'
import { orderTypes } from '../rules/proposed-orders.ts'
import {
  insertProposals,
  type NewProposal,
  replaceProposals,
  type StoredProposal,
  standingProposals,
} from '../store/proposal-store.ts'
import type { PlannedCase } from './listing-plan.ts'
import type { WrittenDefendant } from './write-listing.ts'

export type ResultedHearing = {
  readonly hearingId: string
  readonly isNew: boolean
  readonly hearingType: string | undefined
  readonly courtCode: string | null
  readonly lastDay: LocalDate
  readonly messageId: string
}

/** Turns the results of each defendant into proposals for the record, compared with what an earlier message proposed:
 *  what nobody decided on is replaced; what was accepted is never changed, a person is asked (court specification,
 *  section 10). A report the court asked for is announced as 'report-requested'. */
export async function proposeFromResults(
  ctx: Context,
  hearing: ResultedHearing,
  defendants: readonly WrittenDefendant[],
  cases: readonly PlannedCase[],
): Promise<void> {
  const resulted = defendants.filter(one => one.facts.offences.some(offence => offence.results.length > 0))
  const people = [...new Set(defendants.map(one => one.personId))]
  const standing = hearing.isNew ? [] : await standingProposals(ctx.tx, people, hearing.hearingId)
  if (resulted.length === 0 && standing.length === 0) return
  const proposals: NewProposal[] = []
  const replaced: string[] = []
  for (const defendant of defendants) {
    if (defendant.facts.type !== 'PERSON') continue
    const day = resultDay(defendant, hearing.lastDay)
    const meant = hearingResults(defendant.facts.offences, day, hearing.hearingType)
    const before = standing.filter(one => one.defendantId === defendant.defendantId)
    const orders = meant.results.length > 0 ? await ordersOnRecord(ctx, defendant) : []
    const applications = cases.find(one => one.caseId === defendant.caseId)?.sent?.applications ?? []
    const about = { defendant, day, hearing, orders, reference: applications.find(one => one.courtOrder)?.courtOrder }
    const changes = itemChanges(before, proposalItems(meant))
    for (const change of changes) {
      const last = before.find(one => one.key === change.key)
      if (change.change === 'unchanged') continue
      if (last) replaced.push(last.id)
      if ('item' in change) proposals.push(proposal(about, change.item, last))
      else if (change.change === 'withdraw-by-person' && last) proposals.push(withdrawal(about, last))
    }
    await announceReport(ctx, hearing, defendant, meant)
  }
  await replaceProposals(ctx.tx, people, replaced, ctx.now)
  await insertProposals(ctx.tx, proposals, { at: ctx.now, by: ctx.viewer.username })
}

/** The day the results were made: as they say, else the last day of the hearing. */
function resultDay({ facts }: WrittenDefendant, lastDay: LocalDate): LocalDate {
  const days = facts.offences.flatMap(({ results }) => results.flatMap(({ orderedDate }) => orderedDate ?? [])).sort()
  return days.at(-1) ?? lastDay
}

async function ordersOnRecord(ctx: Context, { personId, stored, linkedTo }: WrittenDefendant) {
  if (!stored && !linkedTo) return []
  return ordersOf(ctx.tx, await identityGroup(ctx.tx, personId), ctx.today)
}

type About = {
  readonly defendant: WrittenDefendant
  readonly day: LocalDate
  readonly hearing: ResultedHearing
  readonly orders: readonly OrderOnRecord[]
  readonly reference: Parameters<typeof findBreachedOrder>[0]
}

function base({ defendant, day, hearing }: About) {
  const { personId, appearanceId, caseId, defendantId, excluded, restricted } = defendant
  const { hearingId, messageId, courtCode } = hearing
  return {
    personId,
    appearanceId,
    caseId,
    defendantId,
    excluded,
    restricted,
    hearingId,
    messageId,
    courtCode,
    hearingDay: day,
  }
}

function proposal(about: About, item: ProposalItem, last: StoredProposal | undefined): NewProposal {
  const target = last?.disposalId
    ? { eventId: last.eventId, disposalId: last.disposalId, review: [] }
    : item.kind === 'order'
      ? recordedAlready(about, item)
      : orderMeant(about)
  const offences = about.defendant.facts.offences.map(({ sequence, code, title, convictionDate, startDate }) => ({
    sequence,
    code: code ?? null,
    title: title ?? null,
    convictedOn: convictionDate ?? null,
    committedOn: startDate ?? null,
  }))
  return {
    ...base(about),
    key: item.key,
    kind: item.kind,
    content: { [item.kind]: item.content, offences },
    digest: item.digest,
    review: [...item.reviews, ...target.review],
    change: last ? 'changed' : 'new',
    replaces: last?.id ?? null,
    eventId: target.eventId,
    disposalId: target.disposalId,
  }
}

function withdrawal(about: About, last: StoredProposal): NewProposal {
  const { key, kind, content, eventId, disposalId } = last
  return {
    ...base(about),
    key,
    kind,
    content,
    digest: '',
    review: [{ code: 'taken-back-by-the-court', data: {} }],
    change: 'withdrawn',
    replaces: last.id,
    eventId,
    disposalId,
  }
}

type Target = {
  readonly eventId: string | null
  readonly disposalId: string | null
  readonly review: readonly { readonly code: string; readonly data: object }[]
}
const noTarget: Target = { eventId: null, disposalId: null, review: [] }

/** A sentence already on the record, typed in before the message came, is the same one: no second is made. */
function recordedAlready(
  { orders, day, hearing, defendant }: About,
  item: ProposalItem & { readonly kind: 'order' },
): Target {
  const { type, offenceSequences } = item.content
  const codes = defendant.facts.offences.filter(({ sequence }) => offenceSequences.includes(sequence))
  const proposed = {
    type,
    on: day,
    courtCode: hearing.courtCode ?? undefined,
    offenceCodes: codes.flatMap(({ code }) => code ?? []),
  }
  const onRecord = orders.flatMap(order => {
    const orderType = orderTypes.find(one => disposalFamilyOfCourtEffect(one) === order.family)
    return orderType ? [{ ...recordedFacts(order), type: orderType }] : []
  })
  const found = alreadyRecorded(proposed, onRecord).outcome
  if (found.kind === 'new') return noTarget
  if (found.kind === 'unclear') {
    return { ...noTarget, review: [{ code: 'already-on-record-several', data: { orders: found.orderIds } }] }
  }
  const same = orders.find(order => order.id === found.orderId)!
  const review = [{ code: 'already-on-record', data: { disposalId: same.id } }]
  return { eventId: same.eventId, disposalId: same.id, review }
}

function recordedFacts(order: OrderOnRecord) {
  return {
    orderId: order.id,
    sentencedOn: order.sentencedOn,
    courtCode: order.courtCode ?? undefined,
    offenceCodes: order.offences.flatMap(({ code }) => code ?? []),
  }
}

/** The order a breach outcome or a requirement without order is about; candidates for staff where it is not clear. */
function orderMeant({ orders, reference }: About): Target {
  const active = orders.filter(order => order.active)
  const found = findBreachedOrder(reference, active.map(recordedFacts)).outcome
  if (found.kind === 'found') {
    const order = active.find(one => one.id === found.orderId)!
    return { eventId: order.eventId, disposalId: order.id, review: [] }
  }
  const code = found.orders.length === 0 ? 'no-order-on-record' : 'order-to-choose'
  return { ...noTarget, review: [{ code, data: { candidates: found.orders } }] }
}

async function announceReport(
  ctx: Context,
  hearing: ResultedHearing,
  defendant: WrittenDefendant,
  meant: HearingResults,
): Promise<void> {
  const { reportRequest } = meant
  if (!reportRequest) return
  const { personId, appearanceId, excluded, restricted } = defendant
  const changed = await ctx.tx.run(
    `UPDATE court.appearance SET report_requested_at = coalesce(report_requested_at, $3), report_requested_for = $4,
       version = version + 1
      WHERE person_id = $1 AND id = $2
        AND (report_requested_at IS NULL OR report_requested_for IS DISTINCT FROM $4::date)`,
    [personId, appearanceId, ctx.now, reportRequest.before ?? null],
  )
  if (changed === 0) return
  const body = { appearanceId, hearingId: hearing.hearingId, before: reportRequest.before ?? null }
  await ctx.announce({ type: 'report-requested', personId, body }, { excluded, restricted })
}
