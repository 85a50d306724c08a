import type { Page } from '../../../platform/web/index.ts'
import { frameworkRolesPage } from './framework-roles.page.tsx'
import { planPages } from './plan-pages.ts'
import { scoresPage } from './scores.page.tsx'

/** Every screen of assessment and plan. */
export const assessmentPages: readonly Page[] = [frameworkRolesPage, scoresPage, ...planPages]
