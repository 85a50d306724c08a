import { Conflict, ok, problems, type Result } from '../errors/index.ts'
import type { Tx } from '../store/index.ts'
import { isRole } from './account-row.ts'
import { endSessionsOf } from './sessions.ts'
import type { Role } from './viewer.ts'

/** A member of staff who may sign in, as the administrator sees them. */
export type StaffAccount = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly regionCode: string | null
  readonly teamCode: string | null
  readonly providerCode: string | null
  readonly openedAt: string
  readonly signedInAt: string | null
  readonly closedAt: string | null
  readonly version: number
}

const columns = `id, username, display_name AS name, roles, region_code AS "regionCode", team_code AS "teamCode",
  provider_code AS "providerCode", opened_at AS "openedAt", signed_in_at AS "signedInAt", closed_at AS "closedAt", version`

/** Every account of a person, open ones first, by name. */
export function staffAccounts(tx: Tx): Promise<readonly StaffAccount[]> {
  return tx.rows<StaffAccount>(
    `SELECT ${columns} FROM platform.account WHERE kind = 'person' ORDER BY closed_at IS NOT NULL, display_name, id`,
  )
}

export function staffAccount(tx: Tx, id: string): Promise<StaffAccount | undefined> {
  return tx.maybe<StaffAccount>(`SELECT ${columns} FROM platform.account WHERE kind = 'person' AND id = $1`, [id])
}

export type AccountChange = {
  readonly id: string
  readonly version: number
  readonly roles: readonly string[]
  readonly regionCode: string | null
  readonly teamCode: string | null
  readonly providerCode: string | null
}

/** Changes what an account may do and where it belongs, and ends its sessions, so that the change holds at once.
 *  Throws Conflict when somebody else changed the account meanwhile. */
export async function changeAccount(tx: Tx, change: AccountChange, now: string): Promise<Result<undefined>> {
  if (change.roles.length === 0 || !change.roles.every(isRole)) {
    return problems({ field: 'roles', code: 'missing', text: 'Choose at least one role from the list' })
  }
  const changed = await tx.run(
    `UPDATE platform.account SET roles = $3, region_code = $4, team_code = $5, provider_code = $6, version = version + 1
      WHERE id = $1 AND version = $2 AND kind = 'person' AND closed_at IS NULL`,
    [change.id, change.version, change.roles, change.regionCode, change.teamCode, change.providerCode],
  )
  if (changed === 0) throw new Conflict('This account was changed or closed by someone else. Open it again.')
  await endSessionsOf(tx, change.id, now, 'roles-changed')
  return ok()
}
