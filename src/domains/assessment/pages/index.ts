import type { Page } from '../../../platform/web/index.ts'
import { assessmentPage } from './assessment.page.tsx'
import { assessmentsPage, startPage } from './assessments.page.tsx'
import { confirmPage } from './confirm.page.tsx'
import { lifeCyclePages } from './life-cycle-pages.ts'
import { planPages } from './plan-pages.ts'
import { scorePages } from './score-pages.ts'
import { sectionPage } from './section.page.tsx'

/** Every screen of assessment and plan. */
export const assessmentPages: readonly Page[] = [
  assessmentsPage,
  startPage,
  assessmentPage,
  confirmPage,
  sectionPage,
  ...scorePages,
  ...planPages,
  ...lifeCyclePages,
]
