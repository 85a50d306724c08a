import { ageOn } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import type { Decision } from '../../../platform/rules/index.ts'
import { identityBar } from '../../person/index.ts'
import type { ReportRequest } from '../request-model.ts'
import { type BeforePleaReply, beforePleaReply } from '../rules/before-plea.ts'
import { requestForChange } from '../store/request-store.ts'
import { recordRequestAct } from './record-request-act.ts'

const replies: readonly BeforePleaReply[] = ['granted', 'refused', 'refused-incomplete', 'refused-insufficient-time']

/** What the conditions come to for this request, to be shown beside the decision. Null for any other kind. */
export async function suggestedReply(ctx: Context, request: ReportRequest): Promise<Decision<BeforePleaReply> | null> {
  const { beforePlea } = request.facts
  if (request.kind !== 'before-plea' || !beforePlea) return null
  const born = (await identityBar(ctx.tx, [request.personId])).get(request.personId)?.dateOfBirth ?? null
  const hearingOn = request.requiredBy
  const age = born !== null && hearingOn !== null && born <= hearingOn ? ageOn(born, hearingOn) : null
  const depth = request.triage?.decision?.depth ?? request.triage?.suggestedDepth ?? 'SHORT'
  return beforePleaReply({ ...beforePlea, age, hearingOn, depth }, ctx.today)
}

/** Answers the defence. Granting against the conditions, or refusing although they are met, needs the reason, as every
 *  refusal does. Throws NotFound, NotAllowed. */
export async function replyBeforePlea(
  ctx: Context,
  input: { readonly personId: string; readonly requestId: string; readonly reply: string; readonly reason: string },
): Promise<Result<undefined>> {
  const reply = replies.find(one => one === input.reply)
  if (!reply) return problems({ field: 'reply', code: 'missing', text: 'Choose the reply' })
  const request = await requestForChange(ctx, input)
  const suggested = await suggestedReply(ctx, request)
  if (reply === 'granted' && suggested?.outcome !== 'granted' && !input.reason.trim()) {
    const text = 'Say why it is granted although a condition is not met'
    return problems({ field: 'reason', code: 'reason-missing', text })
  }
  const detail = { conditions: suggested?.outcome ?? null, because: suggested?.reasons.map(one => one.code) ?? [] }
  const done = await recordRequestAct(ctx, { ...input, kind: reply, detail })
  return done.ok ? ok() : done
}

/** Says what was pleaded. After a plea of not guilty the report of a before-plea request is sealed: it is not used and
 *  not disclosed (specification, section 4, inferred). */
export async function recordPlea(
  ctx: Context,
  input: { readonly personId: string; readonly requestId: string; readonly plea: string },
): Promise<Result<undefined>> {
  ctx.may('advice.deliver', { people: [input.personId] })
  if (input.plea !== 'guilty' && input.plea !== 'not-guilty') {
    return problems({ field: 'plea', code: 'missing', text: 'Choose what was pleaded' })
  }
  const request = await requestForChange(ctx, input)
  const facts = { ...request.facts, plea: input.plea }
  await ctx.tx.run('UPDATE advice.request SET facts = $3 WHERE person_id = $1 AND id = $2', [
    request.personId,
    request.id,
    JSON.stringify(facts),
  ])
  const sealed = input.plea === 'not-guilty' && request.kind === 'before-plea'
  const done = await recordRequestAct(ctx, {
    ...input,
    kind: sealed ? 'sealed' : 'details-changed',
    reason: sealed ? 'The plea was not guilty' : null,
    detail: { plea: input.plea },
  })
  return done.ok ? ok() : done
}
