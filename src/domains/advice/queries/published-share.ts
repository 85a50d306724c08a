import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { allCourtsCode, type DailyShare } from '../rules/daily-share.ts'

export type PublishedShare = DailyShare & { readonly day: LocalDate; readonly publishedAt: Instant }

/** The last day of sentence that was published; null before the first. */
export async function lastPublishedDay(tx: Tx): Promise<LocalDate | null> {
  return (await tx.one<{ day: LocalDate | null }>('SELECT max(day) AS day FROM advice.daily_share')).day
}

/** What was published of the newest days with a sentence, at one court or ('' ) at all; the newest first. */
export function publishedShares(tx: Tx, court: string, days: number): Promise<readonly PublishedShare[]> {
  return tx.rows<PublishedShare>(
    `SELECT day, court_code AS "courtCode", sentenced, with_report AS "withReport", published_at AS "publishedAt"
       FROM advice.daily_share WHERE court_code = $1 AND sentenced > 0 ORDER BY day DESC LIMIT $2`,
    [court || allCourtsCode, days],
  )
}
