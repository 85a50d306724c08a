import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { lockFlags } from '../../person/index.ts'
import { qualityQuestions } from '../parameters/report-quality.ts'
import { reportsToCheck } from '../queries/report-quality.ts'
import { qualityPercent } from '../rules/report-quality.ts'

export type CheckReportQuality = {
  readonly reportId: string
  /** Question code to '1'..'4'. */
  readonly answers: Readonly<Record<string, string | undefined>>
  readonly sufficient: string
  readonly feedback: string
}

/** Keeps what a reader found in a report of the sample. Not the author, and each report once. Source:
 *  pre-sentence-report.md section 9. Throws NotAllowed, and NotFound when the report is not in the sample of the viewer's
 *  region (not drawn, not signed, sealed or checked already). */
export async function checkReportQuality(ctx: Context, input: CheckReportQuality): Promise<Result<undefined>> {
  ctx.may('advice.check-quality')
  const seen = await sampled(ctx, input.reportId)
  const flags = await lockFlags(ctx.tx, seen.personId)
  // Read again under the lock: somebody may have finished a check of it meanwhile.
  const report = await sampled(ctx, input.reportId)
  if (report.author === ctx.viewer.username) {
    return problems({ field: '', code: 'own-report', text: 'You wrote this report. Somebody else must check it' })
  }
  const refused = wanting(input)
  if (refused.length > 0) return problems(...refused)
  const answers = Object.fromEntries(qualityQuestions.map(({ code }) => [code, Number(input.answers[code])]))
  const { username, name } = ctx.viewer
  await ctx.tx.run(
    `INSERT INTO advice.report_check (person_id, id, report_id, request_id, answers, percent, sufficient, feedback, author,
       author_name, at, by, by_name, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[report.personId, newId(), report.reportId, report.requestId, JSON.stringify(answers)],
      ...[qualityPercent(answers), input.sufficient === 'yes', input.feedback.trim()],
      ...[report.author, report.authorName, ctx.now, username, name, flags.excluded, flags.restricted],
    ],
  )
  ctx.record('alter', 'advice.check-report-quality', [report.personId], { detail: { reportId: report.reportId } })
  return ok(undefined)
}

async function sampled(ctx: Context, reportId: string) {
  const sample = await reportsToCheck(ctx.tx, ctx.viewer.regionCode, ctx.today)
  const report = sample.find(one => one.reportId === reportId)
  if (!report) throw new NotFound('This report is not in the sample, or somebody has checked it already.')
  return report
}

function wanting({ answers, sufficient, feedback }: CheckReportQuality): readonly Problem[] {
  const found: Problem[] = qualityQuestions
    .filter(({ code }) => !['1', '2', '3', '4'].includes(answers[code] ?? ''))
    .map(({ code, text }) => ({ field: code, code: 'answer-missing', text: `Choose an answer: ${text}` }))
  if (sufficient !== 'yes' && sufficient !== 'no') {
    found.push({ field: 'sufficient', code: 'sufficient-missing', text: 'Say whether the report is sufficient' })
  }
  const written = feedback.trim()
  if (written === '') found.push({ field: 'feedback', code: 'feedback-missing', text: 'Write feedback for the author' })
  if (written.length > 4_000) {
    found.push({ field: 'feedback', code: 'too-long', text: 'Shorten the feedback to 4,000 characters or fewer' })
  }
  return found
}
