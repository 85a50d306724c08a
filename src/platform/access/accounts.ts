import { type Options as ArgonOptions, hash, verify } from '@node-rs/argon2'
import { instant, londonDay, plusDays } from '../calendar/index.ts'
import { ok, type Problem, problems, type Result } from '../errors/index.ts'
import { newId, type Tx } from '../store/index.ts'
import { isRole, type ViewerRow, viewerColumns, viewerOf } from './account-row.ts'
import { dormantAccount, passwordLength } from './parameters/sign-in.ts'
import { forgetFailures, noteFailure, waitBefore } from './sign-in-failures.ts'
import type { Role, Viewer } from './viewer.ts'

export type NewAccount = {
  readonly username: string
  readonly displayName: string
  readonly email?: string
  readonly kind?: 'person' | 'machine'
  /** Local sign-in; left out when the identity provider signs this person in. */
  readonly password?: string
  /** The identity provider's subject; taken from the first sign-in by user name when left out. */
  readonly subject?: string
  readonly roles?: readonly Role[]
  readonly scopes?: readonly string[]
  readonly providerCode?: string
  readonly regionCode?: string
  readonly teamCode?: string
  readonly courtCodes?: readonly string[]
  /** Listed on the sign-in page in demonstration mode, for one-click sign-in. */
  readonly demonstration?: boolean
  readonly openedBy: string
}

// argon2id is the library's own default; its type of the name is a const enum, which erasable syntax cannot use.
const argon: ArgonOptions = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** User names compare without regard to case. */
export function usernameKey(username: string): string {
  return username.trim().normalize('NFKC').toLowerCase()
}

/** Opens an account. Problems: a user name taken or of a wrong form, an unknown role, a password too short. */
export async function addAccount(tx: Tx, account: NewAccount, now: string): Promise<Result<{ id: string }>> {
  const found = problemsOf(account, now)
  if (found.length > 0) return problems(...found)
  const id = newId()
  const added = await tx.run(
    `INSERT INTO platform.account (id, username, username_key, display_name, email, kind, password_hash, subject, roles, scopes,
       provider_code, region_code, team_code, court_codes, demonstration, opened_at, opened_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     ON CONFLICT (username_key) DO NOTHING`,
    [
      id,
      account.username.trim(),
      usernameKey(account.username),
      account.displayName.trim(),
      account.email ?? null,
      account.kind ?? 'person',
      account.password === undefined ? null : await hash(account.password, argon),
      account.subject ?? null,
      account.roles ?? [],
      account.scopes ?? [],
      account.providerCode ?? null,
      account.regionCode ?? null,
      account.teamCode ?? null,
      account.courtCodes ?? [],
      account.demonstration ?? false,
      now,
      account.openedBy,
    ],
  )
  if (added === 0) {
    return problems({
      field: 'username',
      code: 'taken',
      text: 'Another account has this user name. Choose a different one.',
    })
  }
  return ok({ id })
}

function problemsOf(account: NewAccount, now: string): readonly Problem[] {
  const found: Problem[] = []
  if (!/^[^\s:]{2,80}$/.test(account.username.trim())) {
    found.push({
      field: 'username',
      code: 'form',
      text: 'Enter a user name of 2 to 80 characters without spaces or colons.',
    })
  }
  if (account.displayName.trim() === '') {
    found.push({ field: 'displayName', code: 'missing', text: 'Enter the name to show.' })
  }
  const strange = (account.roles ?? []).find(role => !isRole(role))
  if (strange !== undefined) {
    found.push({
      field: 'roles',
      code: 'unknown',
      text: `There is no role named ${strange}. Choose one from the list.`,
    })
  }
  const { least, most } = passwordLength.on(londonDay(instant(now))).value
  if (account.password !== undefined && (account.password.length < least || account.password.length > most)) {
    found.push({ field: 'password', code: 'length', text: `Enter a password of ${least} to ${most} characters.` })
  }
  return found
}

/** Closes an account and ends its sessions and client secrets. Closing it twice changes nothing. */
export async function closeAccount(tx: Tx, id: string, by: string, now: string): Promise<void> {
  await tx.run(
    'UPDATE platform.account SET closed_at = $2, closed_by = $3, version = version + 1 WHERE id = $1 AND closed_at IS NULL',
    [id, now, by],
  )
  await tx.run(
    `UPDATE platform.session SET ended_at = $2, ended_because = 'account-closed' WHERE account_id = $1 AND ended_at IS NULL`,
    [id, now],
  )
  await tx.run(
    'UPDATE platform.client_secret SET ended_at = $2, ended_by = $3 WHERE account_id = $1 AND ended_at IS NULL',
    [id, now, by],
  )
}

export type SignInRefusal = 'wrong' | 'wait' | 'closed' | 'dormant'
export type SignInAnswer =
  | { readonly ok: true; readonly viewer: Viewer }
  | { readonly ok: false; readonly because: SignInRefusal; readonly waitSeconds?: number }

type AccountRow = ViewerRow & {
  readonly password_hash: string | null
  readonly opened_at: string
  readonly signed_in_at: string | null
  readonly closed_at: string | null
}

const accountColumns = `${viewerColumns}, a.password_hash, a.opened_at, a.signed_in_at, a.closed_at`

/** Checks a local user name and password. An unknown name takes as long as a wrong password, and both are answered
 *  alike; closed and dormant are only told to somebody who knows the password. Failures are written down and slow
 *  further tries, so commit the transaction also when the answer is a refusal. */
export async function verifyPassword(
  tx: Tx,
  attempt: { readonly username: string; readonly password: string; readonly address: string },
  now: string,
): Promise<SignInAnswer> {
  const key = usernameKey(attempt.username).slice(0, 80)
  const waitSeconds = await waitBefore(tx, key, attempt.address, now)
  if (waitSeconds > 0) return { ok: false, because: 'wait', waitSeconds }
  const row = await tx.maybe<AccountRow>(
    `SELECT ${accountColumns} FROM platform.account a WHERE a.username_key = $1 AND a.kind = 'person'`,
    [key],
  )
  const right = await matches(row?.password_hash ?? null, attempt.password)
  if (!row || !right) {
    await noteFailure(tx, key, attempt.address, now)
    return { ok: false, because: 'wrong' }
  }
  const refused = refusalOf(row, now)
  if (refused) return { ok: false, because: refused }
  await forgetFailures(tx, key)
  return { ok: true, viewer: viewerOf(row) }
}

/** Why an account may not sign in today, or undefined. */
function refusalOf(row: AccountRow, now: string): 'closed' | 'dormant' | undefined {
  if (row.closed_at !== null && row.closed_at <= now) return 'closed'
  return isDormant(row, now) ? 'dormant' : undefined
}

function isDormant(row: Pick<AccountRow, 'signed_in_at' | 'opened_at'>, now: string): boolean {
  const today = londonDay(instant(now))
  const { days } = dormantAccount.on(today).value
  return plusDays(londonDay(instant(row.signed_in_at ?? row.opened_at)), days) < today
}

let stand: Promise<string> | undefined

/** Verifies against the account's hash, or against a stand-in so that the time taken tells nothing. */
async function matches(stored: string | null, password: string): Promise<boolean> {
  stand ??= hash('nobody has this password', argon)
  const right = await verify(stored ?? (await stand), password)
  return stored !== null && right
}

/** The account an identity provider's answer belongs to: by subject, else by user name for an account not yet bound,
 *  which it binds. `roles` (when the provider sends them) take the place of the stored ones. */
export async function accountOfProvider(
  tx: Tx,
  claims: {
    readonly subject: string
    readonly username: string | null
    readonly name: string | null
    readonly roles: readonly string[] | null
  },
  now: string,
): Promise<SignInAnswer> {
  const row =
    (await tx.maybe<AccountRow>(`SELECT ${accountColumns} FROM platform.account a WHERE a.subject = $1`, [
      claims.subject,
    ])) ??
    (claims.username === null
      ? undefined
      : await tx.maybe<AccountRow>(
          `SELECT ${accountColumns} FROM platform.account a
           WHERE a.username_key = $1 AND a.subject IS NULL AND a.password_hash IS NULL AND a.kind = 'person'`,
          [usernameKey(claims.username)],
        ))
  if (row?.kind !== 'person') return { ok: false, because: 'wrong' }
  const refused = refusalOf(row, now)
  if (refused) return { ok: false, because: refused }
  const known = claims.roles?.filter(isRole)
  const updated = await tx.one<AccountRow>(
    `UPDATE platform.account a SET subject = $2, display_name = coalesce($3, a.display_name), roles = coalesce($4, a.roles)
     WHERE a.id = $1 RETURNING ${accountColumns}`,
    [row.id, claims.subject, claims.name, known ?? null],
  )
  return { ok: true, viewer: viewerOf(updated) }
}

export type DemonstrationAccount = { readonly id: string; readonly username: string; readonly viewer: Viewer }

/** The accounts the sign-in page lists in demonstration mode. */
export async function demonstrationAccounts(tx: Tx): Promise<readonly DemonstrationAccount[]> {
  const rows = await tx.rows<ViewerRow>(
    `SELECT ${viewerColumns} FROM platform.account a
     WHERE a.demonstration AND a.closed_at IS NULL AND a.kind = 'person' ORDER BY a.roles, a.username`,
  )
  return rows.map(row => ({ id: row.id, username: row.username, viewer: viewerOf(row) }))
}

/** Wakes a dormant account: its rest is counted from now. */
export async function wakeAccount(tx: Tx, id: string, now: string): Promise<void> {
  await tx.run('UPDATE platform.account SET signed_in_at = $2, version = version + 1 WHERE id = $1', [id, now])
}

/** The viewer an open account makes when its user works at the command line; null when there is none of that name. */
export async function accountNamed(tx: Tx, username: string, now: string): Promise<Viewer | null> {
  const row = await tx.maybe<ViewerRow>(
    `SELECT ${viewerColumns} FROM platform.account a WHERE a.username_key = $1 AND (a.closed_at IS NULL OR a.closed_at > $2)`,
    [usernameKey(username), now],
  )
  return row ? viewerOf(row) : null
}
