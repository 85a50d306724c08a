import { isLocalDate, type LocalDate, plusDays, plusMonths } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { announceAbout, liveOn } from '../access-flags.ts'
import { identityGroup } from '../identity-group.ts'
import { limitReview } from '../parameters/access-rules.ts'
import { lockedPerson } from './correct-details.ts'

/** Codes are those of the organisation domain: the caller takes them from its lists. `username`: the account of the
 *  managing member of staff, null while the team has not allocated the case. */
export type AssignManager = {
  readonly personId: string
  readonly regionCode: string
  readonly providerCode: string
  readonly teamCode: string
  readonly username: string | null
  readonly staffName: string | null
  readonly reason: string
  readonly startsOn: LocalDate
}

/** Says who manages a person from a day on; the manager before ends the day before, so that there is one on any day.
 *  A manager of a restricted person is put on its list, because a manager who may not see the case cannot work it.
 *  Source: supervision record specification section 2; access specification section 2. */
export async function assignManager(ctx: Context, input: AssignManager): Promise<Result<{ readonly id: string }>> {
  ctx.may('person.manage', { people: [input.personId], regionCode: input.regionCode })
  if (input.reason.trim() === '') {
    return problems({ field: 'reason', code: 'reason-missing', text: 'Say why the person is allocated' })
  }
  if (!isLocalDate(input.startsOn) || input.startsOn > ctx.today) {
    return problems({ field: 'startsOn', code: 'start-wrong', text: 'Enter the day it starts, today or earlier' })
  }
  const flags = await lockedPerson(ctx, input.personId)
  const current = await ctx.tx.maybe<{ id: string; startsOn: LocalDate }>(
    `SELECT id, starts_on AS "startsOn" FROM person.manager WHERE person_id = $1 AND ends_on IS NULL FOR UPDATE`,
    [input.personId],
  )
  if (current && input.startsOn <= current.startsOn) {
    const text = 'The new manager must start after the one before'
    return problems({ field: 'startsOn', code: 'start-before-manager', text })
  }
  if (current) {
    await ctx.tx.run('UPDATE person.manager SET ends_on = $3 WHERE person_id = $1 AND id = $2', [
      input.personId,
      current.id,
      plusDays(input.startsOn, -1),
    ])
  }
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO person.manager (person_id, id, provider_code, team_code, username, staff_name, reason, starts_on,
       added_at, added_by, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      input.personId,
      id,
      input.providerCode,
      input.teamCode,
      input.username,
      input.staffName,
      input.reason.trim(),
      input.startsOn,
      ctx.now,
      ctx.viewer.username,
      flags.excluded,
      flags.restricted,
    ],
  )
  await ctx.tx.run(
    `UPDATE person.stub SET region_code = $2, provider_code = $3, team_code = $4, version = version + 1
      WHERE person_id = $1`,
    [input.personId, input.regionCode, input.providerCode, input.teamCode],
  )
  if (flags.restricted && input.username) await putOnList(ctx, input.personId, input.username.toLowerCase())
  ctx.record('alter', 'person.assign-manager', [input.personId], { detail: { id, team: input.teamCode } })
  const body = { personId: input.personId, id, teamCode: input.teamCode, username: input.username }
  await announceAbout(ctx, { type: 'manager-allocated', personId: input.personId, body }, flags)
  return ok({ id })
}

async function putOnList(ctx: Context, personId: string, username: string): Promise<void> {
  const group = await identityGroup(ctx.tx, personId)
  const named = await ctx.tx.rows(
    `SELECT 1 FROM person.access_limit WHERE person_id = ANY ($1) AND kind = 'restriction' AND subject_kind = 'user'
        AND subject = $2 AND ${liveOn('$3')}`,
    [group, username, ctx.today],
  )
  if (named.length > 0) return
  await ctx.tx.run(
    `INSERT INTO person.access_limit (person_id, id, kind, subject_kind, subject, starts_on, reason_code, reason,
       authoriser, review_on, started_at, started_by)
     VALUES ($1, $2, 'restriction', 'user', $3, $4, 'other', 'Manages the person', $5, $6, $7, $5)`,
    [
      personId,
      newId(),
      username,
      ctx.today,
      ctx.viewer.username,
      plusMonths(ctx.today, limitReview.on(ctx.today).value.months),
      ctx.now,
    ],
  )
}
