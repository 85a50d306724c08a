import type { Page } from '../../../platform/web/index.ts'
import { addFactPage } from './add-fact.page.tsx'
import { correctDetailsPage } from './correct-details.page.tsx'
import { detailsPage } from './details.page.tsx'
import { emergencyOpeningPage, emergencyOpeningsPage } from './emergency-openings.page.tsx'
import { endFactPage } from './end-fact.page.tsx'
import { askEnquiryPage, enquiriesPage } from './enquiries.page.tsx'
import { enquiryPage } from './enquiry.page.tsx'
import { flagPage, registerFlagPage } from './flag.page.tsx'
import { flagsPage } from './flags.page.tsx'
import { identityPage } from './identity.page.tsx'
import { identityAlertsPage } from './identity-alerts.page.tsx'
import { limitPage } from './limit.page.tsx'
import { limitsPage } from './limits.page.tsx'
import { setLimitPage } from './set-limit.page.tsx'
import { whoLookedPage } from './who-looked.page.tsx'

/** The screens of this domain; the home pages and the assembled record stand in `app`. */
export const personPages: readonly Page[] = [
  detailsPage,
  correctDetailsPage,
  addFactPage,
  endFactPage,
  flagsPage,
  registerFlagPage,
  flagPage,
  enquiriesPage,
  askEnquiryPage,
  enquiryPage,
  identityPage,
  identityAlertsPage,
  limitsPage,
  limitPage,
  setLimitPage,
  emergencyOpeningsPage,
  emergencyOpeningPage,
  whoLookedPage,
]
