import { londonDay } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { identityGroup, managersOf } from '../../person/index.ts'
import { assessmentOf } from '../queries/assessments-of.ts'
import { isOpenOrAwaiting } from '../rules/assessment-state.ts'
import { guillotineRule } from '../rules/guillotine-rule.ts'
import { recordAct, release, takeInHand } from './act-on-assessment.ts'
import { lockBundle } from './lock-bundle.ts'

/** Locks an unfinished assessment incomplete when its area's guillotine says so. Its answers stay to be read and carried
 *  forward. Answers whether it was locked. */
export async function lockByGuillotine(
  ctx: Context,
  { personId, assessmentId }: { readonly personId: string; readonly assessmentId: string },
): Promise<boolean> {
  const group = await identityGroup(ctx.tx, personId)
  const assessment = await assessmentOf(ctx.tx, group, assessmentId)
  if (!assessment) return false
  const [manager] = await managersOf(ctx.tx, group, ctx.today)
  const { regionCode, teamCode } = assessment
  const decision = guillotineRule(
    {
      ...{ regionCode, teamCode, openedOn: londonDay(assessment.openedAt) },
      manager: manager ? { teamCode: manager.teamCode, since: manager.startsOn } : null,
    },
    ctx.today,
  )
  if (decision.outcome === 'leave') return false
  const inHand = await takeInHand(ctx, { personId, assessmentId, version: assessment.version })
  if (!isOpenOrAwaiting(inHand.state)) return false
  await release(ctx, inHand)
  await lockBundle(ctx, inHand)
  const detail = { from: inHand.state, guillotine: decision.reasons }
  await recordAct(ctx, inHand, { kind: 'locked-incomplete', comment: 'Another team took the case', detail })
  return true
}
