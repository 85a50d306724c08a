import type { Instant } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { lockFlags } from '../../person/index.ts'
import { reportVersions } from '../queries/report-standing.ts'
import { requestById } from '../store/request-store.ts'
import { recordRequestAct } from './record-request-act.ts'

export type DeliverReport = {
  readonly personId: string
  readonly group: readonly string[]
  readonly requestId: string
  readonly way: 'court-store' | 'digital-case-system' | 'spoken-in-court'
  readonly deliveredAt: Instant
  /** Who gave it in court, and the note kept of what was said; for a report given by word of mouth. */
  readonly spokenBy: string
  readonly writtenNote: string
}

/** Records how, when and by whom a signed report reached the court. Source: pre-sentence-report.md section 6. Throws
 *  NotFound, NotAllowed. */
export async function deliverReport(ctx: Context, input: DeliverReport): Promise<Result<undefined>> {
  ctx.may('advice.deliver', { people: [input.personId] })
  const spoken = input.way === 'spoken-in-court'
  const spokenBy = input.spokenBy.trim()
  const note = input.writtenNote.trim()
  const flags = await lockFlags(ctx.tx, input.personId)
  const [version] = await reportVersions(ctx.tx, input.group, input.requestId)
  if (!version) throw new NotFound('This request has no report yet.')
  const signedAt = version.signatures.findLast(one => one.awaits.length === 0)?.at
  if (!signedAt) return problems({ field: 'way', code: 'not-signed', text: 'The report has not been signed yet' })
  if (version.state === 'delivered') {
    return problems({ field: 'way', code: 'delivered', text: 'This version has been delivered already' })
  }
  if (input.deliveredAt.slice(0, 16) > ctx.now.slice(0, 16)) {
    return problems({ field: 'time', code: 'in-the-future', text: 'Enter a time that has passed' })
  }
  if (input.deliveredAt.slice(0, 16) < signedAt.slice(0, 16)) {
    return problems({ field: 'time', code: 'before-signing', text: 'Enter a time after the report was signed' })
  }
  if (spoken && spokenBy === '') {
    return problems({ field: 'spokenBy', code: 'speaker-missing', text: 'Say who gave the report in court' })
  }
  if (spoken && note === '') {
    return problems({ field: 'writtenNote', code: 'note-missing', text: 'Keep a note of what was said in court' })
  }
  if (note.length > 20_000 || spokenBy.length > 200) {
    const field = note.length > 20_000 ? 'writtenNote' : 'spokenBy'
    return problems({ field, code: 'too-long', text: 'Shorten this: a note has up to 20,000 characters, a name 200' })
  }
  const request = (await requestById(ctx.tx, input.group, input.requestId))!
  await ctx.tx.run(
    `INSERT INTO advice.report_delivery (person_id, id, report_id, request_id, way, court_code, delivered_at, spoken_by,
       written_note, recorded_at, recorded_by, recorded_by_name, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      version.personId,
      newId(),
      version.id,
      version.requestId,
      input.way,
      request.courtCode,
      input.deliveredAt,
      spoken ? spokenBy : null,
      spoken ? note : null,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      flags.excluded,
      flags.restricted,
    ],
  )
  const detail = { reportId: version.id, way: input.way, deliveredAt: input.deliveredAt }
  const at = { personId: version.personId, requestId: input.requestId }
  const acted = await recordRequestAct(ctx, { ...at, kind: 'delivered', detail })
  if (!acted.ok) return acted
  ctx.record('alter', 'advice.deliver-report', [input.personId], { detail })
  return ok(undefined)
}

/** Keeps that the person was given the copy in easy words, and what they said about the report. Throws NotFound,
 *  NotAllowed. */
export async function keepComment(
  ctx: Context,
  input: {
    readonly personId: string
    readonly group: readonly string[]
    readonly requestId: string
    readonly comment: string
    readonly copyGiven: boolean
  },
): Promise<Result<undefined>> {
  ctx.may('advice.write', { people: [input.personId] })
  const comment = input.comment.trim()
  if (comment === '' && !input.copyGiven) {
    const text = 'Say that the copy was given, or what the person said'
    return problems({ field: 'comment', code: 'nothing-said', text })
  }
  if (comment.length > 4_000) {
    return problems({ field: 'comment', code: 'too-long', text: 'Shorten the comment to 4,000 characters or fewer' })
  }
  const flags = await lockFlags(ctx.tx, input.personId)
  const [version] = await reportVersions(ctx.tx, input.group, input.requestId)
  if (!version) throw new NotFound('This request has no report yet.')
  await ctx.tx.run(
    `INSERT INTO advice.report_comment (person_id, id, report_id, comment, copy_given, at, by, by_name, excluded,
       restricted) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      version.personId,
      newId(),
      version.id,
      comment || null,
      input.copyGiven,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      flags.excluded,
      flags.restricted,
    ],
  )
  ctx.record('alter', 'advice.keep-comment', [input.personId], { detail: { reportId: version.id } })
  return ok(undefined)
}
