import type { Page } from '../../../platform/web/index.ts'
import { deliverReportPage } from './deliver-report.page.tsx'
import { reportPage } from './report.page.tsx'
import { reportCheckPage } from './report-check.page.tsx'
import { reportEasyPage, reportEasyPdfPage } from './report-easy.page.tsx'
import { reportPdfPage } from './report-pdf.page.tsx'
import { reportSectionPage } from './report-section.page.tsx'
import { sentencerPage } from './sentencer.page.tsx'
import { sentencerReportPage } from './sentencer-report.page.tsx'

/** The screens of the report itself. */
export const reportPages: readonly Page[] = [
  reportPage,
  reportSectionPage,
  reportCheckPage,
  reportPdfPage,
  reportEasyPage,
  reportEasyPdfPage,
  deliverReportPage,
  sentencerPage,
  sentencerReportPage,
]
