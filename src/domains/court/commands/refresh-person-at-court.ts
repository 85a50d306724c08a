import type { Context } from '../../../platform/context/index.ts'
import type { DomainEvent } from '../../../platform/events/index.ts'
import { identityGroup } from '../../person/index.ts'
import { refreshList } from '../store/list-store.ts'

/** A reaction to what changes a record (an order recorded or ended, a breach, a merge): wherever the person is listed, the
 *  list shows their status as it is now. */
export async function refreshPersonAtCourt(ctx: Context, event: DomainEvent): Promise<void> {
  if (!event.personId) return
  const group = await identityGroup(ctx.tx, event.personId)
  const listed = await ctx.tx.rows<{ personId: string; id: string }>(
    `SELECT DISTINCT a.person_id AS "personId", a.id FROM court.appearance a
       JOIN court.hearing_day d ON d.hearing_id = a.hearing_id
      WHERE a.person_id = ANY ($1)`,
    [group],
  )
  const people = [...new Set(listed.map(row => row.personId))]
  await refreshList(ctx.tx, { people, appearances: listed.map(row => row.id) }, ctx.today)
}
