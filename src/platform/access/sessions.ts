import type { Tx } from '../store/index.ts'
import { type ViewerRow, viewerColumns, viewerOf } from './account-row.ts'
import { hashOf, newSecret } from './secret.ts'
import type { Viewer } from './viewer.ts'

export type SessionLimits = { readonly idleMinutes: number; readonly maxHours: number }

export type Session = {
  readonly viewer: Viewer
  /** To be sent back with every form and script POST. */
  readonly csrf: string
  readonly startedAt: string
  /** The identity provider's token, needed to sign out there too. */
  readonly idToken: string | null
}

/** Opens a session. `token` goes into the cookie and is nowhere else: only its hash is stored. */
export async function startSession(
  tx: Tx,
  accountId: string,
  now: string,
  idToken: string | null = null,
): Promise<{ readonly token: string; readonly csrf: string }> {
  const token = newSecret()
  const csrf = (await lastCsrf(tx, accountId, now)) ?? newSecret()
  await tx.run(
    `INSERT INTO platform.session (token_hash, account_id, csrf, started_at, used_at, id_token)
     VALUES ($1, $2, $3, $4, $4, $5)`,
    [hashOf(token), accountId, csrf, now, idToken],
  )
  await tx.run('UPDATE platform.account SET signed_in_at = $2 WHERE id = $1', [accountId, now])
  return { token, csrf }
}

/** A form still open in another tab when its session timed out can be sent from the next session of the same user,
 *  so the token lives on unless the user signed out. It is secret from other sites, not from its own user. */
async function lastCsrf(tx: Tx, accountId: string, now: string): Promise<string | undefined> {
  const [last] = await tx.rows<{ csrf: string; ended_because: string | null }>(
    `SELECT csrf, ended_because FROM platform.session
     WHERE account_id = $1 AND started_at > $2::timestamptz - interval '1 day' ORDER BY started_at DESC LIMIT 1`,
    [accountId, now],
  )
  return last && (last.ended_because === null || last.ended_because === 'replaced') ? last.csrf : undefined
}

type SessionRow = ViewerRow & { readonly csrf: string; readonly started_at: string; readonly id_token: string | null }

/** The session of a cookie, in one statement; null when it is unknown, ended, idle too long or too old, or when its
 *  account is closed. Use is noted at most once a minute. */
export async function readSession(tx: Tx, token: string, now: string, limits: SessionLimits): Promise<Session | null> {
  const row = await tx.maybe<SessionRow>(
    `WITH live AS (
       SELECT s.token_hash, s.account_id, s.csrf, s.started_at, s.used_at, s.id_token FROM platform.session s
       WHERE s.token_hash = $1 AND s.ended_at IS NULL
         AND s.used_at > $2::timestamptz - make_interval(mins => $3) AND s.started_at > $2::timestamptz - make_interval(hours => $4)
     ), used AS (
       UPDATE platform.session s SET used_at = $2 FROM live
       WHERE s.token_hash = live.token_hash AND live.used_at <= $2::timestamptz - interval '1 minute'
     )
     SELECT ${viewerColumns}, live.csrf, live.started_at, live.id_token
     FROM live JOIN platform.account a ON a.id = live.account_id
     WHERE a.closed_at IS NULL OR a.closed_at > $2`,
    [hashOf(token), now, limits.idleMinutes, limits.maxHours],
  )
  if (!row) return null
  return { viewer: viewerOf(row), csrf: row.csrf, startedAt: row.started_at, idToken: row.id_token }
}

/** Whose session a cookie was, ended or not, if its csrf token is the right one: for holding a form posted too late. */
export async function formerSession(
  tx: Tx,
  token: string,
): Promise<{ readonly accountId: string; readonly csrf: string; readonly endedBecause: string | null } | null> {
  const row = await tx.maybe<{ account_id: string; csrf: string; ended_because: string | null }>(
    'SELECT account_id, csrf, ended_because FROM platform.session WHERE token_hash = $1',
    [hashOf(token)],
  )
  return row ? { accountId: row.account_id, csrf: row.csrf, endedBecause: row.ended_because } : null
}

export async function endSession(tx: Tx, token: string, now: string, because = 'signed-out'): Promise<void> {
  await tx.run(
    'UPDATE platform.session SET ended_at = $2, ended_because = $3, id_token = NULL WHERE token_hash = $1 AND ended_at IS NULL',
    [hashOf(token), now, because],
  )
}

/** Ends every session of an account: roles changed, account closed, or asked for. Answers how many. */
export async function endSessionsOf(tx: Tx, accountId: string, now: string, because: string): Promise<number> {
  return tx.run(
    'UPDATE platform.session SET ended_at = $2, ended_because = $3, id_token = NULL WHERE account_id = $1 AND ended_at IS NULL',
    [accountId, now, because],
  )
}

/** Removes sessions nobody can use any more, once a form posted late can no longer belong to them. Run by a job. */
export async function sweepSessions(tx: Tx, now: string, keepDays: number): Promise<number> {
  return tx.run(
    'DELETE FROM platform.session WHERE greatest(used_at, coalesce(ended_at, used_at)) < $1::timestamptz - make_interval(days => $2)',
    [now, keepDays],
  )
}
