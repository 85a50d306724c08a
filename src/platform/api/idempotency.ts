import { createHash } from 'node:crypto'
import type { Context } from '../context/index.ts'
import type { Tx } from '../store/index.ts'

export const keyHeader = 'idempotency-key'

export type Stored = { readonly status: number; readonly body: string }
export type Claim =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly answer: Stored }
  | { readonly kind: 'other' }

/** What makes two requests the same: method, address and body. */
export function requestHash(method: string, url: string, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest('hex')
}

/** Takes the key for this request in the transaction that does the work. A second request with the key waits here
 *  until the first has committed, and then gets its answer; had the first been refused, the second is the first. */
export async function claimKey(ctx: Context, key: string, hash: string): Promise<Claim> {
  const claimed = await ctx.tx.run(
    `INSERT INTO platform.idempotency (account_id, key, request_hash, at, status, body) VALUES ($1, $2, $3, $4, 0, '')
     ON CONFLICT (account_id, key) DO NOTHING`,
    [ctx.viewer.id, key, hash, ctx.now],
  )
  if (claimed === 1) return { kind: 'new' }
  const stored = await ctx.tx.one<Stored & { request_hash: string }>(
    'SELECT request_hash, status, body FROM platform.idempotency WHERE account_id = $1 AND key = $2',
    [ctx.viewer.id, key],
  )
  return stored.request_hash === hash ? { kind: 'same', answer: stored } : { kind: 'other' }
}

export async function keepAnswer(ctx: Context, key: string, answer: Stored): Promise<void> {
  await ctx.tx.run('UPDATE platform.idempotency SET status = $3, body = $4 WHERE account_id = $1 AND key = $2', [
    ctx.viewer.id,
    key,
    answer.status,
    answer.body,
  ])
}

/** A request whose fields must be mended did nothing, so its key is free again. */
export async function freeKey(ctx: Context, key: string): Promise<void> {
  await ctx.tx.run('DELETE FROM platform.idempotency WHERE account_id = $1 AND key = $2', [ctx.viewer.id, key])
}

/** Keys older than a day are forgotten. Run by a job. */
export async function sweepKeys(tx: Tx, now: string): Promise<number> {
  return tx.run(`DELETE FROM platform.idempotency WHERE at < $1::timestamptz - interval '1 day'`, [now])
}
