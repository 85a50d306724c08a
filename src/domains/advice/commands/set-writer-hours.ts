import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId, type Tx } from '../../../platform/store/index.ts'
import { reportWriters } from './allocate-request.ts'

export type WriterHours = {
  readonly username: string
  readonly name: string
  readonly teamCode: string | null
  readonly hoursAWeek: number
  readonly fromDay: LocalDate
}

/** The hours of each writer on the day: the latest that was set for a day not after it. */
export function writerHoursOn(tx: Tx, day: LocalDate): Promise<WriterHours[]> {
  return tx.rows<WriterHours>(
    `SELECT DISTINCT ON (username) username, name, team_code AS "teamCode", hours_a_week::float8 AS "hoursAWeek",
            from_day AS "fromDay"
       FROM advice.writer_hours WHERE from_day <= $1 ORDER BY username, from_day DESC, set_at DESC, id DESC`,
    [day],
  )
}

const hoursInAWeek = 80

/** Sets the hours a week somebody has for court reports, from a day on; earlier hours stay as history. */
export async function setWriterHours(
  ctx: Context,
  input: { readonly writer: string; readonly hours: string; readonly fromDay: LocalDate },
): Promise<Result<undefined>> {
  ctx.may('advice.allocate')
  const writer = (await reportWriters(ctx)).find(one => one.username === input.writer)
  if (!writer) return problems({ field: 'writer', code: 'not-known', text: 'Choose the writer' })
  const hours = Number(input.hours.trim() || Number.NaN)
  if (!(hours >= 0 && hours <= hoursInAWeek)) {
    return problems({ field: 'hours', code: 'not-hours', text: `Enter hours a week from 0 to ${hoursInAWeek}` })
  }
  await ctx.tx.run(
    `INSERT INTO advice.writer_hours (id, username, name, team_code, hours_a_week, from_day, set_at, set_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), writer.username, writer.name, writer.teamCode, hours, input.fromDay, ctx.now, ctx.viewer.username],
  )
  ctx.record('alter', 'advice.set-writer-hours', [], { detail: { writer: writer.username, hours } })
  return ok()
}
