import { advicePages } from '../domains/advice/index.ts'
import { assessmentPages } from '../domains/assessment/index.ts'
import { courtPages } from '../domains/court/index.ts'
import { organisationPages } from '../domains/organisation/index.ts'
import { personPages } from '../domains/person/index.ts'
import { oversightPages } from '../platform/oversight/index.ts'
import type { Page } from '../platform/web/index.ts'
import { courtHistoryPage } from './pages/court-history.page.tsx'
import { homePage } from './pages/home.page.tsx'
import { myCasesPage } from './pages/my-cases.page.tsx'
import { ordersPage } from './pages/orders.page.tsx'
import { overviewPage } from './pages/overview.page.tsx'
import { rulePage, rulesPage } from './pages/rules.page.tsx'
import { searchPage } from './pages/search.page.tsx'
import { timelinePage } from './pages/timeline.page.tsx'

/** The screens of the work itself. */
export const pages: readonly Page[] = [
  homePage,
  myCasesPage,
  searchPage,
  overviewPage,
  ordersPage,
  courtHistoryPage,
  timelinePage,
  rulesPage,
  rulePage,
  ...organisationPages,
  ...personPages,
  ...courtPages,
  ...assessmentPages,
  ...advicePages,
]

/** Every screen of the product; `secret` is the deployment's. */
export function allPages(secret: string): readonly Page[] {
  return [...pages, ...oversightPages(secret)]
}
