import { instant, plusMonths } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { announceAbout, refreshFlags } from '../access-flags.ts'
import { lockFlags, personByCrn } from '../identity-group.ts'
import { breakGlassWindow, limitReview } from '../parameters/access-rules.ts'

const longestReason = 2000

/** Opens a limited person to the viewer for a short time, from their next page on. The limited-access administrators
 *  are told at once, and every look while it lasts is theirs to read. Source: access specification section 2 (new;
 *  the legacy has none). Throws NotAllowed, NotFound. Answers when it ends. */
export async function breakGlass(
  ctx: Context,
  { crn, reason }: { readonly crn: string; readonly reason: string },
): Promise<Result<{ readonly id: string; readonly endsAt: string }>> {
  ctx.may('person.break-glass')
  const found = await personByCrn(ctx.tx, crn)
  if (!found) throw new NotFound('No person has that CRN.')
  const said = reason.trim()
  if (said === '') {
    return problems({ field: 'reason', code: 'reason-missing', text: 'Say why you need to see this person now' })
  }
  if (said.length > longestReason) {
    const text = `Shorten your reason to ${longestReason} characters or fewer`
    return problems({ field: 'reason', code: 'reason-too-long', text })
  }
  const { personId } = found
  const id = newId()
  const endsAt = instant(Date.parse(ctx.now) + breakGlassWindow.on(ctx.today).value.minutes * 60_000)
  await ctx.tx.run(
    `INSERT INTO person.break_glass (person_id, id, username, reason, started_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [personId, id, ctx.viewer.username.toLowerCase(), said, ctx.now, endsAt],
  )
  ctx.record('consult', 'person.break-glass', [personId], { justification: said, detail: { id, endsAt } })
  const flags = await lockFlags(ctx.tx, personId)
  await announceAbout(
    ctx,
    { type: 'break-glass-used', personId, body: { personId, id, by: ctx.viewer.username } },
    flags,
  )
  return ok({ id, endsAt })
}

/** An administrator's judgement of one use. It also ends one that still runs. */
export async function reviewBreakGlass(
  ctx: Context,
  { id, review }: { readonly id: string; readonly review: string },
): Promise<Result<undefined>> {
  ctx.may('person.limit-access')
  if (review.trim() === '') {
    return problems({ field: 'review', code: 'review-missing', text: 'Say what you found' })
  }
  const use = await ctx.tx.maybe<{ personId: string; reviewedAt: string | null }>(
    'SELECT person_id AS "personId", reviewed_at AS "reviewedAt" FROM person.break_glass WHERE id = $1 FOR UPDATE',
    [id],
  )
  if (!use) throw new NotFound('There is no such use.')
  if (use.reviewedAt !== null) throw new Conflict('Someone else has reviewed this use.')
  await ctx.tx.run(
    `UPDATE person.break_glass SET reviewed_at = $3, reviewed_by = $4, review = $5, ended_at = coalesce(ended_at, $3)
      WHERE person_id = $1 AND id = $2`,
    [use.personId, id, ctx.now, ctx.viewer.username, review.trim()],
  )
  ctx.record('alter', 'person.review-break-glass', [use.personId], { detail: { id } })
  return ok(undefined)
}

/** Somebody knows the person privately: they are barred from today on. Staff declare it of themselves; a
 *  limited-access administrator of anybody. Source: access specification section 2. */
export async function declareConflict(
  ctx: Context,
  { crn, username, reason }: { readonly crn: string; readonly username: string; readonly reason: string },
): Promise<Result<{ readonly id: string }>> {
  const who = username.trim().toLowerCase()
  if (who === ctx.viewer.username.toLowerCase()) ctx.may('person.declare-conflict')
  else ctx.may('person.limit-access')
  if (who === '') return problems({ field: 'username', code: 'username-missing', text: 'Enter a user name' })
  const found = await personByCrn(ctx.tx, crn)
  if (!found) throw new NotFound('No person has that CRN.')
  const { personId } = found
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO person.access_limit (person_id, id, kind, subject_kind, subject, starts_on, reason_code, reason,
       authoriser, review_on, started_at, started_by)
     VALUES ($1, $2, 'exclusion', 'user', $3, $4, 'own-link', $5, $6, $7, $8, $6)`,
    [
      personId,
      id,
      who,
      ctx.today,
      reason.trim() || null,
      ctx.viewer.username,
      plusMonths(ctx.today, limitReview.on(ctx.today).value.months),
      ctx.now,
    ],
  )
  const flags = await refreshFlags(ctx.tx, personId, ctx.today)
  ctx.record('alter', 'person.declare-conflict', [personId], { justification: 'own-link', detail: { id } })
  await announceAbout(
    ctx,
    { type: 'access-limit-changed', personId, body: { personId, kind: 'exclusion', ids: [id] } },
    flags,
  )
  return ok({ id })
}
