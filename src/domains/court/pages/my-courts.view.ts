import { type LocalDate, weekday } from '../../../platform/calendar/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import type { CourtDayCounts } from '../queries/court-counts.ts'
import { filterQuery, noFilters } from './list-filters.ts'

type Named = { readonly code: string; readonly name: string }

export type Count = { readonly number: number; readonly href: string }

export type MyCourtsModel = {
  readonly courts: readonly {
    readonly code: string
    readonly name: string
    readonly days: readonly {
      readonly day: LocalDate
      readonly heading: string
      readonly href: string
      readonly listed: Count
      readonly toPrepare: Count
      readonly outcomeToAdd: Count
      readonly possible: Count
      readonly breach: Count
      readonly hidden: string | null
    }[]
    /** Days gone by on which an outcome is still to be added. */
    readonly behind: readonly { readonly text: string; readonly href: string }[]
    readonly todayHref: string
  }[]
}

const sittingDaysShown = 3

/** For each court the next days that have a list, today first, and what is left over from days gone by. Each number
 *  opens the cases it counts. */
export function myCourtsView(
  courts: readonly Named[],
  counts: readonly CourtDayCounts[],
  today: LocalDate,
): MyCourtsModel {
  return {
    courts: courts.map(court => {
      const own = counts.filter(one => one.courtCode === court.code)
      const behind = own.filter(one => one.day < today && one.outcomeToAdd > 0)
      return {
        ...court,
        todayHref: `/courts/${court.code}/${today}`,
        days: own
          .filter(one => one.day >= today)
          .slice(0, sittingDaysShown)
          .map(one => dayCounts(one, today)),
        behind: behind.map(one => ({
          text: `${plural(one.outcomeToAdd, 'outcome')} of ${longDate(one.day)}`,
          href: `/courts/${court.code}/${one.day}${filterQuery(noFilters, { tab: 'to-add' })}`,
        })),
      }
    }),
  }
}

/** One court and day; each number opens the cases it counts. */
export function dayCounts(one: CourtDayCounts, today: LocalDate) {
  const path = `/courts/${one.courtCode}/${one.day}`
  const part = (number: number, filters: Partial<typeof noFilters>) => ({
    number,
    href: `${path}${filterQuery({ ...noFilters, ...filters }, { tab: 'all' })}`,
  })
  return {
    day: one.day,
    heading: `${one.day === today ? 'Today, ' : ''}${weekday(one.day)} ${longDate(one.day)}`,
    href: path,
    listed: part(one.listed, {}),
    toPrepare: part(one.toPrepare, { preparation: ['NOT_STARTED'] }),
    outcomeToAdd: { number: one.outcomeToAdd, href: `${path}${filterQuery(noFilters, { tab: 'to-add' })}` },
    possible: part(one.possible, { status: ['POSSIBLE'] }),
    breach: part(one.breach, { flag: ['breach'] }),
    hidden: one.hidden > 0 ? `${one.hidden} limited access` : null,
  }
}
