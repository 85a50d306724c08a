import { type LocalDate, plusMonths } from '../../../platform/calendar/index.ts'
import { type EnquiryFacts, enquiryKinds, enquiryStanding } from '../../person/index.ts'
import { recentReportMonths } from '../parameters/report-triage.ts'
import { byCourtsDay, byPolicy, daysToDelivery } from './report-timeliness.ts'
import type { RequestToCount, SentencedCase } from './sentenced-cases.ts'

export const reportMeasures = [
  'share',
  'no-report',
  'court-day',
  'policy',
  'waiting',
  'mix',
  'enquiries',
  'reuse',
] as const
export type ReportMeasure = (typeof reportMeasures)[number]

/** One thing a measure counts; `part` says under which of its numbers. */
export type MeasureFact = {
  readonly personId: string
  readonly requestId: string | null
  readonly courtCode: string | null
  readonly day: LocalDate
  readonly part: string
  /** What a number is made of: working days, or fields kept of those filled in. */
  readonly amount: { readonly number: number; readonly of: number | null } | null
  /** The kind of enquiry. */
  readonly about: string | null
  readonly sentenced: SentencedCase | null
}

export type Days = { readonly from: LocalDate; readonly to: LocalDate }
type Reuse = { readonly prefilled: number; readonly kept: number }

/** The facts of each measure in a period (pre-sentence report specification, section 9). Cases count by day of sentence,
 *  the court's date by the day it needed the report, everything else by the day the report first reached the court. */
export function measureFacts(
  given: {
    readonly cases: readonly SentencedCase[]
    readonly requests: readonly RequestToCount[]
    /** Enquiries about each person, by the id the record is shown under. */
    readonly enquiries: ReadonlyMap<string, readonly EnquiryFacts[]>
    /** Fields filled in and kept, by request. */
    readonly reuse: ReadonlyMap<string, Reuse>
  },
  days: Days,
  today: LocalDate,
): Readonly<Record<ReportMeasure, readonly MeasureFact[]>> {
  const { cases, requests } = given
  const within = (day: LocalDate | null | undefined): day is LocalDate => !!day && day >= days.from && day <= days.to
  const delivered = requests.filter(one => within(one.deliveredOn[0]))
  return {
    share: cases.map(one => caseFact(one, one.report ? 'with' : 'without')),
    'no-report': cases.flatMap(one => (one.noReport ? [caseFact(one, one.noReport)] : [])),
    'court-day': requests.flatMap(one => {
      const part = within(one.requiredBy) ? byCourtsDay(one, today) : undefined
      return part ? [requestFact(one, one.requiredBy!, part)] : []
    }),
    policy: delivered.flatMap(one => {
      const part = byPolicy(one)
      return part ? [requestFact(one, one.deliveredOn[0]!, part, daysOf(one))] : []
    }),
    waiting: delivered.flatMap(one => {
      const amount = daysOf(one)
      return amount ? [requestFact(one, one.deliveredOn[0]!, 'delivered', amount)] : []
    }),
    mix: delivered.map(one => requestFact(one, one.deliveredOn[0]!, one.depth ?? 'not-known')),
    enquiries: cases.flatMap(one => (one.report ? enquiryFacts(one, given.enquiries.get(one.personId) ?? []) : [])),
    reuse: delivered.flatMap(one => {
      const held = given.reuse.get(one.id)
      if (!held || held.prefilled === 0) return []
      return [requestFact(one, one.deliveredOn[0]!, 'pre-filled', { number: held.kept, of: held.prefilled })]
    }),
  }
}

/** Each enquiry a report waits for: answered by the day of sentence or not. Those asked longer before the report than a
 *  report can be built on are not for it. */
function enquiryFacts(one: SentencedCase, all: readonly EnquiryFacts[]): readonly MeasureFact[] {
  const { report, sentencedOn } = one
  const since = plusMonths(report!.askedOn, -recentReportMonths.on(sentencedOn).value)
  const known = all
    .filter(({ askedOn }) => askedOn >= since && askedOn <= sentencedOn)
    .map(enquiry => ({ ...enquiry, steps: enquiry.steps.filter(step => step.on <= sentencedOn) }))
  const kinds = enquiryKinds.on(sentencedOn).value.filter(kind => kind.safeguarding)
  return kinds.map(({ code, name }) => {
    const standing = enquiryStanding(known, code, sentencedOn)
    const part = standing === 'overdue' ? 'outstanding' : standing
    return { ...caseFact(one, part), about: name }
  })
}

function daysOf(one: RequestToCount): MeasureFact['amount'] {
  const number = daysToDelivery(one)
  return number === null ? null : { number, of: null }
}

function caseFact(one: SentencedCase, part: string): MeasureFact {
  const { personId, courtCode, sentencedOn, report } = one
  const requestId = report?.id ?? null
  return { ...{ personId, requestId, courtCode, part }, day: sentencedOn, amount: null, about: null, sentenced: one }
}

function requestFact(
  one: RequestToCount,
  day: LocalDate,
  part: string,
  amount: MeasureFact['amount'] = null,
): MeasureFact {
  const { personId, id, courtCode } = one
  return { personId, requestId: id, courtCode, day, part, amount, about: null, sentenced: null }
}
