import type { Context } from '../../../platform/context/index.ts'
import { ok, type Result } from '../../../platform/errors/index.ts'
import { type AppearanceAtCourt, appearanceForChange } from '../store/appearance-store.ts'
import { refreshList } from '../store/list-store.ts'

export const preparations = ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETE', 'NOT_REQUIRED'] as const
export type Preparation = (typeof preparations)[number]

type Version = { readonly appearanceId: string; readonly version?: number }

/** Says how far the case is prepared for this hearing. */
export async function setPreparation(
  ctx: Context,
  input: Version & { readonly preparation: Preparation },
): Promise<Result<undefined>> {
  ctx.may('court.prepare')
  const at = await appearanceForChange(ctx.tx, input.appearanceId, input.version)
  await change(ctx, at, 'preparation = $3, prepared_by = $4, prepared_at = $5', [
    input.preparation,
    ctx.viewer.username,
    ctx.now,
  ])
  ctx.record('alter', 'court.prepare', [at.personId], { detail: { appearanceId: at.id, to: input.preparation } })
  return ok()
}

/** Says that nobody needs to record an outcome here, or takes that back. */
export async function setOutcomeNotRequired(
  ctx: Context,
  input: Version & { readonly notRequired: boolean },
): Promise<Result<undefined>> {
  ctx.may('court.record-outcome')
  const at = await appearanceForChange(ctx.tx, input.appearanceId, input.version)
  await change(ctx, at, 'outcome_not_required = $3', [input.notRequired])
  const detail = { appearanceId: at.id, notRequired: input.notRequired }
  ctx.record('alter', 'court.outcome-not-required', [at.personId], { detail })
  return ok()
}

export const attendances = ['IN_PERSON', 'BY_VIDEO', 'NOT_PRESENT'] as const
export type AttendanceAtCourt = (typeof attendances)[number]

/** Says whether the defendant was in court. */
export async function setAttendance(
  ctx: Context,
  input: Version & { readonly attendance: AttendanceAtCourt | null },
): Promise<Result<undefined>> {
  ctx.may('court.write-note')
  const at = await appearanceForChange(ctx.tx, input.appearanceId, input.version)
  await change(ctx, at, 'attendance = $3', [input.attendance])
  ctx.record('alter', 'court.attendance', [at.personId], { detail: { appearanceId: at.id } })
  return ok()
}

async function change(
  ctx: Context,
  at: AppearanceAtCourt,
  assignments: string,
  values: readonly (string | boolean | null)[],
): Promise<void> {
  await ctx.tx.run(
    `UPDATE court.appearance SET ${assignments}, version = version + 1 WHERE person_id = $1 AND id = $2`,
    [at.personId, at.id, ...values],
  )
  await refreshList(ctx.tx, { people: [at.personId], appearances: [at.id] }, ctx.today)
}
