import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { lockFlags } from '../../person/index.ts'
import { actWords, stateWords } from '../request-words.ts'
import { type RequestActKind, type RequestState, requestState, requestStep } from '../rules/request-state.ts'
import { addAct, requestForChange } from '../store/request-store.ts'

export type RecordRequestAct = {
  readonly personId: string
  readonly requestId: string
  readonly kind: RequestActKind
  readonly reason?: string | null
  /** Ids, codes and days, no free text about the person. `allocated`: { to, toName }. */
  readonly detail?: Readonly<Record<string, unknown>>
}

const permissionFor: Readonly<Partial<Record<RequestActKind, string>>> = {
  'asked-before-plea': 'advice.request',
  granted: 'advice.allocate',
  refused: 'advice.allocate',
  'refused-incomplete': 'advice.allocate',
  'refused-insufficient-time': 'advice.allocate',
  allocated: 'advice.allocate',
  unallocated: 'advice.allocate',
  withdrawn: 'advice.allocate',
  triaged: 'advice.allocate',
  returned: 'advice.countersign',
  delivered: 'advice.deliver',
  used: 'advice.deliver',
  'not-used': 'advice.deliver',
  sealed: 'advice.deliver',
  'details-changed': 'advice.request',
  'required-by-changed': 'advice.request',
  'data-alert': 'advice.request',
}

/** Records what was done with a request for a report, when that is possible where it stands; otherwise it says kindly
 *  why not. Whoever starts a report that nobody has is allocated it. `signed` is for the writer, or for whoever
 *  countersigns. Throws NotFound, NotAllowed. */
export async function recordRequestAct(
  ctx: Context,
  input: RecordRequestAct,
): Promise<Result<{ readonly id: string; readonly state: RequestState }>> {
  const { personId, requestId, kind, reason = null, detail = {} } = input
  const action = permissionFor[kind] ?? 'advice.write'
  const countersigning = kind === 'signed' && ctx.can('advice.countersign', { people: [personId] })
  if (!countersigning) ctx.may(action, { people: [personId] })
  const flags = await lockFlags(ctx.tx, personId)
  const request = { ...(await requestForChange(ctx, { personId, requestId })), ...flags }
  const step = requestStep(request.acts, kind, { reason })
  if (step.outcome === 'not-now') {
    const text = `This is not possible now: the report is ${stateWords[request.state].toLowerCase()}`
    return problems({ field: 'kind', code: 'not-now', text })
  }
  if (step.outcome === 'reason-missing') {
    return problems({ field: 'reason', code: 'reason-missing', text: `Enter why: ${actWords[kind].toLowerCase()}` })
  }
  const acts: { readonly kind: RequestActKind }[] = [...request.acts]
  if (kind === 'started' && request.state === 'REQUESTED') {
    const to = { to: ctx.viewer.username, toName: ctx.viewer.name }
    await addAct(ctx, request, { kind: 'allocated', reason: null, detail: to })
    acts.push({ kind: 'allocated' })
  }
  const id = await addAct(ctx, request, { kind, reason, detail })
  const state = requestState([...acts, { kind }])
  ctx.record('alter', `advice.request-${kind}`, [personId], { detail: { requestId, state } })
  const body = { requestId, act: kind, state }
  await ctx.announce({ type: 'report-request-changed', personId, body }, flags)
  return ok({ id, state })
}
