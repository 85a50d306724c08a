import type { Page } from '../../../platform/web/index.ts'
import { askBeforePleaPage, askReportAtCourtPage, askReportPage } from './ask-report.page.tsx'
import { caseReportsPage } from './case-reports.page.tsx'
import { concordancePage } from './concordance.page.tsx'
import { ownOrderPage } from './own-order.page.tsx'
import { pilotComparisonPage } from './pilot-comparison.page.tsx'
import { pilotsPage } from './pilots.page.tsx'
import { proposalPage } from './proposal.page.tsx'
import { proposalFactsPage } from './proposal-facts.page.tsx'
import { proposalsToAgreePage } from './proposals-to-agree.page.tsx'
import { reportMeasurePage } from './report-measure.page.tsx'
import { reportMeasuresPage } from './report-measures.page.tsx'
import { reportPages } from './report-pages.ts'
import { reportQualityCheckPage, reportQualityPage } from './report-quality.page.tsx'
import { reportQueuePage } from './report-queue.page.tsx'
import { requestPage } from './request.page.tsx'
import { writerHoursPage } from './writer-hours.page.tsx'

/** Every screen of reports and proposals. */
export const advicePages: readonly Page[] = [
  reportQueuePage,
  writerHoursPage,
  pilotsPage,
  pilotComparisonPage,
  caseReportsPage,
  askReportPage,
  askBeforePleaPage,
  requestPage,
  askReportAtCourtPage,
  proposalPage,
  proposalFactsPage,
  ownOrderPage,
  proposalsToAgreePage,
  concordancePage,
  reportMeasuresPage,
  reportMeasurePage,
  reportQualityPage,
  reportQualityCheckPage,
  ...reportPages,
]
