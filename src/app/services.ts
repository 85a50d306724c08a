import { limitsOf } from '../domains/person/index.ts'
import { type Instant, instant, type LocalDate, londonDay } from '../platform/calendar/index.ts'
import type { Services } from '../platform/context/index.ts'
import type { Database } from '../platform/store/index.ts'
import { permissions } from './domains.ts'
import { reactions } from './reactions.ts'

/** The moment and the London day, asked once a transaction. */
export function systemClock(): { readonly now: Instant; readonly today: LocalDate } {
  const now = instant(new Date())
  return { now, today: londonDay(now) }
}

/** Everything a transaction needs, wired once for a process. */
export function servicesOn(db: Database, clock: Services['clock'] = systemClock): Services {
  return {
    db,
    permissions,
    clock,
    limitsOf,
    reactions,
  }
}
