import {
  checkOrder,
  type DisposalFamily,
  disposalType,
  findingWords,
  type Length,
  type OrderChange,
  type OrderOnRecord,
  orderEnd,
  requirementEnd,
  requirementType,
  suspendedSentenceDates,
  type Term,
  termOf,
} from '../../domains/sentence/index.ts'
import { ageOn, daysBetween, type LocalDate } from '../../platform/calendar/index.ts'
import { type Decision, decided, type Reason, reason } from '../../platform/rules/index.ts'
import { listOf, longDate, plural, savedAt } from '../../platform/words/index.ts'
import type { WhyView } from './why.tsx'

/** How far an order or requirement has run: by the calendar only, because attendance is not known here. */
export type Elapsed = { readonly percent: number; readonly text: string }

export type RequirementView = {
  readonly name: string
  readonly length: string
  readonly from: string
  readonly until: string
  readonly why: WhyView
  readonly status: string
  readonly elapsed: Elapsed | null
  readonly done: string
}

export type OrderView = {
  readonly id: string
  readonly heading: string
  readonly status: { readonly text: string; readonly colour: 'green' | 'grey' }
  readonly active: boolean
  readonly facts: readonly { readonly key: string; readonly value: string }[]
  readonly until: string
  readonly whyUntil: WhyView
  readonly elapsed: Elapsed | null
  readonly requirements: readonly RequirementView[]
  readonly limits: { readonly unlawful: boolean; readonly sentences: readonly string[]; readonly why: WhyView }
  readonly changes: readonly { readonly text: string; readonly when: string }[]
}

export type OrderFacts = {
  readonly today: LocalDate
  readonly dateOfBirth: LocalDate | null
  readonly courtNames: ReadonlyMap<string, string>
  readonly changes: readonly OrderChange[]
}

const families: Readonly<Record<DisposalFamily, string>> = {
  'community-order': 'Community order',
  'suspended-sentence': 'Suspended sentence order',
  custody: 'Custody',
  'youth-custody': 'Youth custody',
  'youth-rehabilitation-order': 'Youth rehabilitation order',
  'supervision-default-order': 'Supervision default order',
  'deferred-sentence': 'Deferred sentence',
  'youth-other': 'Youth sentence',
  other: 'Other sentence',
}

const endings: Readonly<Record<string, string>> = {
  completed: 'completed',
  expired: 'expired',
  'revoked-good-progress': 'revoked for good progress',
  'revoked-other': 'revoked',
  'replaced-on-breach': 'replaced on breach',
  died: 'the person died',
  'transferred-out': 'transferred out',
  'quashed-on-appeal': 'quashed on appeal',
}

const changeWords: Readonly<Record<string, string>> = {
  'requirement-added': 'Requirement added',
  'requirement-changed': 'Requirement changed',
  'requirement-ended': 'Requirement ended',
  'end-changed': 'End of the order changed',
  'order-ended': 'Order ended',
}

const unknown = 'Not known'

/** What the sentence is called. */
export function orderHeading({ typeCode, family }: Pick<OrderOnRecord, 'typeCode' | 'family'>): string {
  return (typeCode && disposalType(typeCode)?.name) || families[family]
}

export function changeText(what: string): string {
  return changeWords[what] ?? what
}

/** An order on record in the words of the page: its dates with what they rest on, requirements, limits of the law,
 *  changes. */
export function orderView(order: OrderOnRecord, facts: OrderFacts): OrderView {
  const end = whyItEnds(order)
  const until = order.endsOn ? longDate(order.endsOn) : unknown
  const main = order.offences.find(offence => offence.main) ?? order.offences[0]
  const others = order.offences.filter(offence => offence !== main)
  const offence = (one: typeof main) => one?.title ?? one?.code ?? unknown
  return {
    id: order.id,
    heading: orderHeading(order),
    status: statusOf(order),
    active: order.active,
    facts: [
      { key: 'Event', value: String(order.eventNumber) },
      { key: 'Main offence', value: offence(main) },
      ...(others.length > 0 ? [{ key: 'Other offences', value: others.map(offence).join('; ') }] : []),
      { key: 'Court', value: courtName(order.courtCode, facts.courtNames) },
      { key: 'Convicted', value: order.convictedOn ? longDate(order.convictedOn) : unknown },
      { key: 'Sentenced', value: longDate(order.sentencedOn) },
      { key: order.family === 'suspended-sentence' ? 'Custodial term' : 'Length', value: termText(order.length) },
      ...periodFacts(order),
      ...endedFacts(order),
      { key: 'Recorded', value: recordedText(order) },
      ...(order.notes ? [{ key: 'Notes', value: order.notes }] : []),
    ],
    until,
    whyUntil: { question: `Why ${until}?`, because: end.reasons.map(reasonWords), rules: end.rules },
    elapsed: order.active && order.endsOn ? elapsed(order.sentencedOn, order.endsOn, facts.today) : null,
    requirements: order.requirements.map(one => requirementView(one, order, facts.today)),
    limits: limitsOf(order, facts.dateOfBirth),
    changes: facts.changes
      .filter(change => change.disposalId === order.id)
      .map(change => ({
        text: [changeText(change.what), change.reason].filter(Boolean).join(': '),
        when: `${savedAt(change.at)} by ${change.by}`,
      })),
  }
}

/** '38 of 365 days have passed (10%)'. A day not yet reached counts as none passed. */
export function elapsed(from: LocalDate, until: LocalDate, today: LocalDate): Elapsed | null {
  const days = daysBetween(from, until) + 1
  if (days <= 0) return null
  const passed = Math.min(Math.max(daysBetween(from, today), 0), days)
  const percent = Math.floor((passed * 100) / days)
  return { percent, text: `${passed} of ${plural(days, 'day')} have passed (${percent}%)` }
}

export function courtName(code: string | null, names: ReadonlyMap<string, string>): string {
  return code ? (names.get(code) ?? code) : unknown
}

/** '1 year and 6 months'. */
export function termText(term: Term | null): string {
  if (!term) return unknown
  const parts = (['years', 'months', 'weeks', 'days'] as const).flatMap(unit =>
    term[unit] ? [plural(term[unit], unit.slice(0, -1))] : [],
  )
  return parts.length > 0 ? listOf(parts) : unknown
}

export function lengthText(length: Length | null): string {
  return length ? plural(length.amount, length.unit.slice(0, -1)) : 'No length given'
}

function statusOf({ active }: OrderOnRecord): OrderView['status'] {
  return active ? { text: 'Current', colour: 'green' } : { text: 'Ended', colour: 'grey' }
}

function endedFacts({ active, terminatedOn, terminationReason }: OrderOnRecord) {
  if (active || !terminatedOn) return []
  const how = terminationReason ? `, ${endings[terminationReason] ?? terminationReason}` : ''
  return [{ key: 'Ended', value: `${longDate(terminatedOn)}${how}` }]
}

function periodFacts(order: OrderOnRecord) {
  if (order.family !== 'suspended-sentence') return []
  return [
    { key: 'Operational period', value: termText(order.operationalPeriod) },
    { key: 'Supervision period', value: termText(order.supervisionPeriod) },
  ]
}

function recordedText(order: OrderOnRecord): string {
  const from = order.sourceKind === 'court-proposal' ? 'from the court’s result, accepted' : 'entered'
  return `${savedAt(order.recordedAt)}, ${from} by ${order.recordedBy}`
}

function whyItEnds(order: OrderOnRecord): Decision<LocalDate | null> {
  const { sentencedOn, length, courtEnd, enteredEnd, operationalPeriod, supervisionPeriod } = order
  if (courtEnd || enteredEnd) return orderEnd({ sentencedOn, length, courtEnd, enteredEnd })
  if (order.family === 'suspended-sentence') {
    return suspendedSentenceDates({ sentencedOn, operationalPeriod, supervisionPeriod }).operationalEnd
  }
  if (order.family === 'custody' || order.family === 'youth-custody') {
    return decided(order.endsOn, [], reason(order.endsOn ? 'sentence-expiry' : 'end-not-known'))
  }
  return orderEnd({ sentencedOn, length, courtEnd, enteredEnd })
}

function requirementView(
  requirement: OrderOnRecord['requirements'][number],
  order: OrderOnRecord,
  today: LocalDate,
): RequirementView {
  const startsOn = requirement.startsOn ?? requirement.imposedOn
  const term = requirement.length ? (termOf(requirement.length) ?? null) : null
  const inDays = requirement.kind === 'rehabilitation-activity' ? null : term
  const { expectedEnd } = requirement
  const end = requirementEnd({ kind: requirement.kind, startsOn, term: inDays, expectedEnd, orderEnd: order.endsOn })
  const until = end.outcome ? longDate(end.outcome) : unknown
  const ended = requirement.terminatedOn
  const how = requirement.terminationReason ? `, ${endings[requirement.terminationReason] ?? ''}` : ''
  return {
    name: [requirementType(requirement.kind).name, requirement.subtype].filter(Boolean).join(': '),
    length: lengthText(requirement.length),
    from: longDate(startsOn),
    until,
    why: { question: `Why ${until}?`, because: end.reasons.map(reasonWords), rules: end.rules },
    status: ended ? `Ended ${longDate(ended)}${how}` : order.active ? 'Current' : 'Ended with the order',
    elapsed: !ended && order.active && end.outcome ? elapsed(startsOn, end.outcome, today) : null,
    done: requirement.length ? `Done so far: not known of ${lengthText(requirement.length)}` : 'Done so far: not known',
  }
}

function limitsOf(order: OrderOnRecord, dateOfBirth: LocalDate | null): OrderView['limits'] {
  const { convictedOn } = order
  const ageAtConviction =
    dateOfBirth && convictedOn && dateOfBirth <= convictedOn ? ageOn(dateOfBirth, convictedOn) : null
  const verdict = checkOrder({
    ...order,
    ageAtConviction,
    imprisonable: null,
    requirements: order.requirements.map(one => ({ ...one, endsOn: one.expectedEnd })),
  })
  const clear = 'None of the limits held here is broken. Only the limits listed among the rules are looked at.'
  return {
    unlawful: verdict.outcome === 'unlawful',
    sentences: verdict.reasons.length > 0 ? verdict.reasons.map(findingWords) : [clear],
    why: { question: 'Which limits?', because: [], rules: verdict.rules },
  }
}

/** The words of a reason for the day an order or requirement ends. */
function reasonWords({ code, data }: Reason): string {
  switch (code) {
    case 'end-entered-by-staff':
      return 'Staff entered this day in place of the calculated one.'
    case 'end-fixed-by-court':
      return 'The court fixed this day.'
    case 'end-expected':
      return 'This day was given for the requirement.'
    case 'ends-with-the-order':
      return 'It ends with the order.'
    case 'sentence-expiry':
      return 'The term of the sentence, counted from its day. Remand, tagged bail and time unlawfully at large are not known.'
    case 'length-from-first-day':
      return `${termText(data as Term)} from ${longDate(data.start as LocalDate)}, that day counted.`
    default:
      return 'No end was given, and there is no length to count from.'
  }
}
