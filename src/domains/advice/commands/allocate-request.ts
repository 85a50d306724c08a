import { type StaffAccount, staffAccounts } from '../../../platform/access/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { recordRequestAct } from './record-request-act.ts'

/** Staff who may write court reports where the viewer works: those of the viewer's region, or all for whoever has none. */
export async function reportWriters(ctx: Context): Promise<readonly StaffAccount[]> {
  const { roles } = ctx.permissions.row('advice.write')
  const { regionCode } = ctx.viewer
  return (await staffAccounts(ctx.tx)).filter(
    one =>
      one.closedAt === null &&
      one.roles.some(role => roles[role] !== undefined) &&
      (regionCode === null || one.regionCode === regionCode),
  )
}

/** Gives the report to a writer, or to another with the reason; what was written so far stays. */
export async function allocateRequest(
  ctx: Context,
  input: { readonly personId: string; readonly requestId: string; readonly writer: string; readonly reason: string },
): Promise<Result<undefined>> {
  ctx.may('advice.allocate', { people: [input.personId] })
  const writer = (await reportWriters(ctx)).find(one => one.username === input.writer)
  if (!writer) return problems({ field: 'writer', code: 'not-known', text: 'Choose who writes the report' })
  const detail = { to: writer.username, toName: writer.name, notify: [writer.username] }
  const done = await recordRequestAct(ctx, { ...input, kind: 'allocated', detail })
  return done.ok ? ok() : done
}
