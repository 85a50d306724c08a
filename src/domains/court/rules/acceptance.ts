import { createHash } from 'node:crypto'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import { acceptanceSample } from '../parameters/acceptance.ts'
import type { ProposalItem } from './proposal-items.ts'
import type { OrderType } from './proposed-orders.ts'

export type Acceptance = 'machine' | 'person'

/** Who accepts a proposal (court specification, section 10). The machine only when the person is matched exactly, it is
 *  an order without any review, nothing was accepted before it, and it is not one of the sample. `identity` is what the
 *  sample is drawn by, such as the proposal's id, so that the same proposal always falls the same way. */
export function acceptanceOf(
  item: Pick<ProposalItem, 'kind' | 'reviews'>,
  facts: { readonly exactMatch: boolean; readonly acceptedBefore: boolean; readonly identity: string },
  today: LocalDate,
): Decision<Acceptance> {
  const sample = acceptanceSample.on(today)
  if (!facts.exactMatch) return decided('person', [sample], reason('not-matched-exactly'))
  if (item.reviews.length > 0)
    return decided('person', [sample], reason('has-reviews', { reviews: item.reviews.length }))
  if (item.kind !== 'order') return decided('person', [sample], reason('not-an-order', { kind: item.kind }))
  if (facts.acceptedBefore) return decided('person', [sample], reason('changes-what-was-accepted'))
  const { oneIn } = sample.value
  const drawn = createHash('sha256').update(facts.identity).digest().readUInt32BE(0) % Math.max(1, oneIn)
  if (drawn === 0) return decided('person', [sample], reason('drawn-as-sample', { oneIn }))
  return decided('machine', [sample], reason('clean'))
}

/** An order already on the record of the person, whoever put it there. */
export type RecordedOrder = {
  readonly orderId: string
  readonly type: OrderType
  readonly sentencedOn: LocalDate
  readonly courtCode?: string | undefined
  readonly offenceCodes: readonly string[]
}

/** Is the proposed order on the record already, entered by hand before the message came? Same type and day of sentence,
 *  and neither another court nor only other offences. Several such orders are for a person to tell apart. */
export function alreadyRecorded(
  proposed: {
    readonly type: OrderType
    readonly on: LocalDate
    readonly courtCode?: string | undefined
    readonly offenceCodes: readonly string[]
  },
  recorded: readonly RecordedOrder[],
): Decision<
  | { readonly kind: 'new' }
  | { readonly kind: 'recorded'; readonly orderId: string }
  | { readonly kind: 'unclear'; readonly orderIds: readonly string[] }
> {
  const same = recorded.filter(order => {
    if (order.type !== proposed.type || order.sentencedOn !== proposed.on) return false
    const otherCourt =
      order.courtCode !== undefined && proposed.courtCode !== undefined && order.courtCode !== proposed.courtCode
    const comparable = order.offenceCodes.length > 0 && proposed.offenceCodes.length > 0
    const shared = order.offenceCodes.some(code => proposed.offenceCodes.includes(code))
    return !otherCourt && (!comparable || shared)
  })
  const [only] = same
  if (!only) return decided({ kind: 'new' }, [], reason('no-such-order-on-record'))
  if (same.length > 1) {
    const orderIds = same.map(({ orderId }) => orderId)
    return decided({ kind: 'unclear', orderIds }, [], reason('several-such-orders-on-record', { orders: same.length }))
  }
  return decided({ kind: 'recorded', orderId: only.orderId }, [], reason('same-type-day-court-and-offence'))
}
