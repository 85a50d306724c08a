import type { Page } from '../../../platform/web/index.ts'
import { concordancePage } from './concordance.page.tsx'
import { ownOrderPage } from './own-order.page.tsx'
import { proposalPage } from './proposal.page.tsx'
import { proposalFactsPage } from './proposal-facts.page.tsx'
import { proposalsToAgreePage } from './proposals-to-agree.page.tsx'
import { reportPages } from './report-pages.ts'

/** Every screen of reports and proposals. */
export const advicePages: readonly Page[] = [
  proposalPage,
  proposalFactsPage,
  ownOrderPage,
  proposalsToAgreePage,
  concordancePage,
  ...reportPages,
]
