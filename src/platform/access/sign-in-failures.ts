import { instant, londonDay } from '../calendar/index.ts'
import { newId, type Tx } from '../store/index.ts'
import { guessing } from './parameters/sign-in.ts'

const nameKey = (username: string) => `name:${username}`
const addressKey = (address: string) => `address:${address}`

/** Seconds to wait before the next try for this account or from this address; 0 when it may be made now. */
export async function waitBefore(tx: Tx, username: string, address: string, now: string): Promise<number> {
  const rule = guessing.on(londonDay(instant(now))).value
  const rows = await tx.rows<{ key: string; failures: number; last: string }>(
    `SELECT key, count(*) AS failures, max(at) AS last FROM platform.sign_in_failure
     WHERE key = ANY ($1) AND at > $2 GROUP BY key`,
    [[nameKey(username), addressKey(address)], minutesBefore(now, rule.windowMinutes)],
  )
  return rows.reduce((longest, row) => {
    const free = row.key === nameKey(username) ? rule.free.account : rule.free.address
    return Math.max(longest, secondsToWait(row.failures, free, row.last, now, rule))
  }, 0)
}

type Steps = { readonly firstWaitSeconds: number; readonly longestWaitSeconds: number }

/** The wait doubles with each failure past the free ones, counted from the last failure. */
export function secondsToWait(failures: number, free: number, last: string, now: string, steps: Steps): number {
  if (failures < free) return 0
  const wait = Math.min(steps.firstWaitSeconds * 2 ** (failures - free), steps.longestWaitSeconds)
  const passed = (Date.parse(now) - Date.parse(last)) / 1000
  return Math.max(0, Math.ceil(wait - passed))
}

export async function noteFailure(tx: Tx, username: string, address: string, now: string): Promise<void> {
  await tx.run('INSERT INTO platform.sign_in_failure (key, id, at) VALUES ($1, $3, $5), ($2, $4, $5)', [
    nameKey(username),
    addressKey(address),
    newId(),
    newId(),
    now,
  ])
}

/** A right password clears the account's failures; the address keeps its own, or guessing from it would be free. */
export async function forgetFailures(tx: Tx, username: string): Promise<void> {
  await tx.run('DELETE FROM platform.sign_in_failure WHERE key = $1', [nameKey(username)])
}

/** Failures that no longer count. Run by a job. */
export async function sweepFailures(tx: Tx, now: string): Promise<number> {
  const { windowMinutes } = guessing.on(londonDay(instant(now))).value
  return tx.run('DELETE FROM platform.sign_in_failure WHERE at < $1', [minutesBefore(now, windowMinutes)])
}

function minutesBefore(now: string, minutes: number): string {
  return new Date(Date.parse(now) - minutes * 60_000).toISOString()
}
