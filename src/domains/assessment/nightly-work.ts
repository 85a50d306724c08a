import { plusDays, plusMonths } from '../../platform/calendar/index.ts'
import type { Context } from '../../platform/context/index.ts'
import { job, noPayload } from '../../platform/jobs/index.ts'
import { identityGroup } from '../person/index.ts'
import { ordersOf } from '../sentence/index.ts'
import { lockByGuillotine } from './commands/lock-by-guillotine.ts'
import { keepReviews } from './commands/raise-review.ts'
import { reviewTimes } from './parameters/review-triggers.ts'
import { assessedInTime } from './queries/assessed-standing.ts'
import { assessmentsOf } from './queries/assessments-of.ts'
import { reviewsByTime } from './rules/reviews-called-for.ts'

/** Every night: reviews that the passing of time calls for. Each person is a commit of their own, so that a run that was
 *  stopped goes on where it was. */
export const nightlyReviews = job({
  name: 'assessment.reviews-due',
  about: 'raises reviews of assessments that are due by their age, and before supervision ends',
  payload: noPayload,
  every: '40 2 * * *',
  async run(kit) {
    const people = await kit.transaction(({ tx, today }) => {
      const { highMonths, raiseDaysAhead, beforeEndDays } = reviewTimes.on(today).value
      return tx.rows<{ personId: string }>(
        `SELECT DISTINCT act.person_id AS "personId" FROM assessment.act act
          WHERE act.kind = 'signed'
            AND (act.at < $1::date
                 OR EXISTS (SELECT FROM sentence.disposal order_made
                             WHERE order_made.person_id = act.person_id AND order_made.terminated_on IS NULL
                               AND order_made.ends_on BETWEEN $2 AND $3))`,
        [
          plusDays(plusMonths(today, 0 - highMonths), raiseDaysAhead + 1),
          today,
          plusDays(today, beforeEndDays + raiseDaysAhead),
        ],
      )
    })
    for (const { personId } of people) await kit.transaction(ctx => raiseByTime(ctx, personId))
  },
})

/** Raises what the passing of time calls for about one person. Answers how many tasks were new. */
export async function raiseByTime(ctx: Context, personId: string): Promise<number> {
  const group = await identityGroup(ctx.tx, personId)
  const all = await assessmentsOf(ctx.tx, group)
  const orders = (await ordersOf(ctx.tx, group, ctx.today)).filter(order => order.active)
  const facts = { ...assessedInTime(all), orders: orders.map(({ id, endsOn }) => ({ id, endsOn })) }
  return keepReviews(ctx, personId, group, reviewsByTime(facts, ctx.today).outcome)
}

/** Every night: assessments left open after the case went to another side, where the area has set a number of days. */
export const nightlyGuillotine = job({
  name: 'assessment.guillotine',
  about: 'locks assessments left unfinished after the case moved on, where the area has set a number of days',
  payload: noPayload,
  every: '50 2 * * *',
  async run(kit) {
    const open = await kit.transaction(async ctx =>
      ctx.tx.rows<{ personId: string; assessmentId: string }>(
        `SELECT open.person_id AS "personId", open.assessment_id AS "assessmentId"
           FROM assessment.open_assessment open
           JOIN assessment.assessment a ON a.person_id = open.person_id AND a.id = open.assessment_id
          WHERE a.opened_at < $1::date ORDER BY a.opened_at`,
        [plusDays(ctx.today, 1)],
      ),
    )
    for (const one of open) await kit.transaction(ctx => lockByGuillotine(ctx, one))
  },
})
