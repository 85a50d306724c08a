import { type LocalDate, plusDays, plusMonths, plusWorkingDays } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import { type ReviewTriggerCode, reviewFlags, reviewTimes, reviewTriggers } from '../parameters/review-triggers.ts'
import type { HarmLevel } from '../questions/question.ts'

/** Something that happened on the record. `id` tells it from others of its kind; `on` is its day. */
export type Happening = { readonly id: string; readonly on: LocalDate } & (
  | { readonly what: 'order-recorded'; readonly runs: boolean }
  | { readonly what: 'order-ended'; readonly othersRun: boolean }
  | { readonly what: 'process'; readonly type: string }
  | { readonly what: 'flag'; readonly typeCode: string; readonly level: HarmLevel | null; readonly ended: boolean }
  | { readonly what: 'enquiry-answered'; readonly somethingKnown: boolean }
  | { readonly what: 'allocated'; readonly anotherTeam: boolean }
  | { readonly what: 'serious-further-offence' | 'address' | 'merged' }
)

/** How the person is assessed on the day. `harm`: the overall level of the newest signed assessment that has levels. */
export type StandingAssessment = { readonly assessed: boolean; readonly harm: HarmLevel | null }

export type CalledReview = {
  readonly trigger: ReviewTriggerCode
  /** The same source never calls twice for the same reason. */
  readonly source: string
  readonly happenedOn: LocalDate
  readonly dueOn: LocalDate
  readonly sections: readonly string[]
}

/** Which reviews something on the record calls for, and by when. Nobody who was never assessed is reviewed: an order
 *  that runs calls for a first assessment, and everything else for none. Rule: specification section 5.4. */
export function reviewsCalledFor(
  happening: Happening,
  standing: StandingAssessment,
  asAt: LocalDate,
): Decision<readonly CalledReview[]> {
  const triggers = reviewTriggers.on(asAt)
  const times = reviewTimes.on(asAt)
  const flags = reviewFlags.on(asAt)
  const code = triggerOf(happening, standing, flags.value)
  const row = triggers.value.find(one => one.code === code)
  if (!row) return decided([], [triggers, flags], reason('no-review'))
  const { on } = happening
  const from = on < plusDays(asAt, 0 - times.value.lateEntryDays) ? asAt : on
  const called: CalledReview = {
    trigger: row.code,
    source: `${happening.what} ${happening.id}`,
    happenedOn: on,
    dueOn: plusWorkingDays(from, row.workingDays),
    sections: row.sections,
  }
  return decided([called], [triggers, flags, times], reason(row.code))
}

function triggerOf(
  happening: Happening,
  { assessed, harm }: StandingAssessment,
  flags: { readonly harm: readonly string[]; readonly safeguarding: readonly string[] },
): ReviewTriggerCode | null {
  if (happening.what === 'order-recorded') {
    if (!happening.runs) return null
    return assessed ? 'sentence-made' : 'first-assessment'
  }
  if (!assessed) return null
  switch (happening.what) {
    case 'order-ended':
      return happening.othersRun ? 'order-ended' : null
    case 'process':
      if (happening.type === 'REC') return 'recall'
      return happening.type === 'BRE' || happening.type === 'BRES' ? 'breach' : null
    case 'flag':
      if (happening.level !== null) return happening.ended || happening.level === harm ? null : 'harm-level'
      if (flags.safeguarding.includes(happening.typeCode)) return 'safeguarding-flag'
      return flags.harm.includes(happening.typeCode) ? 'harm-flag' : null
    case 'enquiry-answered':
      return happening.somethingKnown ? 'enquiry' : null
    case 'allocated':
      return happening.anotherTeam ? 'transfer' : null
    default:
      return happening.what
  }
}

/** What time alone calls for is worked out from this; `needs` is the newest assessment that asked about needs. */
export type AssessedInTime = {
  readonly newest: { readonly id: string; readonly on: LocalDate; readonly harm: HarmLevel | null } | null
  readonly needs: { readonly id: string; readonly on: LocalDate } | null
  /** Orders that run on the day; `endsOn` null when the end is not known. */
  readonly orders: readonly { readonly id: string; readonly endsOn: LocalDate | null }[]
}

/** Reviews that the passing of time calls for: every 6 months for high and very high, 12 otherwise; needs older than 55
 *  weeks; the end of supervision. None for a person without a running order or without an assessment. A task appears
 *  before it is due. Rule: specification section 5.4. */
export function reviewsByTime(facts: AssessedInTime, asAt: LocalDate): Decision<readonly CalledReview[]> {
  const times = reviewTimes.on(asAt)
  const triggers = reviewTriggers.on(asAt)
  const { newest, needs, orders } = facts
  if (newest === null || orders.length === 0) return decided([], [times], reason('not-supervised-or-assessed'))
  const called: CalledReview[] = []
  const call = (trigger: ReviewTriggerCode, source: string, happenedOn: LocalDate, dueOn: LocalDate, ahead: number) => {
    if (asAt < plusDays(dueOn, 0 - ahead)) return
    const sections = triggers.value.find(row => row.code === trigger)?.sections ?? []
    called.push({ trigger, source, happenedOn, dueOn, sections })
  }
  const { highMonths, otherMonths, needsWeeks, raiseDaysAhead, beforeEndDays } = times.value
  const months = newest.harm === 'HIGH' || newest.harm === 'VERY_HIGH' ? highMonths : otherMonths
  call('periodic', `assessment ${newest.id}`, newest.on, plusMonths(newest.on, months), raiseDaysAhead)
  if (needs) {
    const out = plusDays(needs.on, needsWeeks * 7)
    call('needs-out-of-date', `assessment ${needs.id}`, needs.on, plusDays(out, 1), 0)
  }
  const last = lastToEnd(orders)
  if (last?.endsOn) {
    call('before-end', `order ${last.id}`, asAt, plusDays(last.endsOn, 0 - beforeEndDays), raiseDaysAhead)
  }
  return decided(called, [times, triggers], ...called.map(one => reason(one.trigger, { dueOn: one.dueOn })))
}

/** The order that ends last; undefined when the end of one is not known. */
function lastToEnd(orders: AssessedInTime['orders']): AssessedInTime['orders'][number] | undefined {
  if (orders.some(order => order.endsOn === null)) return undefined
  return orders.toSorted((a, b) => ((a.endsOn ?? '') < (b.endsOn ?? '') ? 1 : -1))[0]
}
