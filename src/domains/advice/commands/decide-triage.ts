import type { Context } from '../../../platform/context/index.ts'
import { Conflict, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import type { DeliveryMode, ReportDepth, TriageAnswers } from '../request-model.ts'
import { deliveryWords, depthWords } from '../request-words.ts'
import { requestForChange } from '../store/request-store.ts'
import { triageAnew } from './make-request.ts'
import { recordRequestAct } from './record-request-act.ts'

type At = { readonly personId: string; readonly requestId: string; readonly version: number }

/** Keeps the answers to what triage asks and no record holds, and works the suggestion out again. */
export async function answerTriage(
  ctx: Context,
  input: At & { readonly answers: TriageAnswers },
): Promise<Result<undefined>> {
  ctx.may('advice.allocate', { people: [input.personId] })
  const months = input.answers.custodyMonthsLikely
  if (months !== null && !(Number.isInteger(months) && months >= 0 && months <= 600)) {
    const text = 'Enter whole months, such as 18, or leave it empty'
    return problems({ field: 'custodyMonthsLikely', code: 'not-months', text })
  }
  const request = await requestForVersion(ctx, input)
  const facts = { ...request.facts, answers: input.answers }
  await ctx.tx.run('UPDATE advice.request SET facts = $3 WHERE person_id = $1 AND id = $2', [
    request.personId,
    request.id,
    JSON.stringify(facts),
  ])
  const done = await recordRequestAct(ctx, { ...input, kind: 'details-changed', detail: { what: 'triage-answers' } })
  if (!done.ok) return done
  await triageAnew(ctx, { ...request, facts })
  return ok()
}

/** Decides what the court is given. Another depth or delivery than suggested needs the reason. */
export async function decideTriage(
  ctx: Context,
  input: At & { readonly depth: string; readonly delivery: string; readonly differsBecause: string },
): Promise<Result<undefined>> {
  ctx.may('advice.allocate', { people: [input.personId] })
  const depth = (Object.keys(depthWords) as ReportDepth[]).find(one => one === input.depth)
  const delivery = (Object.keys(deliveryWords) as DeliveryMode[]).find(one => one === input.delivery) ?? null
  const wrong: Problem[] = []
  if (!depth) wrong.push({ field: 'depth', code: 'missing', text: 'Choose what the court is given' })
  if (depth && depth !== 'NONE' && !delivery) {
    wrong.push({ field: 'delivery', code: 'missing', text: 'Choose how it is given' })
  }
  const request = await requestForVersion(ctx, input)
  const differs = request.triage !== null && depth !== request.triage.suggestedDepth
  if (differs && !input.differsBecause.trim()) {
    const text = 'Say why it differs from what is suggested'
    wrong.push({ field: 'differsBecause', code: 'reason-missing', text })
  }
  if (wrong.length > 0 || !depth) return { ok: false, problems: wrong }
  const decision = {
    depth,
    delivery: depth === 'NONE' ? null : delivery,
    differsBecause: differs ? input.differsBecause.trim() : null,
    at: ctx.now,
    by: ctx.viewer.username,
    byName: ctx.viewer.name,
  }
  const done = await recordRequestAct(ctx, {
    ...input,
    kind: 'triaged',
    reason: decision.differsBecause,
    detail: { suggested: request.triage?.suggestedDepth ?? null, depth, delivery: decision.delivery },
  })
  if (!done.ok) return done
  const triage = JSON.stringify({ ...request.triage, decision })
  await ctx.tx.run(
    'UPDATE advice.request SET depth = $3, delivery = $4, triage = $5 WHERE person_id = $1 AND id = $2',
    [request.personId, request.id, depth, decision.delivery, triage],
  )
  return ok()
}

async function requestForVersion(ctx: Context, at: At) {
  const request = await requestForChange(ctx, at)
  if (request.version !== at.version) throw new Conflict('Someone else has changed this request. Look at it again.')
  return request
}
