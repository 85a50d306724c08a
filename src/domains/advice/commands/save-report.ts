import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { lockFlags } from '../../person/index.ts'
import { reportField } from '../parameters/report-fields.ts'
import type { ReportValue } from '../report-model.ts'
import { overBy } from '../rules/report-completion.ts'
import { keepsBefore, type SeenText, saveVerdict } from '../rules/save-text.ts'
import { keepChange, keepText, type TextChange, textsOf } from '../store/report-store.ts'
import { openVersion } from './open-report.ts'

export type SentText = { readonly field: string; readonly value: ReportValue; readonly seen: SeenText }

/** `versions`: of every field written. `conflicts`: fields somebody else wrote in meanwhile; both texts are kept.
 *  `tooLong`: fields kept as drafts, with the characters over. */
export type Saved = {
  readonly versions: Readonly<Record<string, number>>
  readonly conflicts: readonly string[]
  readonly tooLong: readonly { readonly field: string; readonly over: number }[]
}

/** What one field can hold: far beyond any limit, so that a draft is kept whole. */
const longestKept = 200_000

/** Keeps what was typed into some fields of the open report. A text over its limit is kept as a draft. Where somebody
 *  else wrote in the same field since this form was drawn, their words stand and these are kept beside them. Throws
 *  NotFound, NotAllowed, Conflict when the report was signed meanwhile. */
export async function saveReport(
  ctx: Context,
  input: {
    readonly personId: string
    readonly group: readonly string[]
    readonly requestId: string
    readonly texts: readonly SentText[]
  },
): Promise<Result<Saved>> {
  ctx.may('advice.write', { people: [input.personId] })
  const flags = await lockFlags(ctx.tx, input.personId)
  const report = await openVersion(ctx, input.group, input.requestId)
  const stood = await textsOf(ctx.tx, report.personId, report.id)
  const versions: Record<string, number> = {}
  const conflicts: string[] = []
  const { username: by, name: byName } = ctx.viewer
  for (const sent of input.texts) {
    const field = reportField(sent.field)
    if (!field) continue
    const value = tidy(sent.value)
    if (typeof value === 'string' && value.length > longestKept) {
      const text = `${field.label}: take some of it out, it is far too long to be kept`
      return problems({ field: sent.field, code: 'far-too-long', text })
    }
    const stands = stood.get(sent.field)
    const verdict = saveVerdict(value, sent.seen, stands)
    if (verdict === 'same') continue
    if (verdict === 'conflict') {
      conflicts.push(sent.field)
      await keepBeside(ctx, report, { field: sent.field, value, ofVersion: sent.seen.version }, flags)
      continue
    }
    if (stands && keepsBefore(stands, value, by, ctx.now)) {
      const { changedAt: at, changedBy, changedByName } = stands
      const who = { at, by: changedBy, byName: changedByName }
      const change = { field: sent.field, value: stands.value, kind: 'replaced', ofVersion: stands.version } as const
      await keepChange(ctx, report, { ...change, ...who }, flags)
    }
    const prefilled = stands?.prefilled ?? null
    const source = JSON.stringify(prefilled) === JSON.stringify(value) ? 'pre-fill' : 'typed'
    versions[sent.field] = await keepText(ctx, report, { field: sent.field, value, source, prefilled }, flags)
  }
  const changed = Object.keys(versions)
  if (changed.length + conflicts.length > 0) {
    ctx.record('alter', 'advice.save-report', [input.personId], {
      detail: { reportId: report.id, fields: changed, conflicts, by: byName },
    })
  }
  const tooLong = input.texts.flatMap(({ field, value }) => {
    const known = reportField(field)
    const over = known ? overBy(known, value) : 0
    return over > 0 ? [{ field, over }] : []
  })
  return ok({ versions, conflicts, tooLong })
}

/** Settles a conflict: the words kept beside take the place of those that stand, or are put away. Both stay in the
 *  history. Throws NotFound, NotAllowed, Conflict. */
export async function settleConflict(
  ctx: Context,
  input: {
    readonly personId: string
    readonly group: readonly string[]
    readonly requestId: string
    readonly changeId: string
    readonly use: 'theirs' | 'mine'
  },
): Promise<Result<undefined>> {
  ctx.may('advice.write', { people: [input.personId] })
  const flags = await lockFlags(ctx.tx, input.personId)
  const report = await openVersion(ctx, input.group, input.requestId)
  const change = await ctx.tx.maybe<Pick<TextChange, 'field' | 'value'>>(
    `UPDATE advice.report_text_change SET kind = 'settled'
      WHERE person_id = $1 AND report_id = $2 AND id::text = $3 AND kind = 'conflicting' RETURNING field, value`,
    [report.personId, report.id, input.changeId],
  )
  if (!change) throw new NotFound('These words have been dealt with already.')
  if (input.use === 'mine') {
    const stands = (await textsOf(ctx.tx, report.personId, report.id)).get(change.field)
    if (stands) {
      const who = { at: stands.changedAt, by: stands.changedBy, byName: stands.changedByName }
      const before = { field: change.field, value: stands.value, kind: 'replaced', ofVersion: stands.version } as const
      await keepChange(ctx, report, { ...before, ...who }, flags)
    }
    const prefilled = stands?.prefilled ?? null
    await keepText(ctx, report, { ...change, source: 'typed', prefilled }, flags)
  }
  const detail = { reportId: report.id, field: change.field, use: input.use }
  ctx.record('alter', 'advice.settle-conflict', [input.personId], { detail })
  return ok(undefined)
}

/** Says whether a fact of the record still holds. "No" says what is right instead; the record itself is corrected where
 *  it is kept. Throws NotFound, NotAllowed, Conflict. */
export async function answerFact(
  ctx: Context,
  input: {
    readonly personId: string
    readonly group: readonly string[]
    readonly requestId: string
    readonly factId: string
    readonly stillTrue: boolean
    readonly nowKnown: string
  },
): Promise<Result<undefined>> {
  ctx.may('advice.write', { people: [input.personId] })
  const nowKnown = input.nowKnown.trim()
  if (!input.stillTrue && nowKnown === '') {
    return problems({
      field: `nowKnown-${input.factId}`,
      code: 'correction-missing',
      text: 'Say what is right instead',
    })
  }
  if (nowKnown.length > 2_000) {
    const text = 'Shorten what is right to 2,000 characters or fewer'
    return problems({ field: `nowKnown-${input.factId}`, code: 'too-long', text })
  }
  await lockFlags(ctx.tx, input.personId)
  const report = await openVersion(ctx, input.group, input.requestId)
  const fact = await ctx.tx.maybe<{ code: string }>(
    `UPDATE advice.report_fact SET still_true = $4, now_known = $5, answered_at = $6, answered_by = $7,
            answered_by_name = $8
      WHERE person_id = $1 AND report_id = $2 AND id::text = $3 AND replaced_at IS NULL RETURNING code`,
    [
      report.personId,
      report.id,
      input.factId,
      input.stillTrue,
      input.stillTrue ? null : nowKnown,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
    ],
  )
  if (!fact) throw new NotFound('The record has changed since. Look at this fact again.')
  const detail = { reportId: report.id, fact: fact.code, stillTrue: input.stillTrue }
  ctx.record('alter', 'advice.answer-fact', [input.personId], { detail })
  return ok(undefined)
}

async function keepBeside(
  ctx: Context,
  report: Parameters<typeof keepChange>[1],
  change: { readonly field: string; readonly value: ReportValue; readonly ofVersion: number },
  flags: Parameters<typeof keepChange>[3],
): Promise<void> {
  const { username: by, name: byName } = ctx.viewer
  const again = await ctx.tx.maybe<{ id: string }>(
    `UPDATE advice.report_text_change SET value = $5, at = $6
      WHERE person_id = $1 AND report_id = $2 AND field = $3 AND by = $4 AND kind = 'conflicting' RETURNING id`,
    [report.personId, report.id, change.field, by, JSON.stringify(change.value), ctx.now],
  )
  if (again) return
  await keepChange(ctx, report, { ...change, kind: 'conflicting', at: ctx.now, by, byName }, flags)
}

/** Line ends as one sign: browsers send them in two ways. */
function tidy(value: ReportValue): ReportValue {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value
}
