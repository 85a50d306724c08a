import { ageOn, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Decision } from '../../../platform/rules/index.ts'
import { checkOrder, type OrderVerdict } from '../../sentence/index.ts'
import type { OrderForm } from './order-form.ts'

/** The limits of the law held against a sentence before it is accepted, by the same rules that hold when it is put on
 *  the record. */
export function checkOrderForm(form: OrderForm, dateOfBirth: LocalDate | null): Decision<OrderVerdict> {
  const { family, sentencedOn, convictedOn, length, endsOn, operationalPeriod, requirements } = form
  const born = dateOfBirth !== null && convictedOn !== null && dateOfBirth <= convictedOn
  return checkOrder({
    family,
    sentencedOn,
    convictedOn,
    ageAtConviction: born ? ageOn(dateOfBirth, convictedOn) : null,
    imprisonable: null,
    length,
    endsOn,
    operationalPeriod,
    supervisionPeriod: null,
    requirements: requirements.map(one => ({
      kind: one.kind,
      length: one.length,
      startsOn: one.startsOn,
      endsOn: one.expectedEnd,
    })),
  })
}
