import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

export type ManagerOnRecord = {
  readonly providerCode: string
  readonly teamCode: string
  readonly username: string | null
  readonly staffName: string | null
  readonly startsOn: LocalDate
}

/** Who manages the person on the day, the newest first; the person is all ids of the identity group. */
export function managersOf(tx: Tx, group: readonly string[], day: LocalDate): Promise<readonly ManagerOnRecord[]> {
  return tx.rows<ManagerOnRecord>(
    `SELECT provider_code AS "providerCode", team_code AS "teamCode", username, staff_name AS "staffName",
            starts_on AS "startsOn"
       FROM person.manager
      WHERE person_id = ANY ($1) AND starts_on <= $2 AND (ends_on IS NULL OR ends_on >= $2)
      ORDER BY starts_on DESC, id DESC`,
    [group, day],
  )
}

/** The people somebody manages on the day, by survivor. Limited ones are left out for whoever may not see them. */
export async function managedBy(tx: Tx, username: string, day: LocalDate): Promise<readonly string[]> {
  const rows = await tx.rows<{ personId: string }>(
    `SELECT DISTINCT coalesce(link.survivor_id, manager.person_id) AS "personId"
       FROM person.manager LEFT JOIN person.identity_link link ON link.person_id = manager.person_id
      WHERE lower(manager.username) = $1 AND manager.starts_on <= $2
        AND (manager.ends_on IS NULL OR manager.ends_on >= $2)`,
    [username.toLowerCase(), day],
  )
  return rows.map(row => row.personId)
}
