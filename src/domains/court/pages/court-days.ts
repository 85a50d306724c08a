import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { activeCourts } from '../../organisation/index.ts'
import { courtCounts } from '../queries/court-counts.ts'
import { caseListDays } from '../rules/list-days.ts'
import { chosenCourts } from './my-courts.page.tsx'
import { type Count, dayCounts } from './my-courts.view.ts'

/** The list of one court and day in numbers, each with the address of exactly the cases it counts. */
export type CourtDay = {
  readonly court: string
  readonly day: LocalDate
  readonly listed: Count
  readonly toPrepare: Count
  readonly outcomeToAdd: Count
  readonly possible: Count
  readonly breach: Count
  readonly hidden: string | null
}

/** The days with a list at the courts this user works at, past and to come, by day: a card for the first page. */
export async function courtDays(ctx: Context): Promise<readonly CourtDay[]> {
  const courts = await chosenCourts(ctx, await activeCourts(ctx.tx, ctx.today))
  const { from, to } = caseListDays(ctx.today)
  const codes = courts.map(court => court.code)
  const counts = await courtCounts(ctx.tx, codes, from, to)
  return counts.map(one => ({
    court: courts.find(court => court.code === one.courtCode)?.name ?? one.courtCode,
    ...dayCounts(one, ctx.today),
  }))
}
