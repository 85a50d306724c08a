import type { Tx } from '../../../platform/store/index.ts'
import type { ReportRequest } from '../request-model.ts'
import { openStates } from '../rules/request-state.ts'
import { requestColumns, withActs } from '../store/request-store.ts'

/** The acts that end the work on a request, for the database to leave finished ones out. */
const ending = [
  'delivered',
  'used',
  'not-used',
  'withdrawn',
  'not-completed',
  'sealed',
  'refused',
  'refused-incomplete',
  'refused-insufficient-time',
]

/** Every request somebody still works on, at these courts or (without courts) in the region; those without a region
 *  are in all. The one the court needs first comes first. People the viewer may not see are left out. */
export async function openRequests(
  tx: Tx,
  where: { readonly courts: readonly string[]; readonly regionCode: string | null },
): Promise<readonly ReportRequest[]> {
  const rows = await tx.rows<Parameters<typeof withActs>[1][number]>(
    `SELECT ${requestColumns} FROM advice.request
      WHERE (court_code = ANY ($1) OR cardinality($1::text[]) = 0)
        AND ($2::text IS NULL OR region_code IS NULL OR region_code = $2)
        AND NOT EXISTS (
          SELECT FROM advice.request_act done
           WHERE done.person_id = request.person_id AND done.request_id = request.id AND done.kind = ANY ($3)
             AND NOT EXISTS (SELECT FROM advice.request_act again
                              WHERE again.person_id = done.person_id AND again.request_id = done.request_id
                                AND again.kind = 'reopened' AND again.at >= done.at))
      ORDER BY required_by NULLS LAST, asked_at, id LIMIT 2000`,
    [where.courts, where.regionCode, ending],
  )
  return (await withActs(tx, rows)).filter(one => openStates.includes(one.state))
}
