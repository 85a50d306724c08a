import type { Context } from '../../../platform/context/index.ts'
import type { OutcomeType } from '../rules/outcome-state.ts'
import type { AppearanceAtCourt } from '../store/appearance-store.ts'

const asking: readonly OutcomeType[] = ['REPORT_REQUESTED', 'CROWN_PLUS_PSR']

/** Announces 'report-requested' where the outcome of a hearing says that the court asked for a report. The day it is
 *  needed follows from the results, which may come later. An organisation has no report. */
export async function announceReportAsked(
  ctx: Context,
  at: Pick<AppearanceAtCourt, 'personId' | 'id' | 'hearingId' | 'defendantType'>,
  types: readonly OutcomeType[],
  flags: { readonly excluded: boolean; readonly restricted: boolean },
): Promise<void> {
  const type = types.find(one => asking.includes(one))
  if (!type || at.defendantType === 'ORGANISATION') return
  await ctx.tx.run(
    `UPDATE court.appearance SET report_requested_at = coalesce(report_requested_at, $3), version = version + 1
      WHERE person_id = $1 AND id = $2 AND report_requested_at IS NULL`,
    [at.personId, at.id, ctx.now],
  )
  const body = { appearanceId: at.id, hearingId: at.hearingId, before: null, outcome: type }
  await ctx.announce({ type: 'report-requested', personId: at.personId, body }, flags)
}
