import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId, type Tx } from '../../../platform/store/index.ts'
import { courtByCode } from '../../organisation/index.ts'

export type PilotCourt = {
  readonly id: string
  readonly courtCode: string
  readonly fromDay: LocalDate
  readonly toDay: LocalDate | null
  readonly note: string | null
  readonly version: number
}

/** Every pilot there was, the newest first. */
export function pilotCourts(tx: Tx): Promise<PilotCourt[]> {
  return tx.rows<PilotCourt>(
    `SELECT id, court_code AS "courtCode", from_day AS "fromDay", to_day AS "toDay", note, version
       FROM advice.pilot_court ORDER BY from_day DESC, court_code`,
  )
}

/** Marks a court as a pilot from a day on. A court is in one pilot at a time. */
export async function markPilot(
  ctx: Context,
  input: { readonly courtCode: string; readonly fromDay: LocalDate; readonly note: string },
): Promise<Result<undefined>> {
  ctx.may('advice.pilot')
  const court = await courtByCode(ctx.tx, input.courtCode, ctx.today)
  if (!court) return problems({ field: 'court', code: 'not-known', text: 'Choose the court' })
  const others = (await pilotCourts(ctx.tx)).filter(one => one.courtCode === court.code)
  if (others.some(one => one.toDay === null || one.toDay >= input.fromDay)) {
    const text = `${court.name} is in a pilot on that day already. End that one first`
    return problems({ field: 'court', code: 'pilot-open', text })
  }
  await ctx.tx.run(
    'INSERT INTO advice.pilot_court (id, court_code, from_day, note, marked_at, marked_by) VALUES ($1, $2, $3, $4, $5, $6)',
    [newId(), court.code, input.fromDay, input.note.trim() || null, ctx.now, ctx.viewer.username],
  )
  ctx.record('alter', 'advice.mark-pilot', [], { detail: { court: court.code, from: input.fromDay } })
  return ok()
}

/** Ends a pilot; its last day is included. */
export async function endPilot(
  ctx: Context,
  input: { readonly id: string; readonly version: number; readonly toDay: LocalDate },
): Promise<Result<undefined>> {
  ctx.may('advice.pilot')
  const pilot = (await pilotCourts(ctx.tx)).find(one => one.id === input.id)
  if (!pilot || pilot.version !== input.version || pilot.toDay !== null) {
    throw new Conflict('Someone else has changed this pilot. Look at it again.')
  }
  if (input.toDay < pilot.fromDay) {
    return problems({ field: 'toDay', code: 'before-start', text: 'The last day must not be before the first' })
  }
  await ctx.tx.run('UPDATE advice.pilot_court SET to_day = $2, version = version + 1 WHERE id = $1 AND version = $3', [
    pilot.id,
    input.toDay,
    pilot.version,
  ])
  ctx.record('alter', 'advice.end-pilot', [], { detail: { court: pilot.courtCode, to: input.toDay } })
  return ok()
}
