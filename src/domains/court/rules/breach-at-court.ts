import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import type { CourtApplication, CourtOffence, CourtOrderReference } from '../model.ts'
import { hearingTypeCode } from './court-codes.ts'
import { isBreachOffence } from './offence-details.ts'

export type BreachSignal =
  | 'breach-application'
  | 'review-application'
  | 'breach-offence'
  | 'breach-hearing'
  | 'review-hearing'
  | 'admitted'
  | 'denied'

const breachHearings = ['BOO', 'RSOB', 'CSAB']

/** What shows that a listing is about a breach or a review of an order (court specification, section 9). Whether it
 *  was admitted or denied counts only for what is alleged there. */
export function breachSignals(listing: {
  readonly hearingType?: string | undefined
  readonly offences: readonly Pick<CourtOffence, 'code' | 'plea'>[]
  readonly applications: readonly Pick<CourtApplication, 'kind'>[]
}): readonly BreachSignal[] {
  const type = hearingTypeCode(listing.hearingType)
  const alleged = listing.offences.filter(({ code }) => code !== undefined && isBreachOffence(code))
  const signals: BreachSignal[] = []
  if (listing.applications.some(({ kind }) => kind === 'breach')) signals.push('breach-application')
  if (listing.applications.some(({ kind }) => kind === 'review')) signals.push('review-application')
  if (alleged.length > 0) signals.push('breach-offence')
  if (type !== undefined && breachHearings.includes(type)) signals.push('breach-hearing')
  if (type === 'REV') signals.push('review-hearing')
  if (listing.offences.some(({ plea }) => plea?.value === 'ADM')) signals.push('admitted')
  if (listing.offences.some(({ plea }) => plea?.value === 'DEN')) signals.push('denied')
  return signals
}

/** An order on the person's record. */
export type OrderOnRecord = {
  readonly orderId: string
  readonly sentencedOn: LocalDate
  readonly courtCode?: string | undefined
  readonly offenceCodes: readonly string[]
}

export type OrderAgreement = 'order-date' | 'court' | 'offence'
export type FoundOrder =
  | { readonly kind: 'found'; readonly orderId: string }
  | {
      readonly kind: 'candidates'
      readonly orders: readonly { readonly orderId: string; readonly agrees: readonly OrderAgreement[] }[]
    }

/** The order an application is about: one order of the person with the date, the court and an offence of the court's
 *  order. When that is not exactly one, every order is offered to staff, the best agreement first. */
export function findBreachedOrder(
  order: CourtOrderReference | undefined,
  onRecord: readonly OrderOnRecord[],
): Decision<FoundOrder> {
  const compared = onRecord.map(held => ({ orderId: held.orderId, agrees: order ? agreement(order, held) : [] }))
  const full = compared.filter(({ agrees }) => agrees.length === 3)
  const [only] = full
  if (only && full.length === 1) {
    return decided({ kind: 'found', orderId: only.orderId }, [], reason('date-court-and-offence-agree'))
  }
  const orders = [...compared].sort((left, right) => right.agrees.length - left.agrees.length)
  const why = full.length > 1 ? 'several-orders-agree' : 'no-order-agrees-in-all'
  return decided({ kind: 'candidates', orders }, [], reason(why, { orders: orders.length }))
}

function agreement(order: CourtOrderReference, held: OrderOnRecord): readonly OrderAgreement[] {
  const codes = order.offences.flatMap(({ code }) => code?.toUpperCase() ?? [])
  const agrees: OrderAgreement[] = []
  if (order.orderDate !== undefined && order.orderDate === held.sentencedOn) agrees.push('order-date')
  if (order.orderingCourtCode !== undefined && order.orderingCourtCode === held.courtCode) agrees.push('court')
  if (held.offenceCodes.some(code => codes.includes(code.toUpperCase()))) agrees.push('offence')
  return agrees
}

/** What court staff need before a breach is heard; undefined where nobody can say yet. */
export type BreachPreparation = {
  readonly packSentOn?: LocalDate | null | undefined
  readonly lastAppointmentOn?: LocalDate | null | undefined
  readonly failures?: number | undefined
  readonly responsibleOfficer?: string | null | undefined
}

/** Ready when the pack is sent, there are failures to prove, and someone can be reached. What is missing comes first;
 *  what nobody knows makes the answer not known, never ready. */
export function breachReadiness(facts: BreachPreparation): Decision<'ready' | 'not-ready' | 'not-known'> {
  const missing = [
    ...(facts.packSentOn === null ? [reason('breach-pack-not-sent')] : []),
    ...(facts.failures === 0 ? [reason('no-failure-recorded')] : []),
    ...(facts.responsibleOfficer === null ? [reason('no-responsible-officer')] : []),
  ]
  if (missing.length > 0) return decided('not-ready', [], ...missing)
  const unknown = [
    ...(facts.packSentOn === undefined ? [reason('breach-pack-not-known')] : []),
    ...(facts.failures === undefined ? [reason('failures-not-known')] : []),
    ...(facts.responsibleOfficer === undefined ? [reason('responsible-officer-not-known')] : []),
  ]
  if (unknown.length > 0) return decided('not-known', [], ...unknown)
  return decided('ready', [], reason('pack-sent-failures-recorded-officer-known', { failures: facts.failures ?? 0 }))
}
