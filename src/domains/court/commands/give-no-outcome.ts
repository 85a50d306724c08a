import { machine } from '../../../platform/access/index.ts'
import { instant, type LocalDate, londonTime } from '../../../platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { Conflict } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { needsNoOutcome } from '../rules/list-days.ts'
import { recordOutcome } from './record-outcome.ts'

type Heard = {
  appearanceId: string
  hearingDay: LocalDate
  removed: boolean
  hasOutcome: boolean
  outcomeNotRequired: boolean
}

/** The evening job: every defendant heard today without an outcome gets NO_OUTCOME, so that nobody is forgotten. Run it
 *  as often as you like: it gives nobody a second one, and each has a commit of their own, so that somebody at work on one
 *  outcome at that moment does not hold up the others. Answers how many it gave. */
export async function giveNoOutcome(services: Services): Promise<number> {
  const viewer = machine('court-evening', ['court:write'])
  const inJob = <T>(work: (ctx: Context) => Promise<T>) =>
    inContext(services, { viewer, requestId: newId(), channel: 'job' }, work)
  const due = await inJob(async ctx => {
    const time = londonTime(instant(ctx.now))
    return (await heardToday(ctx)).filter(appearance => needsNoOutcome(appearance, ctx.today, time).outcome)
  })
  let given = 0
  for (const { appearanceId } of due) {
    try {
      await inJob(ctx => recordOutcome(ctx, { appearanceId, types: ['NO_OUTCOME'] }))
      given += 1
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }
  return given
}

function heardToday(ctx: Context): Promise<Heard[]> {
  return ctx.tx.rows<Heard>(
    `SELECT DISTINCT entry.appearance_id AS "appearanceId", entry.day AS "hearingDay",
            entry.removed_at IS NOT NULL AS removed, entry.outcome_state IS NOT NULL AS "hasOutcome",
            entry.outcome_not_required AS "outcomeNotRequired"
       FROM court.list_entry entry WHERE entry.day = $1 AND entry.outcome_state IS NULL ORDER BY 1`,
    [ctx.today],
  )
}
