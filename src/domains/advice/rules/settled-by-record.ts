import type { ProposalFacts } from '../model.ts'

/** Facts of the form that hold already, by their codes: from the request, the offences, the orders that run or the
 *  assessment. What was answered on the form itself is among them, because the facts do not tell them apart. */
export function settledByRecord({ case: matter, treatment }: ProposalFacts): ReadonlyMap<string, boolean | number> {
  const imprisonable = matter.offences.map(one => one.imprisonable)
  const known: readonly (readonly [string, boolean | number | null])[] = [
    ['case.imprisonable', imprisonable.includes(null) ? null : (imprisonable[0] ?? null)],
    ['case.domestic-abuse', matter.domesticAbuse],
    ['case.sexual', matter.sexual],
    ['case.outstanding-hours', matter.outstandingUnpaidWorkHours],
    ['alcohol.dependent', treatment.alcohol.criterionMet],
    ['alcohol.willing', treatment.alcohol.willing],
    ['drugs.criterion', treatment.drugs.criterionMet],
    ['drugs.willing', treatment.drugs.willing],
  ]
  return new Map(known.flatMap(([code, value]) => (value === null ? [] : [[code, value] as const])))
}
