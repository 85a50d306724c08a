import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { type AccessFlags, lockFlags } from '../../person/index.ts'
import { factsForReport } from '../queries/facts-for-report.ts'
import { refuseSealed } from '../queries/refuse-sealed.ts'
import { type ReportVersion, reportVersions } from '../queries/report-standing.ts'
import type { Report, ReportDepth } from '../report-model.ts'
import { prefill } from '../rules/prefill.ts'
import { addFacts, addReport, factsOf, keepText, textsOf } from '../store/report-store.ts'
import { requestById } from '../store/request-store.ts'
import { recordRequestAct } from './record-request-act.ts'

export type OpenReport = {
  readonly personId: string
  readonly group: readonly string[]
  readonly requestId: string
  readonly depth: ReportDepth
}

/** Starts the report of a request, filled in from the record. A report that was started already is answered as it
 *  stands. Throws NotFound, NotAllowed. */
export async function openReport(ctx: Context, input: OpenReport): Promise<Result<{ readonly id: string }>> {
  const { personId, group, requestId, depth } = input
  ctx.may('advice.write', { people: [personId] })
  const flags = await lockFlags(ctx.tx, personId)
  const request = await requestById(ctx.tx, group, requestId)
  if (!request) throw new NotFound('There is no such report request on this record.')
  const [newest] = await reportVersions(ctx.tx, group, request.id)
  if (newest) return ok({ id: newest.id })
  if (request.state === 'REQUESTED' || request.state === 'ALLOCATED') {
    const started = await recordRequestAct(ctx, { personId: request.personId, requestId, kind: 'started' })
    if (!started.ok) return started
  } else if (request.state !== 'IN_PROGRESS') {
    const text = 'This request cannot be written now: look at where it stands'
    return problems({ field: 'depth', code: 'request-closed', text })
  }
  const report = newReport(ctx, {
    personId: request.personId,
    requestId: request.id,
    depth,
    versionNo: 1,
    reason: null,
  })
  await addReport(ctx, report, flags)
  await fillIn(ctx, report, group, flags)
  ctx.record('alter', 'advice.open-report', [personId], { detail: { requestId, reportId: report.id, depth } })
  return ok({ id: report.id })
}

/** A new version of a signed report, with the words of the last one; the signed one stays as it is. Throws NotFound,
 *  NotAllowed. */
export async function newVersion(
  ctx: Context,
  input: Omit<OpenReport, 'depth'> & { readonly reason: string },
): Promise<Result<{ readonly id: string }>> {
  const { personId, group, requestId } = input
  ctx.may('advice.write', { people: [personId] })
  const reason = input.reason.trim()
  if (reason === '') return problems({ field: 'reason', code: 'reason-missing', text: 'Say why the report changes' })
  if (reason.length > 2_000) {
    return problems({ field: 'reason', code: 'too-long', text: 'Shorten the reason to 2,000 characters or fewer' })
  }
  const flags = await lockFlags(ctx.tx, personId)
  const [last] = await reportVersions(ctx.tx, group, requestId)
  if (!last) throw new NotFound('This request has no report yet.')
  if (last.state !== 'signed' && last.state !== 'delivered') {
    return problems({ field: 'reason', code: 'not-signed', text: 'The version that is open can still be changed' })
  }
  const reopened = await recordRequestAct(ctx, { personId: last.personId, requestId, kind: 'reopened', reason })
  if (!reopened.ok) return reopened
  const { depth, versionNo } = last
  const report = newReport(ctx, { personId: last.personId, requestId, depth, versionNo: versionNo + 1, reason })
  await addReport(ctx, report, flags)
  for (const text of (await textsOf(ctx.tx, last.personId, last.id)).values()) await keepText(ctx, report, text, flags)
  await addFacts(ctx, report, await factsOf(ctx.tx, last.personId, last.id), flags)
  ctx.record('alter', 'advice.new-report-version', [personId], { detail: { requestId, reportId: report.id } })
  return ok({ id: report.id })
}

/** Takes in what the record holds by now: facts that differ replace those shown, and empty fields are filled. What the
 *  writer typed stays. */
export async function refreshReport(
  ctx: Context,
  input: { readonly personId: string; readonly group: readonly string[]; readonly requestId: string },
): Promise<Result<{ readonly changed: number }>> {
  ctx.may('advice.write', { people: [input.personId] })
  const flags = await lockFlags(ctx.tx, input.personId)
  const report = await openVersion(ctx, input.group, input.requestId)
  const changed = await fillIn(ctx, report, input.group, flags)
  ctx.record('alter', 'advice.refresh-report', [input.personId], { detail: { reportId: report.id, changed } })
  return ok({ changed })
}

/** Goes deeper or less deep. Nothing written is lost: a field that is no longer asked keeps its words. */
export async function changeDepth(
  ctx: Context,
  input: Omit<OpenReport, 'personId'> & { readonly personId: string },
): Promise<Result<undefined>> {
  ctx.may('advice.write', { people: [input.personId] })
  await lockFlags(ctx.tx, input.personId)
  const report = await openVersion(ctx, input.group, input.requestId)
  await ctx.tx.run('UPDATE advice.report SET depth = $3, version = version + 1 WHERE person_id = $1 AND id = $2', [
    ...[report.personId, report.id, input.depth],
  ])
  const detail = { reportId: report.id, from: report.depth, to: input.depth }
  ctx.record('alter', 'advice.change-depth', [input.personId], { detail })
  return ok(undefined)
}

/** The version that can be written in. Throws NotFound without one, Conflict when it was signed meanwhile, Gone once it
 *  is sealed. */
export async function openVersion(ctx: Context, group: readonly string[], requestId: string): Promise<ReportVersion> {
  await refuseSealed(ctx.tx, group, requestId)
  const [newest] = await reportVersions(ctx.tx, group, requestId)
  if (!newest) throw new NotFound('This request has no report yet.')
  if (!newest.open) throw new Conflict('The report has been signed. A change needs a new version, with its reason.')
  return newest
}

function newReport(
  ctx: Context,
  given: Pick<Report, 'personId' | 'requestId' | 'depth' | 'versionNo' | 'reason'>,
): Report {
  const { username, name } = ctx.viewer
  return { ...given, id: newId(), openedAt: ctx.now, openedBy: username, openedByName: name }
}

async function fillIn(ctx: Context, report: Report, group: readonly string[], flags: AccessFlags): Promise<number> {
  const request = await requestById(ctx.tx, group, report.requestId)
  const { facts, fields } = prefill(await factsForReport(ctx, group, request!))
  const standing = await factsOf(ctx.tx, report.personId, report.id)
  const same = (one: { code: string; text: string; section: string }, other: typeof one) =>
    one.code === other.code && one.section === other.section && one.text === other.text
  const gone = standing.filter(fact => !facts.some(one => same(one, fact)))
  const come = facts.filter(fact => !standing.some(one => same(one, fact)))
  await ctx.tx.run('UPDATE advice.report_fact SET replaced_at = $3 WHERE person_id = $1 AND id = ANY ($2)', [
    report.personId,
    gone.map(fact => fact.id),
    ctx.now,
  ])
  await addFacts(ctx, report, come, flags)
  const texts = await textsOf(ctx.tx, report.personId, report.id)
  for (const { field, value } of fields) {
    const text = texts.get(field)
    const untouched = !text || text.source === 'pre-fill'
    if (!untouched || JSON.stringify(text?.value) === JSON.stringify(value)) continue
    await keepText(ctx, report, { field, value, source: 'pre-fill', prefilled: value }, flags)
  }
  return come.length + gone.length
}
