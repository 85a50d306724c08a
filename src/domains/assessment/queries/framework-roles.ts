import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

/** What somebody was approved for, from a day; who said so. */
export type HeldFrameworkRole = {
  readonly username: string
  readonly role: string
  readonly startsOn: LocalDate
  readonly setAt: Instant
  readonly setByName: string
}

/** The code of the framework role somebody holds on the day; null when nobody said. */
export async function frameworkRoleOf(tx: Tx, username: string, day: LocalDate): Promise<string | null> {
  const rows = await tx.rows<{ role: string }>(
    `SELECT role FROM assessment.framework_role WHERE username = $1 AND starts_on <= $2
      ORDER BY starts_on DESC, set_at DESC LIMIT 1`,
    [username, day],
  )
  return rows[0]?.role ?? null
}

/** The framework roles in force on the day, one for each member of staff who has one. */
export function frameworkRolesHeld(tx: Tx, day: LocalDate): Promise<readonly HeldFrameworkRole[]> {
  return tx.rows<HeldFrameworkRole>(
    `SELECT DISTINCT ON (username) username, role, starts_on AS "startsOn", set_at AS "setAt",
            set_by_name AS "setByName"
       FROM assessment.framework_role WHERE starts_on <= $1
      ORDER BY username, starts_on DESC, set_at DESC`,
    [day],
  )
}
