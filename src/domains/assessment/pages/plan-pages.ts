import type { Page } from '../../../platform/web/index.ts'
import { addGoalPage } from './add-goal.page.tsx'
import { agreePlanPage } from './agree-plan.page.tsx'
import { caseNeedsPage } from './case-needs.page.tsx'
import { goalPage } from './goal.page.tsx'
import { needsPage } from './needs.page.tsx'
import { planPage } from './plan.page.tsx'
import { planForThePersonPage } from './plan-for-the-person.page.tsx'
import { planNotesPage } from './plan-notes.page.tsx'
import { planPrintPage, planVersionsPage } from './plan-versions.page.tsx'
import { qualityCheckPage, qualityFeedbackPage, qualityPage } from './quality.page.tsx'
import { riskActionsPage } from './risk-actions.page.tsx'

/** Every screen of the sentence plan, of needs over time and of the quality of assessments. */
export const planPages: readonly Page[] = [
  planPage,
  addGoalPage,
  goalPage,
  agreePlanPage,
  planNotesPage,
  planVersionsPage,
  planPrintPage,
  planForThePersonPage,
  riskActionsPage,
  caseNeedsPage,
  needsPage,
  qualityPage,
  qualityCheckPage,
  qualityFeedbackPage,
]
