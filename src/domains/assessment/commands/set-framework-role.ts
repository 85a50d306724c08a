import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { frameworkRoles } from '../parameters/countersign-rules.ts'

/** Says what a member of staff is approved to sign, from a day on. What held before stays to be read. Nobody says it of
 *  themselves. Throws NotAllowed. */
export async function setFrameworkRole(
  ctx: Context,
  input: { readonly username: string; readonly role: string; readonly startsOn: LocalDate },
): Promise<Result<undefined>> {
  ctx.may('assessment.set-framework-role')
  if (input.username === ctx.viewer.username) {
    const text = 'Choose somebody else: nobody approves themselves'
    return problems({ field: 'username', code: 'own-role', text })
  }
  const held = await ctx.tx.rows(
    `SELECT 1 FROM platform.account WHERE kind = 'person' AND closed_at IS NULL AND username = $1`,
    [input.username],
  )
  if (held.length === 0) {
    return problems({ field: 'username', code: 'nobody', text: 'Choose a member of staff from the list' })
  }
  if (!frameworkRoles.on(ctx.today).value.some(role => role.code === input.role)) {
    return problems({ field: 'role', code: 'role-missing', text: 'Choose what they are approved for' })
  }
  if (!isLocalDate(input.startsOn) || input.startsOn > ctx.today) {
    return problems({ field: 'startsOn', code: 'start-wrong', text: 'Enter the day it holds from, today or earlier' })
  }
  await ctx.tx.run(
    `INSERT INTO assessment.framework_role (username, id, role, starts_on, set_at, set_by, set_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [input.username, newId(), input.role, input.startsOn, ctx.now, ctx.viewer.username, ctx.viewer.name],
  )
  const { username, role, startsOn } = input
  ctx.record('alter', 'assessment.set-framework-role', [], { detail: { username, role, startsOn } })
  return ok(undefined)
}
