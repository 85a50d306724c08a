import type { Context } from '../../../platform/context/index.ts'
import { Conflict, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { isOutcomeType, type OutcomeType } from '../rules/outcome-state.ts'
import { appearanceForChange, flagsOf } from '../store/appearance-store.ts'
import { outcomeChanged, outcomeForStep, outcomeOfAppearance } from '../store/outcome-store.ts'
import { announceReportAsked } from './ask-for-report.ts'

/** Records what happened to a defendant at a hearing: one main type and any others that hold as well. */
export async function recordOutcome(
  ctx: Context,
  input: { readonly appearanceId: string; readonly types: readonly string[] },
): Promise<Result<{ readonly outcomeId: string }>> {
  ctx.may('court.record-outcome')
  const types = readTypes(input.types)
  if (!types.ok) return types
  const at = await appearanceForChange(ctx.tx, input.appearanceId)
  const held = await outcomeOfAppearance(ctx, at.personId, at.id)
  if (held) {
    const theirs = held.types.join(', ')
    throw new Conflict('An outcome was recorded meanwhile', { mine: types.value.join(', '), theirs })
  }
  const flags = await flagsOf(ctx.tx, at)
  const outcomeId = newId()
  await ctx.tx.run(
    `INSERT INTO court.outcome (person_id, id, appearance_id, hearing_id, case_id, court_code, hearing_day, types, created_at,
       created_by, by_machine, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      at.personId,
      outcomeId,
      at.id,
      at.hearingId,
      at.caseId,
      at.courtCode,
      at.hearingDay,
      types.value,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.kind === 'machine',
      flags.excluded,
      flags.restricted,
    ],
  )
  await announceReportAsked(ctx, at, types.value, flags)
  const outcome = { personId: at.personId, id: outcomeId, appearanceId: at.id, ...flags }
  await outcomeChanged(ctx, outcome, 'created', { types: types.value })
  return ok({ outcomeId })
}

/** Changes the types until the outcome is resulted; whoever has taken it on is told. */
export async function changeOutcomeTypes(
  ctx: Context,
  input: { readonly outcomeId: string; readonly version: number; readonly types: readonly string[] },
): Promise<Result<undefined>> {
  ctx.may('court.record-outcome')
  const types = readTypes(input.types)
  if (!types.ok) return types
  const held = await outcomeForStep(ctx, input.outcomeId, 'change-type', input.version)
  await ctx.tx.run('UPDATE court.outcome SET types = $3, version = version + 1 WHERE person_id = $1 AND id = $2', [
    held.personId,
    held.id,
    types.value,
  ])
  await announceReportAsked(ctx, await appearanceForChange(ctx.tx, held.appearanceId), types.value, held)
  await outcomeChanged(ctx, held, 'type-changed', { from: held.types, to: types.value })
  if (held.assignedTo && held.assignedTo !== ctx.viewer.username) {
    const body = { outcomeId: held.id, notify: [held.assignedTo], from: held.types, to: types.value }
    await ctx.announce({ type: 'outcome-type-changed', personId: held.personId, body }, held)
  }
  return ok()
}

/** The main type first, none twice, at least one. */
function readTypes(given: readonly string[]): Result<readonly OutcomeType[]> {
  const types = [...new Set(given)]
  if (types.length === 0) return problems({ field: 'types', code: 'missing', text: 'Select what happened' })
  const known = types.filter(isOutcomeType)
  if (known.length < types.length) {
    return problems({ field: 'types', code: 'not-known', text: 'Select outcomes from the list' })
  }
  if (known.includes('NO_OUTCOME') && known.length > 1) {
    const text = 'Select no outcome alone, or the outcomes there were'
    return problems({ field: 'types', code: 'contradiction', text })
  }
  return ok(known)
}
