import { plusDays } from '../../../platform/calendar/index.ts'
import type { Context, Reaction } from '../../../platform/context/index.ts'
import type { DomainEvent } from '../../../platform/events/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { flagsOnRecord, identityGroup, lockFlags, managersOf } from '../../person/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import { standingAssessment } from '../queries/assessed-standing.ts'
import { assessmentsOf } from '../queries/assessments-of.ts'
import { levelOfFlag } from '../rules/harm-flags.ts'
import { type CalledReview, type Happening, reviewsCalledFor } from '../rules/reviews-called-for.ts'

/** Something happened on the record: the reviews it calls for become tasks. */
export const raiseReview: Reaction = async (ctx, event) => {
  if (event.personId === null) return
  const group = await identityGroup(ctx.tx, event.personId)
  const happening = await happeningOf(ctx, event, group)
  if (!happening) return
  const standing = standingAssessment(await assessmentsOf(ctx.tx, group))
  const { outcome } = reviewsCalledFor(happening, standing, ctx.today)
  await keepReviews(ctx, event.personId, group, outcome)
}

/** Writes tasks that are not there yet: one for each trigger and source. Answers how many were new. */
export async function keepReviews(
  ctx: Context,
  personId: string,
  group: readonly string[],
  called: readonly CalledReview[],
): Promise<number> {
  if (called.length === 0) return 0
  const flags = await lockFlags(ctx.tx, personId)
  let raised = 0
  for (const one of called) {
    raised += await ctx.tx.run(
      `INSERT INTO assessment.review_due (person_id, id, trigger, source, happened_on, due_on, sections, raised_at,
         raised_by, region_code, team_code, excluded, restricted)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, stub.region_code, stub.team_code, $10, $11
         FROM person.stub stub
        WHERE stub.person_id = $1
          AND NOT EXISTS (SELECT FROM assessment.review_due before
                           WHERE before.person_id = ANY ($12) AND before.trigger = $3 AND before.source = $4)
       ON CONFLICT (person_id, trigger, source) DO NOTHING`,
      [
        ...[personId, newId(), one.trigger, one.source, one.happenedOn, one.dueOn, one.sections, ctx.now],
        ...[ctx.viewer.username, flags.excluded, flags.restricted, group],
      ],
    )
  }
  if (raised > 0) ctx.record('collect', 'assessment.raise-review', [personId], { detail: { raised } })
  return raised
}

type Body = Readonly<Record<string, unknown>>

/** What the event says, with what the record holds about it; null for an event that tells nothing here. */
async function happeningOf(
  ctx: Context,
  { type, personId, body }: DomainEvent,
  group: readonly string[],
): Promise<Happening | null> {
  const told = body as Body
  const on = ctx.today
  switch (type) {
    case 'order-recorded':
    case 'order-ended':
      return orderHappening(ctx, type, told, group)
    case 'process-recorded':
      return { what: 'process', id: String(told.processId), on, type: String(told.type) }
    case 'serious-further-offence-charged':
      return { what: 'serious-further-offence', id: String(told.appearanceId), on }
    case 'registration-added':
    case 'registration-ended': {
      const flag = (await flagsOnRecord(ctx.tx, group)).find(one => one.id === told.id)
      if (!flag) return null
      const { typeCode } = flag
      const ended = type === 'registration-ended'
      return {
        what: 'flag',
        id: `${flag.id} ${ended ? 'ended' : 'added'}`,
        on,
        typeCode,
        level: levelOfFlag(typeCode),
        ended,
      }
    }
    case 'person-details-changed':
      return Array.isArray(told.fields) && told.fields.includes('address') ? { what: 'address', id: on, on } : null
    case 'enquiry-answered':
      return { what: 'enquiry-answered', id: String(told.id), on, somethingKnown: told.found === 'something-known' }
    case 'records-merged':
      return { what: 'merged', id: String(personId), on }
    case 'manager-allocated':
      return { what: 'allocated', id: String(told.id), on, anotherTeam: await tookAnotherTeam(ctx, group) }
    default:
      return null
  }
}

async function orderHappening(
  ctx: Context,
  what: 'order-recorded' | 'order-ended',
  { disposalId }: Body,
  group: readonly string[],
): Promise<Happening | null> {
  const orders = await ordersOf(ctx.tx, group, ctx.today)
  const order = orders.find(one => one.id === disposalId)
  if (!order) return null
  const othersRun = orders.some(one => one.id !== order.id && one.active)
  return what === 'order-recorded'
    ? { what, id: order.id, on: order.sentencedOn, runs: order.active }
    : { what, id: order.id, on: order.terminatedOn ?? ctx.today, othersRun }
}

/** Whether the team that has the case today took it from another. */
async function tookAnotherTeam(ctx: Context, group: readonly string[]): Promise<boolean> {
  const [now] = await managersOf(ctx.tx, group, ctx.today)
  if (!now) return false
  const [before] = await managersOf(ctx.tx, group, plusDays(now.startsOn, -1))
  return before !== undefined && before.teamCode !== now.teamCode
}
