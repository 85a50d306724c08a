import { createHash } from 'node:crypto'
import { roleNames } from '../../../platform/access/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { taggedPdf } from '../../../platform/pdf/index.ts'
import type { Reason } from '../../../platform/rules/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { courtByCode } from '../../organisation/index.ts'
import { type AccessFlags, lockFlags } from '../../person/index.ts'
import { type ReportVersion, reportVersions } from '../queries/report-standing.ts'
import { signingFactsOf } from '../queries/signing-facts-of.ts'
import type { ReportDocument } from '../report-model.ts'
import { reportReason } from '../report-words.ts'
import type { ReportRequest } from '../request-model.ts'
import { documentHash, printedReport, reportDocument } from '../rules/report-document.ts'
import { countersignReasons, maySign } from '../rules/report-signing.ts'
import { factsOf, textsOf } from '../store/report-store.ts'
import { requestById } from '../store/request-store.ts'
import { openVersion } from './open-report.ts'
import { recordRequestAct } from './record-request-act.ts'

export type SignReport = {
  readonly personId: string
  readonly group: readonly string[]
  readonly requestId: string
  /** Says the author of themselves; nothing in the record holds it yet. */
  readonly authorQualified: boolean | null
}

/** The writer signs: the words are locked and hashed. Where a countersignature is due the report waits for it, otherwise
 *  it is complete, printed, and announced. Answers what stands in the way, each with its field. Throws NotFound,
 *  NotAllowed, Conflict when it was signed meanwhile. */
export async function signReport(ctx: Context, input: SignReport): Promise<Result<{ readonly complete: boolean }>> {
  const { personId, group, requestId } = input
  ctx.may('advice.write', { people: [personId] })
  if (input.authorQualified === null) {
    const text = 'Say whether you are qualified and past probation'
    return problems({ field: 'authorQualified', code: 'qualified-missing', text })
  }
  const flags = await lockFlags(ctx.tx, personId)
  const version = await openVersion(ctx, group, requestId)
  const request = (await requestById(ctx.tx, group, requestId))!
  if (request.writer && request.writer.username !== ctx.viewer.username) {
    const text = `${request.writer.name} writes this report and signs it. Take the report over first`
    return problems({ field: '', code: 'not-the-writer', text })
  }
  const { facts, enquiryNames } = await signingFactsOf(ctx, group, version, request)
  const verdict = maySign(facts)
  if (verdict.outcome === 'not-yet') return problems(...verdict.reasons.map(one => asProblem(one, enquiryNames)))

  const awaited = countersignReasons({ values: facts.values, authorQualified: input.authorQualified }, ctx.today)
  const awaits = awaited.reasons.map(one => reportReason(one))
  const document = await documentOf(ctx, version, request, { author: signature(ctx), countersigner: null })
  await keepSignature(ctx, version, { as: 'author', document, awaits }, flags)
  const complete = awaits.length === 0
  const kind = complete ? 'signed' : 'ready-for-countersign'
  const at = { personId: version.personId, requestId, detail: { reportId: version.id } }
  const acted = await recordRequestAct(ctx, { ...at, kind })
  if (!acted.ok) return acted
  ctx.record('alter', 'advice.sign-report', [personId], { detail: { reportId: version.id, complete } })
  if (complete) await announceSigned(ctx, version, flags)
  return ok({ complete })
}

/** The countersigner agrees: the same words are signed a second time, printed and announced. Throws NotFound, NotAllowed,
 *  Conflict. */
export async function countersignReport(
  ctx: Context,
  input: { readonly personId: string; readonly group: readonly string[]; readonly requestId: string },
): Promise<Result<undefined>> {
  const { version, flags, author } = await awaiting(ctx, input)
  const refused = notTheAuthor(ctx, author.by)
  if (refused) return problems(refused)
  const document = { ...author.document, countersigner: signature(ctx) }
  await keepSignature(ctx, version, { as: 'countersigner', document, awaits: [] }, flags)
  const at = { personId: version.personId, requestId: input.requestId, detail: { reportId: version.id } }
  const acted = await recordRequestAct(ctx, { ...at, kind: 'signed' })
  if (!acted.ok) return acted
  ctx.record('alter', 'advice.countersign-report', [input.personId], { detail: { reportId: version.id } })
  await announceSigned(ctx, version, flags)
  return ok(undefined)
}

/** The countersigner sends it back with a comment: the same version opens again, and what was signed stays as history.
 *  Throws NotFound, NotAllowed, Conflict. */
export async function returnReport(
  ctx: Context,
  input: {
    readonly personId: string
    readonly group: readonly string[]
    readonly requestId: string
    readonly comment: string
  },
): Promise<Result<undefined>> {
  const { version, flags, author } = await awaiting(ctx, input)
  const refused = notTheAuthor(ctx, author.by)
  if (refused) return problems(refused)
  const comment = input.comment.trim()
  if (comment === '') return problems({ field: 'comment', code: 'comment-missing', text: 'Say what needs to change' })
  if (comment.length > 4_000) {
    return problems({ field: 'comment', code: 'too-long', text: 'Shorten the comment to 4,000 characters or fewer' })
  }
  const { username, name } = ctx.viewer
  await ctx.tx.run(
    `INSERT INTO advice.report_returned (person_id, id, report_id, comment, at, by, by_name, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [version.personId, newId(), version.id, comment, ctx.now, username, name, flags.excluded, flags.restricted],
  )
  const at = { personId: version.personId, requestId: input.requestId, detail: { reportId: version.id } }
  const acted = await recordRequestAct(ctx, { ...at, kind: 'returned', reason: comment })
  if (!acted.ok) return acted
  ctx.record('alter', 'advice.return-report', [input.personId], { detail: { reportId: version.id } })
  return ok(undefined)
}

/** The report as it would be read now, with nobody's signature unless given. */
export async function documentOf(
  ctx: Context,
  version: ReportVersion,
  request: ReportRequest,
  signed: Pick<ReportDocument, 'author' | 'countersigner'> = { author: null, countersigner: null },
): Promise<ReportDocument> {
  const texts = await textsOf(ctx.tx, version.personId, version.id)
  const court = await courtByCode(ctx.tx, request.courtCode, ctx.today)
  return reportDocument({
    ...{ report: version, court: court?.name ?? request.courtCode, requiredBy: request.requiredBy },
    values: new Map([...texts].map(([field, text]) => [field, text.value])),
    facts: await factsOf(ctx.tx, version.personId, version.id),
    ...signed,
  })
}

/** The document printed: a draft carries its mark on every page. */
export function printReport(ctx: Context, document: ReportDocument): Promise<Buffer> {
  return taggedPdf({
    title: `${document.title}, ${document.court}`,
    author: document.author?.name ?? 'Draft',
    language: 'en-GB',
    at: document.countersigner?.signedAt ?? document.author?.signedAt ?? ctx.now,
    mark: document.author ? null : 'DRAFT',
    foot: `${document.title}, version ${document.versionNo}`,
    blocks: printedReport(document),
  })
}

async function awaiting(
  ctx: Context,
  input: { readonly personId: string; readonly group: readonly string[]; readonly requestId: string },
) {
  ctx.may('advice.countersign', { people: [input.personId] })
  // Rows of a person one may not see are not found, so this shows that the countersigner has the case.
  const [version] = await reportVersions(ctx.tx, input.group, input.requestId)
  if (!version) throw new NotFound('This request has no report yet.')
  const flags = await lockFlags(ctx.tx, input.personId)
  const author = version.signatures.findLast(one => one.as === 'author')
  if (version.state !== 'awaiting-countersign' || !author) {
    throw new Conflict('This report does not wait for a countersignature any more.')
  }
  return { version, flags, author }
}

function notTheAuthor(ctx: Context, author: string): Problem | null {
  if (author !== ctx.viewer.username) return null
  const text = 'You wrote this report. Somebody else must countersign it'
  return { field: '', code: 'own-report', text }
}

function signature(ctx: Context): NonNullable<ReportDocument['author']> {
  const [role] = ctx.viewer.roles
  return { name: ctx.viewer.name, role: role ? roleNames[role] : 'No role', signedAt: ctx.now }
}

async function keepSignature(
  ctx: Context,
  version: ReportVersion,
  signed: {
    readonly as: 'author' | 'countersigner'
    readonly document: ReportDocument
    readonly awaits: readonly string[]
  },
  flags: AccessFlags,
): Promise<void> {
  const complete = signed.awaits.length === 0
  const pdf = complete ? await printReport(ctx, signed.document) : null
  await ctx.tx.run(
    `INSERT INTO advice.report_signed (person_id, id, report_id, request_id, signed_as, document, sha256, pdf,
       pdf_sha256, awaits, at, by, by_name, by_role, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      version.personId,
      newId(),
      version.id,
      version.requestId,
      signed.as,
      JSON.stringify(signed.document),
      documentHash(signed.document),
      pdf,
      pdf && createHash('sha256').update(pdf).digest('hex'),
      JSON.stringify(signed.awaits),
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      signature(ctx).role,
      flags.excluded,
      flags.restricted,
    ],
  )
}

async function announceSigned(ctx: Context, version: ReportVersion, flags: AccessFlags): Promise<void> {
  const { personId, id: reportId, requestId, versionNo } = version
  const crn = await ctx.tx.maybe<{ crn: string | null }>('SELECT crn FROM person.stub WHERE person_id = $1', [personId])
  const link = crn?.crn ? `/case/${crn.crn}/reports/${requestId}/report/pdf` : null
  const body = { requestId, reportId, versionNo, link }
  await ctx.announce({ type: 'pre-sentence-report-created', personId, body }, flags)
}

function asProblem(found: Reason, enquiryNames: ReadonlyMap<string, string>): Problem {
  const { field } = found.data
  return { field: typeof field === 'string' ? field : '', code: found.code, text: reportReason(found, enquiryNames) }
}
