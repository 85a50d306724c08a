import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { ChargedOffence } from '../queries/defendant-at-court.ts'
import type { OrderForm } from '../rules/order-form.ts'

/** The form to type a sentence into: the offences charged, the day of the hearing, and nothing made up. */
export function blankOrderForm(
  courtCode: string | null,
  offences: readonly Pick<ChargedOffence, 'code' | 'title' | 'startDate' | 'convictionDate'>[],
  hearingDay: LocalDate,
): OrderForm {
  const convicted = offences.flatMap(one => one.convictionDate ?? []).sort()
  return {
    family: 'community-order',
    sentencedOn: hearingDay,
    convictedOn: convicted[0] ?? null,
    courtCode,
    offences: offences.map(({ code, title, startDate }) => ({ code, title, on: startDate })),
    length: null,
    operationalPeriod: null,
    endsOn: null,
    requirements: [],
    notes: '',
  }
}
