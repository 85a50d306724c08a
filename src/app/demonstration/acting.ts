import { accountNamed, machine, type Viewer } from '../../platform/access/index.ts'
import { instant, type LocalDate, plusDays } from '../../platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../platform/context/index.ts'
import type { Result } from '../../platform/errors/index.ts'

/** Acts as a viewer in a transaction of its own, by the channel `demonstration`, which the audit log shows. */
export function as<T>(services: Services, viewer: Viewer, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inContext(services, { viewer, requestId: 'demonstration', channel: 'demonstration' }, work)
}

/** A demonstration account as the viewer it is when signed in. */
export async function accountOf(services: Services, username: string): Promise<Viewer> {
  const account = await as(services, machine('demonstration'), ctx => accountNamed(ctx.tx, username, ctx.now))
  if (!account) throw new Error(`There is no demonstration account ${username}`)
  return account
}

/** The same services some days ago, at ten in the morning: what is overdue today was done then. */
export function daysAgo(services: Services, days: number): Services {
  if (days === 0) return services
  const today: LocalDate = plusDays(services.clock().today, -days)
  const now = instant(new Date(`${today}T10:00:00Z`))
  return { ...services, clock: () => ({ now, today }) }
}

export function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(
    `The demonstration was refused: ${result.problems.map(problem => `${problem.field} ${problem.text}`)}`,
  )
}
