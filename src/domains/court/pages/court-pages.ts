import type { Page } from '../../../platform/web/index.ts'
import { caseListPage } from './case-list.page.tsx'
import { chooseCourtsPage, myCourtsPage } from './my-courts.page.tsx'

/** Every screen of court work. */
export const courtPages: readonly Page[] = [myCourtsPage, chooseCourtsPage, caseListPage]
