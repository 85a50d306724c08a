import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Reason } from '../../../platform/rules/index.ts'
import type { Duration } from '../model.ts'
import { fittingUnits } from '../parameters/result-codes.ts'
import { orderTypeOf, type Proposal } from './proposed-orders.ts'
import type { MeantResult } from './read-results.ts'
import { isAdjournmentCode } from './result-class.ts'
import { requirementType, resultCode } from './result-codes.ts'
import { durationsInText, endDatesInText, sameLength } from './text-durations.ts'

export type ResultReviewCode =
  | 'label-not-known'
  | 'label-not-clear'
  | 'code-not-known'
  | 'free-text-result'
  | 'length-text-differs'
  | 'end-date-text-differs'
  | 'unit-not-fitting'
  | 'requirement-only-in-text'
  | 'requirement-without-order'
  | 'order-without-conviction'
  | 'order-end-dates-differ'
  | 'operational-periods-differ'
  | 'offence-sequence-missing'
  | 'HO100322'
  | 'HO100323'

/** Something a person must look at before what the machine proposes is accepted. Both readings are in `data`. */
export type ResultReview = {
  readonly code: ResultReviewCode
  readonly offenceSequence?: number | undefined
  readonly resultCode?: number | undefined
  readonly data: Reason['data']
}

/** Reviews of single results: code and text disagree, a unit does not fit, no code, no next hearing. */
export function resultReviews(results: readonly MeantResult[], hearingDate: LocalDate): readonly ResultReview[] {
  const units = fittingUnits.on(hearingDate).value
  return results.flatMap(found => [
    ...codeReviews(found),
    ...textReviews(found),
    ...unitReviews(found, units),
    ...nextHearingReviews(found, hearingDate),
  ])
}

function about({ offence, code }: MeantResult): Pick<ResultReview, 'offenceSequence' | 'resultCode'> {
  return { offenceSequence: offence.sequence, resultCode: code }
}

function codeReviews(found: MeantResult): readonly ResultReview[] {
  const text = found.result.text ?? null
  const reviews: ResultReview[] = []
  if (found.code !== 0 && !resultCode(found.code))
    reviews.push({ code: 'code-not-known', ...about(found), data: { text } })
  if (found.code === 1000) reviews.push({ code: 'free-text-result', ...about(found), data: { text } })
  if (found.offence.sequence === 0) reviews.push({ code: 'offence-sequence-missing', ...about(found), data: {} })
  if (orderTypeOf(found.effect) && found.class === 'UNRESULTED') {
    reviews.push({ code: 'order-without-conviction', ...about(found), data: { text } })
  }
  return reviews
}

/** The code is taken and the text kept beside it (court specification, section 10). */
function textReviews(found: MeantResult): readonly ResultReview[] {
  const { duration, secondaryDuration, endDate } = found.result
  const text = found.result.text ?? ''
  const reviews: ResultReview[] = []
  const written = durationsInText(text)
  if (duration && written.length > 0 && !written.some(length => sameLength(length, duration))) {
    reviews.push({
      code: 'length-text-differs',
      ...about(found),
      data: { coded: plain(duration), text: written.map(plain) },
    })
  }
  if (secondaryDuration && written.length > 1 && !written.some(length => sameLength(length, secondaryDuration))) {
    reviews.push({
      code: 'length-text-differs',
      ...about(found),
      data: { coded: plain(secondaryDuration), text: written.map(plain) },
    })
  }
  const days = endDatesInText(text)
  if (endDate && days.length > 0 && !days.includes(endDate)) {
    reviews.push({ code: 'end-date-text-differs', ...about(found), data: { coded: endDate, text: days } })
  }
  return reviews
}

function unitReviews(
  found: MeantResult,
  units: { readonly [type: string]: readonly string[] },
): readonly ResultReview[] {
  const type = orderTypeOf(found.effect) ?? requirementType(found.effect)
  const fitting = type === undefined ? undefined : units[type]
  if (!fitting) return []
  const given = [found.result.duration, found.result.secondaryDuration].flatMap(length => length ?? [])
  const wrong = given.filter((length, index) => {
    // A curfew's second length is hours a day.
    if (index === 1 && found.effect === 'REQ:CURFEW') return length.unit !== 'H'
    return !fitting.includes(length.unit)
  })
  return wrong.map(length => ({
    code: 'unit-not-fitting',
    ...about(found),
    data: { type: type ?? null, given: plain(length), fitting },
  }))
}

/** An adjournment says where and when it goes on; a warrant cannot. */
function nextHearingReviews(found: MeantResult, hearingDate: LocalDate): readonly ResultReview[] {
  if (!isAdjournmentCode(found.code, hearingDate)) return []
  const reviews: ResultReview[] = []
  if (found.next?.courtCode === undefined) {
    reviews.push({ code: 'HO100322', ...about(found), data: { courtInText: found.next?.courtName ?? null } })
  }
  if (found.next?.date === undefined) reviews.push({ code: 'HO100323', ...about(found), data: {} })
  return reviews
}

/** Reviews of what is proposed as a whole. */
export function proposalReviews(results: readonly MeantResult[], proposal: Proposal): readonly ResultReview[] {
  const loose = proposal.requirementsWithoutOrder.map(
    (requirement): ResultReview => ({
      code: 'requirement-without-order',
      offenceSequence: requirement.offenceSequences[0],
      resultCode: requirement.code,
      data: { type: requirement.type },
    }),
  )
  const unequal = proposal.orders.flatMap(order => {
    const parts = results.filter(({ effect }) => effect === order.type)
    const ends = [...new Set(parts.flatMap(({ result }) => result.endDate ?? []))]
    const periods = [
      ...new Set(parts.flatMap(({ result }) => (result.secondaryDuration ? plain(result.secondaryDuration) : []))),
    ]
    const reviews: ResultReview[] = []
    if (ends.length > 1) reviews.push({ code: 'order-end-dates-differ', data: { type: order.type, given: ends } })
    if (periods.length > 1)
      reviews.push({ code: 'operational-periods-differ', data: { type: order.type, given: periods } })
    return reviews
  })
  return [...loose, ...unequal, ...requirementsOnlyInText(results)]
}

/** What an order text may list, and the requirement it would be. "Supervision" has no code any more. */
const namesInText: readonly (readonly [RegExp, string])[] = [
  [/\bunpaid work\b/i, 'UNPAID_WORK'],
  [/\brehabilitation activity\b/i, 'REHABILITATION_ACTIVITY'],
  [/\bprogramme\b/i, 'PROGRAMME'],
  [/\bprohibited activity\b/i, 'PROHIBITED_ACTIVITY'],
  [/(?<!prohibited |rehabilitation )\bactivity requirement\b/i, 'ACTIVITY'],
  [/\bcurfew\b/i, 'CURFEW'],
  [/\bexclusion\b/i, 'EXCLUSION'],
  [/\bresidence requirement\b/i, 'RESIDENCE'],
  [/\bmental health treatment\b/i, 'MENTAL_HEALTH_TREATMENT'],
  [/\bdrug rehabilitation\b/i, 'DRUG_REHABILITATION'],
  [/\balcohol treatment\b/i, 'ALCOHOL_TREATMENT'],
  [/\balcohol abstinence\b/i, 'ALCOHOL_ABSTINENCE'],
  [/\battendance centre\b/i, 'ATTENDANCE_CENTRE'],
  [/\bforeign travel\b/i, 'FOREIGN_TRAVEL'],
  [/\bsupervision\b/i, 'SUPERVISION'],
]

function requirementsOnlyInText(results: readonly MeantResult[]): readonly ResultReview[] {
  const codedTypes = new Set(results.map(({ effect }) => requirementType(effect)))
  const seen = new Set<string>()
  return results
    .filter(({ effect }) => orderTypeOf(effect) !== undefined)
    .flatMap(found => {
      const text = found.result.text ?? ''
      return namesInText.flatMap(([name, type]): ResultReview[] => {
        const match = name.exec(text)
        if (!match || codedTypes.has(type) || seen.has(type)) return []
        seen.add(type)
        const length = durationsInText(text.slice(match.index, match.index + 200))[0]
        const data = { type, length: length ? plain(length) : null, text: text.slice(match.index, match.index + 200) }
        return [{ code: 'requirement-only-in-text', ...about(found), data }]
      })
    })
}

function plain({ value, unit }: Duration): string {
  return `${value} ${unit}`
}
