import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { lockFlags } from '../../person/index.ts'

const breaches: readonly string[] = ['BRE', 'BRES']

/** Records a process on an event, such as a breach that starts, or its end with what came of it. A breach that runs on the event is the one meant, of
 *  whichever kind it was recorded. */
export async function recordProcess(
  ctx: Context,
  input: {
    readonly personId: string
    readonly eventId: string | null
    /** BRE breach, BRES breach of a suspended sentence, REV review, REC recall. */
    readonly type: 'BRE' | 'BRES' | 'REV' | 'REC'
    readonly startedOn: LocalDate
    readonly ended?: { readonly on: LocalDate; readonly outcome: string; readonly code?: string }
    readonly notes?: string
  },
): Promise<Result<{ readonly processId: string }>> {
  ctx.may('sentence.change-order', { people: [input.personId] })
  if (input.ended && input.ended.on < input.startedOn) {
    const text = `Enter a day on or after ${input.startedOn}`
    return problems({ field: 'endedOn', code: 'before-start', text })
  }
  const flags = await lockFlags(ctx.tx, input.personId)
  const running = await ctx.tx.rows<{ id: string }>(
    `SELECT id FROM sentence.process
      WHERE person_id = $1 AND event_id IS NOT DISTINCT FROM $2 AND type = ANY ($3) AND ended_on IS NULL
      ORDER BY started_on LIMIT 1 FOR UPDATE`,
    [input.personId, input.eventId, breaches.includes(input.type) ? breaches : [input.type]],
  )
  const [known] = running
  const processId = known?.id ?? newId()
  if (known) {
    await ctx.tx.run(
      `UPDATE sentence.process SET ended_on = $3, outcome = $4, outcome_code = $5,
         notes = nullif(concat_ws(E'\n', notes, $6::text), ''), version = version + 1
        WHERE person_id = $1 AND id = $2`,
      [
        input.personId,
        processId,
        input.ended?.on ?? null,
        input.ended?.outcome ?? null,
        input.ended?.code ?? null,
        input.notes ?? null,
      ],
    )
  } else {
    await ctx.tx.run(
      `INSERT INTO sentence.process (person_id, id, event_id, type, started_on, ended_on, outcome, outcome_code, recorded_at,
         recorded_by, notes, excluded, restricted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        input.personId,
        processId,
        input.eventId,
        input.type,
        input.startedOn,
        input.ended?.on ?? null,
        input.ended?.outcome ?? null,
        input.ended?.code ?? null,
        ctx.now,
        ctx.viewer.username,
        input.notes ?? null,
        flags.excluded,
        flags.restricted,
      ],
    )
  }
  ctx.record('alter', 'sentence.record-process', [input.personId], { detail: { processId, type: input.type } })
  const body = { processId, type: input.type, ended: input.ended?.on ?? null }
  await ctx.announce({ type: 'process-recorded', personId: input.personId, body }, flags)
  return ok({ processId })
}
