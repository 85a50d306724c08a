import { BackLink } from '../../../platform/components/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { page } from '../../../platform/web/index.ts'
import { savedAt } from '../../../platform/words/index.ts'
import { type ReportAtCourt, reportsAtCourt } from '../queries/reports-at-court.ts'
import { ReportReading } from './report-reading.tsx'

/** One report as the court has it, to read and no more. Each reading is logged. */
export const sentencerReportPage = page<ReportAtCourt>({
  path: '/sentencer/reports/:request',
  name: 'advice.sentencer-report',
  title: 'Pre-sentence report',
  allow: 'advice.read-at-court',
  section: 'sentencer',
  view: async (ctx, at) => {
    const today = await reportsAtCourt(ctx.tx, ctx.viewer.courtCodes, ctx.today)
    const report = today.find(one => one.requestId === at.params.request)
    if (!report) throw new NotFound('There is no such report for today at your courts.')
    ctx.look('advice.read-report-at-court', [report.personId], { detail: { requestId: report.requestId } })
    return report
  },
  before: () => <BackLink href="/sentencer" text="Reports for today" />,
  body: ({ document, deliveredAt }) => (
    <>
      <h1 class="govuk-heading-l">{document.title}</h1>
      <p class="govuk-body">Delivered {savedAt(deliveredAt)}</p>
      <ReportReading document={document} />
    </>
  ),
})
