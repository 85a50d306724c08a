import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Decision, Reason } from '../../../platform/rules/index.ts'
import { checkOrder, type OrderVerdict, type ProposedOrder, type Term } from '../../sentence/index.ts'
import type { CaseFacts, OrderFamily, PackageRequirement, ProposalFacts } from '../model.ts'
import { hoursByDay } from './weekly-time.ts'

/** Lengths of an order that its author has given; null is not given yet. */
export type OrderLengths = {
  readonly length: Term | null
  readonly operationalPeriod: Term | null
  readonly supervisionPeriod: Term | null
}

/** The order held against every limit of the law that `sentence` knows. No limit is written down here. */
export function lawOf(
  family: OrderFamily,
  requirements: readonly PackageRequirement[],
  facts: ProposalFacts,
  lengths: OrderLengths = { length: null, operationalPeriod: null, supervisionPeriod: null },
): Decision<OrderVerdict> {
  const custodial = family === 'suspended-sentence' ? facts.case.custodialTerm : null
  const order: ProposedOrder = {
    family,
    sentencedOn: facts.sentencedOn,
    convictedOn: earliest(facts.case, 'convictedOn'),
    ageAtConviction: facts.person.ageAtConviction,
    imprisonable: isImprisonable(facts.case),
    ...lengths,
    length: lengths.length ?? custodial,
    endsOn: null,
    requirements: requirements.map(({ kind, length, curfew }) => ({
      kind,
      length,
      startsOn: null,
      endsOn: null,
      curfew: curfew && curfewHours(curfew),
    })),
  }
  return checkOrder(order)
}

/** The findings of the law that forbid. */
export function forbidden(law: Decision<OrderVerdict>): readonly Reason[] {
  return law.reasons.filter(one => one.data['severity'] === 'unlawful')
}

/** The earliest day over all offences, since an order for all of them must be lawful for each; null where one is not
 *  known. */
export function earliest({ offences }: CaseFacts, which: 'committedOn' | 'convictedOn'): LocalDate | null {
  const days = offences.map(one => one[which])
  if (days.length === 0 || days.includes(null)) return null
  return days.filter(day => day !== null).sort()[0] ?? null
}

/** One imprisonable offence is enough for a community order; null where none is and one is not known. */
export function isImprisonable({ offences }: CaseFacts): boolean | null {
  const answers = offences.map(one => one.imprisonable)
  if (answers.includes(true)) return true
  return answers.length === 0 || answers.includes(null) ? null : false
}

function curfewHours({ hoursADay, times }: NonNullable<PackageRequirement['curfew']>) {
  const byDay = times.length > 0 ? hoursByDay(times) : Array.from({ length: 7 }, () => hoursADay)
  const curfewDays = byDay.filter(hours => hours > 0)
  return {
    fewestHoursADay: Math.min(hoursADay, ...curfewDays),
    mostHoursADay: Math.max(hoursADay, ...curfewDays),
    mostHoursInSevenDays: byDay.reduce((sum, hours) => sum + hours, 0),
  }
}
