import type { Page } from '../../../platform/web/index.ts'
import { countersignPage } from './countersign.page.tsx'
import { countersigningPage, oversightPage } from './countersigning.page.tsx'
import { formWorkPage } from './form-work.page.tsx'
import { frameworkRolesPage } from './framework-roles.page.tsx'
import { harmLevelsPage } from './harm-levels.page.tsx'
import { historyPage } from './history.page.tsx'
import { reviewPage } from './review.page.tsx'
import { reviewsPage } from './reviews.page.tsx'
import { signPage } from './sign.page.tsx'
import { signedPage } from './signed.page.tsx'

/** Signing, countersigning and what becomes of an assessment. */
export const lifeCyclePages: readonly Page[] = [
  signPage,
  countersignPage,
  signedPage,
  historyPage,
  harmLevelsPage,
  countersigningPage,
  oversightPage,
  frameworkRolesPage,
  reviewsPage,
  reviewPage,
  formWorkPage,
]
