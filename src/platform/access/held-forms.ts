import type { Tx } from '../store/index.ts'
import { newId } from '../store/index.ts'
import { sameText } from './secret.ts'
import { formerSession } from './sessions.ts'

export type FormAnswers = Readonly<Record<string, string | readonly string[]>>

/** A form posted after its session ended, waiting for the same user. `path` is where it was sent. */
export type HeldForm = {
  readonly id: string
  readonly path: string
  readonly answers: FormAnswers
  readonly heldAt: string
}

const keepDays = 7

/** Keeps a form whose session has ended for the user the session belonged to. False, and nothing kept, when the cookie
 *  is unknown, the user signed out on purpose, or the form was not drawn in that session. */
export async function holdForm(
  tx: Tx,
  token: string,
  path: string,
  answers: FormAnswers,
  now: string,
): Promise<boolean> {
  const former = await formerSession(tx, token)
  const { _csrf: csrf, ...kept } = answers
  if (!former || former.endedBecause === 'signed-out' || former.endedBecause === 'account-closed') return false
  if (typeof csrf !== 'string' || !sameText(csrf, former.csrf)) return false
  await tx.run('INSERT INTO platform.held_form (account_id, id, path, body, held_at) VALUES ($1, $2, $3, $4, $5)', [
    former.accountId,
    newId(),
    path,
    JSON.stringify(kept),
    now,
  ])
  return true
}

/** The forms waiting for a user, newest first. */
export async function heldForms(tx: Tx, accountId: string, now: string): Promise<readonly HeldForm[]> {
  const rows = await tx.rows<{ id: string; path: string; body: FormAnswers; held_at: string }>(
    `SELECT id, path, body, held_at FROM platform.held_form
     WHERE account_id = $1 AND held_at > $2::timestamptz - make_interval(days => $3) ORDER BY held_at DESC LIMIT 20`,
    [accountId, now, keepDays],
  )
  return rows.map(row => ({ id: row.id, path: row.path, answers: row.body, heldAt: row.held_at }))
}

/** Takes a held form away: it was sent again, or is not wanted. */
export async function dropHeldForm(tx: Tx, accountId: string, id: string): Promise<boolean> {
  return (await tx.run('DELETE FROM platform.held_form WHERE account_id = $1 AND id = $2', [accountId, id])) === 1
}

/** Removes forms nobody came back for. Run by a job. */
export async function sweepHeldForms(tx: Tx, now: string): Promise<number> {
  return tx.run('DELETE FROM platform.held_form WHERE held_at < $1::timestamptz - make_interval(days => $2)', [
    now,
    keepDays,
  ])
}
