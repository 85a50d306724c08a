import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { listedDaysNear } from '../../court/index.ts'
import { requestStep } from '../rules/request-state.ts'
import { sittingDay, sittingDayText } from '../rules/sitting-day.ts'
import { requestForChange } from '../store/request-store.ts'
import { changeRequiredBy } from './report-asked-by-court.ts'

/** Changes the day the court needs the report, as staff learnt it; the day before stays in the history. A day on which the
 *  court does not sit is refused with the nearest days it does. */
export async function moveRequiredBy(
  ctx: Context,
  input: {
    readonly personId: string
    readonly requestId: string
    readonly requiredBy: LocalDate
    readonly reason: string
  },
): Promise<Result<undefined>> {
  ctx.may('advice.request', { people: [input.personId] })
  const request = await requestForChange(ctx, input)
  if (requestStep(request.acts, 'required-by-changed', { reason: null }).outcome !== 'yes') {
    return problems({ field: 'requiredBy', code: 'not-now', text: 'The day of this request can no longer be changed' })
  }
  const listed = await listedDaysNear(ctx.tx, request.courtCode, input.requiredBy)
  const day = sittingDay(input.requiredBy, { today: ctx.today, listed })
  if (day.outcome === 'in-the-past' || day.outcome === 'not-a-sitting-day') {
    return problems({ field: 'requiredBy', code: day.outcome, text: sittingDayText(day) })
  }
  await changeRequiredBy(ctx, request, input.requiredBy, input.reason)
  return ok()
}
