import type { Tx } from '../store/index.ts'
import { type ViewerRow, viewerColumns, viewerOf } from './account-row.ts'
import { hashOf, newSecret } from './secret.ts'
import type { Viewer } from './viewer.ts'

const prefix = 'tl_'

/** Makes a secret for a machine client (an account of kind 'machine'). It is shown once and stored only as a hash. */
export async function addClientSecret(
  tx: Tx,
  accountId: string,
  by: string,
  now: string,
  expiresAt: string | null = null,
): Promise<{ readonly token: string }> {
  const token = `${prefix}${newSecret()}`
  await tx.run(
    'INSERT INTO platform.client_secret (secret_hash, account_id, made_at, made_by, expires_at) VALUES ($1, $2, $3, $4, $5)',
    [hashOf(token), accountId, now, by, expiresAt],
  )
  return { token }
}

/** Ends every secret of a client. Answers how many. */
export async function endClientSecrets(tx: Tx, accountId: string, by: string, now: string): Promise<number> {
  return tx.run(
    'UPDATE platform.client_secret SET ended_at = $2, ended_by = $3 WHERE account_id = $1 AND ended_at IS NULL',
    [accountId, now, by],
  )
}

/** The machine behind `Authorization: Bearer ...`, or null: unknown, expired or ended secret, closed account. */
export async function readBearer(tx: Tx, token: string, now: string): Promise<Viewer | null> {
  if (!token.startsWith(prefix)) return null
  const row = await tx.maybe<ViewerRow>(
    `WITH live AS (
       SELECT c.secret_hash, c.account_id, c.used_at FROM platform.client_secret c
       WHERE c.secret_hash = $1 AND c.ended_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > $2)
     ), used AS (
       UPDATE platform.client_secret c SET used_at = $2 FROM live
       WHERE c.secret_hash = live.secret_hash AND (live.used_at IS NULL OR live.used_at <= $2::timestamptz - interval '1 minute')
     )
     SELECT ${viewerColumns} FROM live JOIN platform.account a ON a.id = live.account_id
     WHERE a.kind = 'machine' AND (a.closed_at IS NULL OR a.closed_at > $2)`,
    [hashOf(token), now],
  )
  return row ? viewerOf(row) : null
}

export type MachineClient = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly scopes: readonly string[]
  /** Secrets that can be used today, and the last time one was. */
  readonly secrets: number
  readonly usedAt: string | null
  readonly closedAt: string | null
}

/** Every machine client, open ones first. */
export async function machineClients(tx: Tx, now: string): Promise<readonly MachineClient[]> {
  const rows = await tx.rows<{
    id: string
    username: string
    display_name: string
    scopes: readonly string[]
    secrets: number
    used_at: string | null
    closed_at: string | null
  }>(
    `SELECT a.id, a.username, a.display_name, a.scopes, a.closed_at, max(c.used_at) AS used_at,
       count(c.secret_hash) FILTER (WHERE c.ended_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > $1)) AS secrets
     FROM platform.account a LEFT JOIN platform.client_secret c ON c.account_id = a.id
     WHERE a.kind = 'machine' GROUP BY a.id ORDER BY a.closed_at IS NOT NULL, a.username_key`,
    [now],
  )
  return rows.map(row => ({
    id: row.id,
    username: row.username,
    name: row.display_name,
    scopes: row.scopes,
    secrets: row.secrets,
    usedAt: row.used_at,
    closedAt: row.closed_at,
  }))
}
