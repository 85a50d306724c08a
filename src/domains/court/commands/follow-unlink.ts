import type { Context } from '../../../platform/context/index.ts'
import type { DomainEvent } from '../../../platform/events/index.ts'
import { refreshPersonAtCourt } from './refresh-person-at-court.ts'

/** A reaction to a link undone on the person's record: at court the defendant is no longer shown as matched, but waits
 *  for staff again, as a possible record while candidates are left, else as one without a record. */
export async function followUnlink(ctx: Context, event: DomainEvent): Promise<void> {
  if (!event.personId) return
  await ctx.tx.run(
    `UPDATE court.defendant SET confirmed_at = NULL, confirmed_by = NULL, version = version + 1,
        match_state = CASE WHEN EXISTS (SELECT FROM court.candidate
                                         WHERE candidate.person_id = defendant.person_id
                                           AND candidate.defendant_id = defendant.id AND candidate.rejected_at IS NULL)
                           THEN 'POSSIBLE' ELSE 'NO_RECORD' END
      WHERE person_id = $1 AND match_state = 'EXACT'`,
    [event.personId],
  )
  await refreshPersonAtCourt(ctx, event)
}
