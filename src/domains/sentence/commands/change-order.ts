import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { lockFlags } from '../../person/index.ts'
import type { Length, RequirementKind } from '../model.ts'
import { termination } from '../rules/termination.ts'
import { insertOrderChange, insertRequirements, type OrderRow, orderForChange } from '../store.ts'

type Source = { readonly kind: 'court-proposal' | 'staff'; readonly id: string }
type Change = {
  readonly personId: string
  readonly disposalId: string
  readonly source: Source
  readonly reason?: string
}

/** Adds a requirement to an order that still runs. */
export async function addRequirement(
  ctx: Context,
  input: Change & {
    readonly kind: RequirementKind
    readonly length: Length | null
    readonly imposedOn: LocalDate
    readonly startsOn?: LocalDate | null
    readonly expectedEnd?: LocalDate | null
    readonly notes?: string
  },
): Promise<Result<{ readonly requirementId: string }>> {
  const { order, flags } = await openOrder(ctx, input)
  if (order.terminatedOn) {
    return problems({ field: 'order', code: 'order-ended', text: `This order ended on ${order.terminatedOn}` })
  }
  const requirement = {
    kind: input.kind,
    subtype: null,
    imposedOn: input.imposedOn,
    length: input.length,
    startsOn: input.startsOn ?? null,
    expectedEnd: input.expectedEnd ?? null,
    notes: input.notes ?? '',
  }
  const place = { eventId: order.eventId, disposalId: order.id }
  const stamp = { at: ctx.now, by: ctx.viewer.username }
  const [requirementId] = await insertRequirements(ctx.tx, order.personId, place, [requirement], flags, stamp)
  await writeChange(ctx, input, flags, 'requirement-added', null, { ...requirement, id: requirementId })
  return ok({ requirementId: requirementId! })
}

/** Changes the length or the end of a requirement, or takes it off the order by ending it with a reason. */
export async function changeRequirement(
  ctx: Context,
  input: Change & {
    readonly requirementId: string
    readonly version?: number
    readonly length?: Length | null
    readonly expectedEnd?: LocalDate | null
    readonly ended?: { readonly on: LocalDate; readonly reason: string }
  },
): Promise<Result<undefined>> {
  const { order, flags } = await openOrder(ctx, input)
  const before = order.requirements.find(requirement => requirement.id === input.requirementId)
  if (!before) throw new NotFound('This requirement is not on the order')
  if (input.version !== undefined && before.version !== input.version) {
    throw new Conflict('Someone else changed this requirement', { theirs: JSON.stringify(before.length) })
  }
  const ended = termination(
    { on: input.ended?.on ?? null, reason: input.ended?.reason ?? null, startedOn: before.imposedOn },
    ctx.today,
  )
  if (!ended.ok) return ended
  const length = input.length === undefined ? before.length : input.length
  const expectedEnd = input.expectedEnd === undefined ? before.expectedEnd : input.expectedEnd
  await ctx.tx.run(
    `UPDATE sentence.requirement SET length = $3, expected_ends_on = $4, terminated_on = $5, termination_reason = $6,
       terminated_by = coalesce($7, terminated_by), terminated_at = coalesce($8, terminated_at), version = version + 1
      WHERE person_id = $1 AND id = $2`,
    [
      order.personId,
      before.id,
      length === null ? null : JSON.stringify(length),
      expectedEnd,
      ended.value?.on ?? before.terminatedOn,
      ended.value?.reason ?? before.terminationReason,
      ended.value ? ctx.viewer.username : null,
      ended.value ? ctx.now : null,
    ],
  )
  const what = ended.value ? 'requirement-ended' : 'requirement-changed'
  await writeChange(ctx, input, flags, what, before, { ...before, length, expectedEnd, ended: ended.value })
  return ok()
}

/** Sets the day the order ends, as staff enter it or a court varies it. */
export async function changeOrderEnd(
  ctx: Context,
  input: Change & { readonly endsOn: LocalDate; readonly by: 'court' | 'staff' },
): Promise<Result<undefined>> {
  const { order, flags } = await openOrder(ctx, input)
  if (input.endsOn < order.sentencedOn) {
    return problems({ field: 'endsOn', code: 'before-start', text: `Enter an end on or after ${order.sentencedOn}` })
  }
  const column = input.by === 'court' ? 'court_ends_on' : 'entered_ends_on'
  await ctx.tx.run(
    `UPDATE sentence.disposal SET ${column} = $3, ends_on = $3, version = version + 1 WHERE person_id = $1 AND id = $2`,
    [order.personId, order.id, input.endsOn],
  )
  await writeChange(ctx, input, flags, 'end-changed', { endsOn: order.endsOn }, { endsOn: input.endsOn })
  return ok()
}

/** Ends an order and what still runs on it. Announces 'order-ended'. */
export async function terminateOrder(
  ctx: Context,
  input: Change & { readonly on: LocalDate; readonly endReason: string },
): Promise<Result<undefined>> {
  const { order, flags } = await openOrder(ctx, input)
  if (order.terminatedOn) {
    return problems({ field: 'order', code: 'order-ended', text: `This order ended on ${order.terminatedOn}` })
  }
  const ended = termination({ on: input.on, reason: input.endReason, startedOn: order.sentencedOn }, ctx.today)
  if (!ended.ok) return ended
  const values = [order.personId, order.id, input.on, input.endReason, ctx.viewer.username, ctx.now]
  await ctx.tx.run(
    `UPDATE sentence.disposal SET terminated_on = $3, termination_reason = $4, terminated_by = $5, terminated_at = $6,
       version = version + 1 WHERE person_id = $1 AND id = $2`,
    values,
  )
  await ctx.tx.run(
    `UPDATE sentence.requirement SET terminated_on = $3, termination_reason = $4, terminated_by = $5, terminated_at = $6,
       version = version + 1 WHERE person_id = $1 AND disposal_id = $2 AND terminated_on IS NULL`,
    values,
  )
  await writeChange(ctx, input, flags, 'order-ended', null, ended.value)
  const body = { disposalId: order.id, eventId: order.eventId, on: input.on, reason: input.endReason }
  await ctx.announce({ type: 'order-ended', personId: order.personId, body }, flags)
  return ok()
}

type Flags = { readonly excluded: boolean; readonly restricted: boolean }

async function openOrder(ctx: Context, input: Change): Promise<{ readonly order: OrderRow; readonly flags: Flags }> {
  ctx.may('sentence.change-order', { people: [input.personId] })
  const flags = await lockFlags(ctx.tx, input.personId)
  const order = await orderForChange(ctx.tx, input.personId, input.disposalId)
  if (!order) throw new NotFound('This order is not on the record')
  return { order, flags }
}

async function writeChange(
  ctx: Context,
  input: Change,
  flags: Flags,
  what: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  const { personId, disposalId, source } = input
  const change = { disposalId, what, before, after, reason: input.reason ?? null, source }
  await insertOrderChange(ctx.tx, personId, change, flags, { at: ctx.now, by: ctx.viewer.username })
  ctx.record('alter', `sentence.${what}`, [personId], { detail: { disposalId } })
}
