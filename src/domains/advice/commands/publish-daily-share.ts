import type { Context } from '../../../platform/context/index.ts'
import { identityGroups, lockFlagsOfEach } from '../../person/index.ts'
import { lastPublishedDay } from '../queries/published-share.ts'
import { casesSentenced } from '../queries/sentenced-people.ts'
import { dailyShares, daysToPublish } from '../rules/daily-share.ts'
import type { SentencedCase } from '../rules/sentenced-cases.ts'

/** Publishes the share of sentenced cases with a report of each day that is due, once. Run by the machine, which sees
 *  everybody: people with limited access are left out, so that no figure tells of them. Answers how many days. */
export async function publishDailyShare(ctx: Context): Promise<number> {
  const days = daysToPublish(await lastPublishedDay(ctx.tx), ctx.today)
  for (const day of days) {
    const cases = await withoutLimited(ctx, await casesSentenced(ctx.tx, day, day))
    for (const { courtCode, sentenced, withReport } of dailyShares(cases)) {
      await ctx.tx.run(
        `INSERT INTO advice.daily_share (day, court_code, sentenced, with_report, published_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (day, court_code) DO NOTHING`,
        [day, courtCode, sentenced, withReport, ctx.now],
      )
    }
  }
  if (days.length > 0) {
    ctx.record('alter', 'advice.publish-daily-share', [], { detail: { from: days[0]!, to: days.at(-1)! } })
  }
  return days.length
}

async function withoutLimited(ctx: Context, cases: readonly SentencedCase[]): Promise<readonly SentencedCase[]> {
  const groups = await identityGroups(
    ctx.tx,
    cases.map(one => one.personId),
  )
  const flags = await lockFlagsOfEach(ctx.tx, [...groups.values()].flat())
  const limited = (id: string) => flags.get(id)?.excluded || flags.get(id)?.restricted
  return cases.filter(one => !(groups.get(one.personId) ?? [one.personId]).some(limited))
}
