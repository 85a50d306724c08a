import { dayKind, type LocalDate, plusDays, weekday } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import { longDate } from '../../../platform/words/index.ts'

/** 'not-a-sitting-day': the report is required by a day the court does not sit. 'bank-holidays-not-known': a weekday of
 *  a year whose bank holidays we do not hold, taken as it is. */
export type SittingDay = 'sits' | 'not-a-sitting-day' | 'in-the-past' | 'bank-holidays-not-known'

/** Can a report be required by this day? Courts sit on working days; a day for which the court has a list counts too,
 *  whatever day of the week it is (pre-sentence report specification, section 2). */
export function sittingDay(
  day: LocalDate,
  court: { readonly today: LocalDate; readonly listed: readonly LocalDate[] },
): Decision<SittingDay> {
  if (day < court.today) return decided('in-the-past', [], reason('day-is-past', { day }))
  if (court.listed.includes(day)) return decided('sits', [], reason('court-has-a-list', { day }))
  const kind = dayKind(day)
  if (kind === 'not-known') return decided('bank-holidays-not-known', [], reason('year-not-known', { day }))
  if (kind === 'working') return decided('sits', [], reason('working-day', { day }))
  return decided(
    'not-a-sitting-day',
    [],
    reason(kind, { day, before: near(day, -1, court), after: near(day, 1, court) }),
  )
}

/** The nearest day on which the court sits, looking one way; null within no reach of four weeks, or before today. */
function near(
  day: LocalDate,
  step: 1 | -1,
  { today, listed }: { readonly today: LocalDate; readonly listed: readonly LocalDate[] },
): LocalDate | null {
  for (let n = 1; n <= 28; n++) {
    const other = plusDays(day, n * step)
    if (other < today) return null
    if (listed.includes(other) || dayKind(other) === 'working') return other
  }
  return null
}

/** What to tell whoever typed a day on which the court does not sit, or a day that has passed. */
export function sittingDayText({ outcome, reasons }: Decision<SittingDay>): string {
  const data = reasons[0]?.data ?? {}
  const day = data.day as LocalDate
  if (outcome === 'in-the-past') return `${longDate(day)} is past. Enter today or a later day on which the court sits`
  const why = reasons[0]?.code === 'bank-holiday' ? 'a bank holiday' : `a ${weekday(day)}`
  const near = [data.before, data.after].filter(one => typeof one === 'string') as LocalDate[]
  return `${longDate(day)} is ${why}, when the court does not sit. Enter ${near.map(longDate).join(' or ')}`
}
