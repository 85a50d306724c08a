import type { Page } from '../../../platform/web/index.ts'
import { lifeCyclePages } from './life-cycle-pages.ts'
import { planPages } from './plan-pages.ts'
import { scoresPage } from './scores.page.tsx'

/** Every screen of assessment and plan. */
export const assessmentPages: readonly Page[] = [scoresPage, ...planPages, ...lifeCyclePages]
