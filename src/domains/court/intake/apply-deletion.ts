import type { Context } from '../../../platform/context/index.ts'
import type { HearingDeleteMessage } from '../model.ts'
import { deletionHolds } from '../rules/message-order.ts'
import { refreshList } from '../store/list-store.ts'
import { findHearing, lockHearing } from '../store/listing-store.ts'
import type { Applied } from './apply-listing.ts'

/** Takes a hearing off the lists; the data stays, and whoever took on an outcome there is told ('hearing-deleted').
 *  A deletion that arrives before its hearing is kept, so that an earlier-shared message does not bring it back. */
export async function applyDeletion(ctx: Context, message: HearingDeleteMessage, messageId: string): Promise<Applied> {
  const key = `COMMON_PLATFORM:${message.hearingId.toLowerCase()}`
  const known = await findHearing(ctx.tx, key)
  const fresh = { source: message.source, externalId: message.hearingId, now: ctx.now }
  const hearing = known ?? (await lockHearing(ctx.tx, key, fresh))
  const about = { hearingId: hearing.id }
  if (hearing.deletedAt) return { fates: [{ ...about, fate: 'unchanged' }], people: [] }
  if (!deletionHolds(hearing, message.sharedTime)) {
    return { fates: [{ ...about, fate: 'ignored', reason: 'older-than-stored' }], people: [] }
  }
  await ctx.tx.run(
    'UPDATE court.hearing SET deleted_at = $2, deleted_shared_at = $3, version = version + 1 WHERE id = $1',
    [hearing.id, ctx.now, message.sharedTime ?? null],
  )
  const listed = await ctx.tx.rows<{ personId: string; id: string }>(
    'SELECT person_id AS "personId", id FROM court.appearance WHERE hearing_id = $1',
    [hearing.id],
  )
  const people = [...new Set(listed.map(row => row.personId))]
  await refreshList(ctx.tx, { people, appearances: listed.map(row => row.id) }, ctx.today)
  const assignees = await ctx.tx.rows<{ assignedTo: string }>(
    `SELECT DISTINCT assigned_to AS "assignedTo" FROM court.outcome
      WHERE person_id = ANY ($1) AND hearing_id = $2 AND assigned_to IS NOT NULL AND resulted_at IS NULL`,
    [people, hearing.id],
  )
  ctx.record('alter', 'court.delete-hearing', people, { detail: { hearingId: hearing.id, messageId } })
  const notify = assignees.map(row => row.assignedTo)
  await ctx.announce({ type: 'hearing-deleted', personId: null, body: { hearingId: hearing.id, notify } })
  return { fates: [{ ...about, fate: known ? 'updated' : 'stored' }], people }
}
