import { isLocalTime, type LocalDate, type LocalTime } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId, type Tx } from '../../../platform/store/index.ts'
import { lockFlags } from '../../person/index.ts'
import { askedOn, secondInterviewPossible } from '../rules/report-deadlines.ts'
import { requestForChange } from '../store/request-store.ts'
import { recordRequestAct } from './record-request-act.ts'

export type InterviewHow = 'in-person' | 'phone' | 'video'

export type Interview = {
  readonly id: string
  readonly day: LocalDate
  readonly startsAt: LocalTime
  readonly how: InterviewHow
  readonly place: string | null
  /** An interpreter for this language is needed. */
  readonly language: string | null
  readonly details: string | null
  readonly outcome: 'attended' | 'missed' | null
  readonly outcomeReason: string | null
}

/** The interviews of one request, the first one first. */
export function interviewsOf(tx: Tx, personId: string, requestId: string): Promise<Interview[]> {
  return tx.rows<Interview>(
    `SELECT id, day, to_char(starts_at, 'HH24:MI') AS "startsAt", how, place, language, details, outcome,
            outcome_reason AS "outcomeReason"
       FROM advice.interview WHERE person_id = $1 AND request_id = $2 ORDER BY day, starts_at, id`,
    [personId, requestId],
  )
}

export type InterviewToBook = {
  readonly personId: string
  readonly requestId: string
  readonly day: LocalDate
  readonly startsAt: string
  readonly how: string
  readonly place: string
  readonly language: string
  readonly details: string
}

const ways: readonly InterviewHow[] = ['in-person', 'phone', 'video']

/** Books an interview, from today to the day the court needs the report. One that was missed stays in the list. */
export async function bookInterview(ctx: Context, input: InterviewToBook): Promise<Result<undefined>> {
  ctx.may('advice.write', { people: [input.personId] })
  const request = await requestForChange(ctx, input)
  const how = ways.find(one => one === input.how)
  const wrong: Problem[] = []
  if (input.day < ctx.today || (request.requiredBy !== null && input.day > request.requiredBy)) {
    const text = 'Enter a day from today to the day the court needs the report'
    wrong.push({ field: 'day', code: 'day-wrong', text })
  }
  if (!isLocalTime(input.startsAt)) wrong.push({ field: 'startsAt', code: 'time-wrong', text: 'Enter a time' })
  if (!how) wrong.push({ field: 'how', code: 'missing', text: 'Choose how it is held' })
  if (how === 'in-person' && !input.place.trim()) {
    wrong.push({ field: 'place', code: 'missing', text: 'Enter where it is held' })
  }
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const flags = await lockFlags(ctx.tx, input.personId)
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO advice.interview (person_id, id, request_id, day, starts_at, how, place, language, details, booked_at,
       booked_by, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      input.personId,
      id,
      request.id,
      input.day,
      input.startsAt,
      how ?? null,
      input.place.trim() || null,
      input.language.trim() || null,
      input.details.trim() || null,
      ctx.now,
      ctx.viewer.username,
      flags.excluded,
      flags.restricted,
    ],
  )
  const detail = { interviewId: id, day: input.day }
  const done = await recordRequestAct(ctx, { ...input, kind: 'interview-booked', detail })
  return done.ok ? ok() : done
}

/** Says whether the person came. After a missed interview another is booked if there is time; when there is none, the
 *  report is not completed, and the court is to be told why (specification, section 7). */
export async function recordInterview(
  ctx: Context,
  input: {
    readonly personId: string
    readonly requestId: string
    readonly interviewId: string
    readonly outcome: string
    readonly reason: string
  },
): Promise<Result<{ readonly next: 'go-on' | 'book-another' | 'not-completed' }>> {
  ctx.may('advice.write', { people: [input.personId] })
  const { outcome } = input
  if (outcome !== 'attended' && outcome !== 'missed') {
    return problems({ field: 'outcome', code: 'missing', text: 'Choose whether the person came' })
  }
  const request = await requestForChange(ctx, input)
  const held = await ctx.tx.maybe<{ day: LocalDate; outcome: string | null }>(
    'SELECT day, outcome FROM advice.interview WHERE person_id = $1 AND request_id = $2 AND id::text = $3 FOR UPDATE',
    [input.personId, request.id, input.interviewId],
  )
  if (!held) throw new NotFound('There is no such interview.')
  if (held.outcome !== null) throw new Conflict('Someone has already said how this interview went.')
  if (held.day > ctx.today) {
    return problems({ field: 'outcome', code: 'not-yet', text: 'This interview is still to come' })
  }
  await ctx.tx.run(
    `UPDATE advice.interview SET outcome = $3, outcome_at = $4, outcome_by = $5, outcome_reason = $6
      WHERE person_id = $1 AND id = $2`,
    [input.personId, input.interviewId, outcome, ctx.now, ctx.viewer.username, input.reason.trim() || null],
  )
  const detail = { interviewId: input.interviewId }
  const act = await recordRequestAct(ctx, { ...input, kind: `interview-${outcome}`, detail })
  if (!act.ok) return act
  if (outcome === 'attended') return ok({ next: 'go-on' })
  if (secondInterviewPossible({ askedOn: askedOn(request), requiredBy: request.requiredBy }, ctx.today)) {
    return ok({ next: 'book-another' })
  }
  const reason = input.reason.trim() || 'The person did not come, and there is no time for another interview'
  const ended = await recordRequestAct(ctx, {
    ...input,
    kind: 'not-completed',
    reason,
    detail: { why: 'did-not-attend' },
  })
  return ended.ok ? ok({ next: 'not-completed' }) : ended
}
